// A row or card with actions: swiped sideways by a finger it shows them, and its menu has the same
// ones for everybody else: "More actions", the right mouse button, the menu key, a long press.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "client/ui/menu.h"
#include "shared/base/function_ref.h"

namespace rr::ui {

enum class ActionRowKind : std::uint8_t {
  row,  // "More actions" stands at its right end
  // It paints its own ground and has the actions as buttons of its own: the menu comes where it is
  // asked for. Its rect may have the height of the last frame.
  card
};
// Of the action at the left, which a swipe to the right leads to. Destructive ones are always red.
enum class SwipeTone : std::uint8_t { achieving, neutral };

struct ActionRowSpec {
  std::string_view key;
  std::span<const MenuItem> items;
  // Places of the items that a swipe to the right and one to the left lead to.
  std::optional<std::size_t> to_right;
  std::optional<std::size_t> to_left;
  std::string_view menu_name = "More actions";
  float radius = 16;
  ActionRowKind kind = ActionRowKind::row;
  SwipeTone tone = SwipeTone::achieving;
};

// Room that the row's own words leave at the right for the menu's button.
inline constexpr float kActionRowMenu = 52;

// Draws the content into the rect it is given.
using ActionRowPainter = FunctionRef<void(const Rect& rect)>;

// Answers the item that was chosen in this frame, by whichever way. A swipe past 40 % of the width
// chooses at once; a shorter one leaves the action as a button.
[[nodiscard]] std::optional<std::size_t> action_row(Ui& ui, const Rect& rect,
                                                    const ActionRowSpec& spec,
                                                    ActionRowPainter paint);

// Where a row that was let go at `offset` comes to rest.
struct SwipeEnd {
  float rest = 0;          // offset
  bool is_chosen = false;  // the action of that side
};
[[nodiscard]] SwipeEnd end_of_swipe(float offset, float width);

}  // namespace rr::ui
