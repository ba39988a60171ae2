// A button that opens a short list of actions ("More actions"). The right mouse button, the menu
// key or a long press on the row that it belongs to opens the same list there.
//
// Arrow keys, Home and End move in the list, Escape and a click beside it close it; the focus goes
// back to the button. At most one menu is open.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "client/text/texts.h"
#include "client/ui/widgets.h"

namespace rr::ui {

enum class MenuItemKind : std::uint8_t { plain, destructive };

struct MenuItem {
  std::string_view name;
  std::string_view icon = {};
  MenuItemKind kind = MenuItemKind::plain;  // a destructive one stands below a line
};

struct MenuButtonSpec {
  std::string_view key;
  std::string_view name = tr("More actions");
  std::string_view icon = "ellipsis";
  bool is_grip = false;  // dragging it is on offer too (drag.h)
  // Key of the row it belongs to, a node with kHasMenu; 0: none.
  std::uint64_t owner = 0;
};

// Answers the place of the item that was chosen in this frame.
[[nodiscard]] std::optional<std::size_t> menu_button(Ui& ui, const Rect& rect,
                                                     const MenuButtonSpec& spec,
                                                     std::span<const MenuItem> items);

// The same for a button that a caller draws: `key` is that button's key, `is_pressed` that it was
// activated in this frame. Its node needs has_popup and expanded (ui.open_menu() == key).
[[nodiscard]] std::optional<std::size_t> menu_under(Ui& ui, const Rect& button, std::uint64_t key,
                                                    bool is_pressed, std::string_view name,
                                                    std::span<const MenuItem> items);

// The same for a place whose actions stand on it as buttons already: only where it is asked for on
// `owner`, a node with kHasMenu. The focus goes back to where it was.
[[nodiscard]] std::optional<std::size_t> context_menu(Ui& ui, std::uint64_t owner,
                                                      std::string_view name,
                                                      std::span<const MenuItem> items);

}  // namespace rr::ui
