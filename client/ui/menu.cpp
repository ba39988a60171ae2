#include "client/ui/menu.h"

#include <algorithm>
#include <string>

namespace rr::ui {
namespace {

constexpr float kRowHeight = 44;
constexpr float kPadding = 6;
constexpr float kLeastWidth = 200;
constexpr float kMotionMs = 160;
constexpr float kRuleHeight = 13;

bool has_rule(std::span<const MenuItem> items, std::size_t i) {
  return i > 0 && items[i].kind == MenuItemKind::destructive &&
         items[i - 1].kind != MenuItemKind::destructive;
}

float height_of(std::span<const MenuItem> items) {
  float height = 2 * kPadding;
  for (std::size_t i = 0; i < items.size(); ++i) {
    height += kRowHeight + (has_rule(items, i) ? kRuleHeight : 0.0F);
  }
  return height;
}

Rect place_of(Ui& ui, const Rect& button, std::span<const MenuItem> items) {
  float width = kLeastWidth;
  for (const MenuItem& item : items) {
    width = std::max(width, text_width(ui, item.name, type::body) + 76);
  }
  const platform::Viewport& view = ui.viewport();
  const float height = std::min(height_of(items), view.height - 16);  // the rest is scrolled to
  const float wanted = button.width > 0 ? button.right() - width : button.x;
  const float x = std::clamp(wanted, 8.0F, std::max(8.0F, view.width - width - 8));
  float y = button.bottom() + 4;
  const float lowest = std::max(8.0F, view.height - 8 - height);
  if (y > lowest && button.height > 0) y = button.y - height - 4;
  // Its button may have left the view: a page that was turned lies in another way.
  y = std::clamp(y, 8.0F, lowest);
  return {x, y, width, height};
}

bool draw_item(Ui& ui, const Rect& rect, const MenuItem& item, std::uint64_t key) {
  Node& node = ui.leaf(Tag::button, key, rect);
  node.text = item.name;
  node.attributes.emplace_back(Attribute::role, "menuitem");
  node.attributes.emplace_back(Attribute::tab_index, "-1");
  const Interaction state = ui.interact(key, rect);
  if (state.is_hovered || state.is_pressed || state.is_focus_shown) {
    fill(ui, rect, ui.colour(state.is_pressed ? Token::pressed : Token::hover), 10);
  }
  const bool is_destructive = item.kind == MenuItemKind::destructive;
  const Token words = is_destructive ? Token::danger_text : Token::text;
  float x = rect.x + 12;
  if (!item.icon.empty()) {
    icon(ui, item.icon, x, rect.y + 12, 20,
         ui.colour(is_destructive ? Token::danger_text : Token::text_2));
    x += 32;
  }
  text_line(ui, {x, rect.y, rect.right() - x - 8, rect.height}, item.name, type::body,
            ui.colour(words));
  if (state.is_focus_shown) edge(ui, rect, ui.colour(Token::focus), 10, 2);
  return state.is_activated;
}

// Arrow keys move the focus round the list.
void move_focus(Ui& ui, std::span<const std::uint64_t> keys) {
  const std::size_t count = keys.size();
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](std::uint64_t key) { return ui.is_focused(key); });
  const auto place = static_cast<std::size_t>(found - keys.begin());
  if (ui.is_key_pressed("ArrowDown")) ui.focus(keys[place >= count ? 0 : (place + 1) % count]);
  if (ui.is_key_pressed("ArrowUp")) {
    ui.focus(keys[place >= count ? count - 1 : (place + count - 1) % count]);
  }
  if (ui.is_key_pressed("Home")) ui.focus(keys.front());
  if (ui.is_key_pressed("End")) ui.focus(keys.back());
}

// `back`: what gets the focus when it closes.
std::optional<std::size_t> draw_menu(Ui& ui, const Rect& button, std::uint64_t button_key,
                                     std::uint64_t back, std::string_view name,
                                     std::span<const MenuItem> items) {
  std::optional<std::size_t> chosen;
  ui.open_layer(Ui::LayerKind::overlay);
  const std::uint64_t key = join_key(button_key, "menu");
  const Rect rect = place_of(ui, button, items);
  const bool is_opening = ui.is_new(key);
  const float shown = ui.animate_in(key, kMotionMs);
  const float rise = (1 - shown) * (1 - shown) * 8;
  const std::uint64_t scrim = join_key(button_key, "scrim");
  ui.leaf(Tag::scrim, scrim, {0, 0, ui.viewport().width, ui.viewport().height});
  const bool is_left = ui.interact(scrim, {}).is_activated;
  // A landmark around it: an overlay stands outside the page's own.
  ui.open(Tag::section, join_key(key, "landmark"), rect)
      .attributes.emplace_back(Attribute::label, name);
  Node& node = ui.open(Tag::group, key, rect);
  node.flags |= kTakesKeys;
  node.attributes.emplace_back(Attribute::role, "menu");
  node.attributes.emplace_back(Attribute::label, name);
  Rect drawn = rect;
  drawn.y += rise;
  const PaintMark mark = mark_paint(ui);
  card(ui, drawn, 14, Elevation::menu);
  // It scrolls only where it has to: a scroll region is one more stop for Tab.
  const float content = height_of(items);
  const bool is_scrolled = content > rect.height;
  if (is_scrolled) ui.open_scroll(join_key(key, "scroll"), drawn);
  std::vector<std::uint64_t> keys;
  float y = (is_scrolled ? ui.scroll_top() : drawn.y) + kPadding;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (has_rule(items, i)) {
      fill(ui, {rect.x + kPadding, y + 6, rect.width - 2 * kPadding, 1}, ui.colour(Token::border));
      y += kRuleHeight;
    }
    keys.push_back(ui.key(std::to_string(i)));
    const Rect row{rect.x + kPadding, y, rect.width - 2 * kPadding, kRowHeight};
    if (draw_item(ui, row, items[i], keys.back())) chosen = i;
    y += kRowHeight;
  }
  if (is_scrolled) ui.close_scroll(content);
  ui.close();
  ui.close();
  ui.leaving().keep(ui, key, mark, rect, LeavingMotion::menu);
  if (is_opening && !keys.empty()) ui.focus(keys.front());
  if (!keys.empty()) move_focus(ui, keys);
  const bool is_escaped = ui.is_key_pressed("Escape");
  ui.close_layer();
  if (is_left || is_escaped || chosen) {
    ui.set_open_menu(0);
    ui.focus(back);
  }
  return chosen;
}

// Where the menu was asked for: kept, because the pointer goes on into the list.
struct AskedAt {
  float& x;
  float& y;
};
AskedAt asked_at(Ui& ui, std::uint64_t key) {
  return {ui.kept(join_key(key, "x")), ui.kept(join_key(key, "y"))};
}

}  // namespace

std::optional<std::size_t> menu_button(Ui& ui, const Rect& rect, const MenuButtonSpec& spec,
                                       std::span<const MenuItem> items) {
  const std::uint64_t key = ui.key(spec.key);
  const bool is_open = ui.open_menu() == key;
  const Popup popup = is_open ? Popup::open : Popup::closed;
  const bool is_pressed =
      icon_button(ui, rect, {spec.key, spec.name, spec.icon, Token::text_2, popup, spec.is_grip});
  const AskedAt asked = asked_at(ui, key);
  if (is_pressed) asked.x = asked.y = 0;
  const bool is_asked = ui.is_menu_asked(spec.owner);
  if (is_asked) {
    asked.x = ui.pointer_x();
    asked.y = ui.pointer_y();
  }
  const Rect anchor = asked.x > 0 ? Rect{asked.x, asked.y, 0, 0} : rect;
  return menu_under(ui, anchor, key, is_pressed || is_asked, spec.name, items);
}

std::optional<std::size_t> menu_under(Ui& ui, const Rect& button, std::uint64_t key,
                                      bool is_pressed, std::string_view name,
                                      std::span<const MenuItem> items) {
  const bool is_open = ui.open_menu() == key;
  if (is_pressed) ui.set_open_menu(is_open ? 0 : key);
  if (!is_open) return std::nullopt;
  return draw_menu(ui, button, key, key, name, items);
}

std::optional<std::size_t> context_menu(Ui& ui, std::uint64_t owner, std::string_view name,
                                        std::span<const MenuItem> items) {
  const std::uint64_t key = join_key(owner, "context");
  const AskedAt asked = asked_at(ui, key);
  if (ui.is_menu_asked(owner)) {
    asked.x = ui.pointer_x();
    asked.y = ui.pointer_y();
    ui.set_open_menu(key);
  } else if (ui.open_menu() == key) {
    return draw_menu(ui, {asked.x, asked.y, 0, 0}, key, ui.menu_opener(), name, items);
  }
  return std::nullopt;
}

}  // namespace rr::ui
