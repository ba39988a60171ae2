// A row with actions: swiped sideways it shows them, and its menu ("More actions", the right mouse
// button, the menu key, a long press) has the same ones for everybody else.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "client/ui/menu.h"
#include "shared/base/function_ref.h"

namespace rr::ui {

struct ActionRowSpec {
  std::string_view key;
  std::span<const MenuItem> items;
  // Places of the items that a swipe to the right and one to the left lead to.
  std::optional<std::size_t> to_right;
  std::optional<std::size_t> to_left;
  std::string_view menu_name = "More actions";
  float radius = 16;
};

// Room that the row's own words leave at the right for the menu's button.
inline constexpr float kActionRowMenu = 52;

// Draws the row's content into the rect it is given.
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
