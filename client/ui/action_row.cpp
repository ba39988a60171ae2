#include "client/ui/action_row.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kActionWidth = 84;
constexpr float kEnough = 0.4F;  // of the width: the action happens at once
constexpr float kSettle = 0.3F;  // of the way that is left, each frame

// Where the row is drawn: in the hand, or on its way to where it rests.
float offset_of(Ui& ui, std::uint64_t key, const Rect& rect, const ActionRowSpec& spec,
                std::optional<std::size_t>& chosen) {
  float& offset = ui.kept(join_key(key, "offset"));
  float& rest = ui.kept(join_key(key, "rest"));
  const std::optional<Drag> drag = ui.drag(key);
  if (drag) {
    const float least = spec.to_left ? -rect.width : 0.0F;
    const float most = spec.to_right ? rect.width : 0.0F;
    const float held = std::clamp(rest + drag->x - drag->from_x, least, most);
    offset = held;
    if (!drag->is_dropped) return offset;
    const SwipeEnd end = end_of_swipe(held, rect.width);
    rest = end.rest;
    if (end.is_chosen) chosen = held > 0 ? spec.to_right : spec.to_left;
  }
  const bool is_still = ui.viewport().has_reduced_motion || std::abs(rest - offset) < 0.5F;
  offset = is_still ? rest : offset + (rest - offset) * kSettle;
  if (offset != rest) platform::request_frame();
  return offset;
}

// What lies under the row: the action's colour, its words in `rect`, and a button there when the
// row rests open.
bool draw_action(Ui& ui, const Rect& row, const Rect& rect, const ActionRowSpec& spec,
                 const MenuItem& item, std::uint64_t key, bool is_open) {
  const bool is_destructive = item.kind == MenuItemKind::destructive;
  fill(ui, row, ui.colour(is_destructive ? Token::danger : Token::success), spec.radius);
  const Colour words = ui.colour(is_destructive ? Token::on_danger : Token::on_success);
  const float middle = rect.y + rect.height / 2;
  icon(ui, item.icon, rect.x + rect.width / 2 - 10, middle - 21, 20, words);
  text_line(ui, {rect.x + 4, middle + 2, rect.width - 8, 18}, item.name, type::caption_strong,
            words, Align::centre);
  if (!is_open) return false;
  Node& node = ui.leaf(Tag::button, key, rect);
  node.text = item.name;
  const Interaction state = ui.interact(key, rect);
  if (state.is_focus_shown) edge(ui, rect.inset(2), words, 10, 2);
  return state.is_activated;
}

}  // namespace

SwipeEnd end_of_swipe(float offset, float width) {
  const float size = std::abs(offset);
  if (size >= width * kEnough) return {0, true};
  if (size < kActionWidth / 2) return {};
  return {offset > 0 ? kActionWidth : -kActionWidth, false};
}

std::optional<std::size_t> action_row(Ui& ui, const Rect& rect, const ActionRowSpec& spec,
                                      ActionRowPainter paint) {
  const std::uint64_t key = ui.key(spec.key);
  std::optional<std::size_t> chosen;
  ui.open(Tag::group, key, rect).flags |= kSwipe | kHasMenu;
  const float offset = offset_of(ui, key, rect, spec, chosen);
  const bool is_open = std::abs(offset) == kActionWidth;
  ui.draw_list()->PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
  float& rest = ui.kept(join_key(key, "rest"));
  if (offset > 0 && spec.to_right) {
    const Rect place{rect.x, rect.y, std::max(offset, kActionWidth), rect.height};
    const MenuItem& item = spec.items[*spec.to_right];
    if (draw_action(ui, rect, place, spec, item, join_key(key, "right"), is_open)) {
      chosen = spec.to_right;
      rest = 0;
    }
  }
  if (offset < 0 && spec.to_left) {
    const float width = std::max(-offset, kActionWidth);
    const Rect place{rect.right() - width, rect.y, width, rect.height};
    const MenuItem& item = spec.items[*spec.to_left];
    if (draw_action(ui, rect, place, spec, item, join_key(key, "left"), is_open)) {
      chosen = spec.to_left;
      rest = 0;
    }
  }
  const Rect moved{rect.x + offset, rect.y, rect.width, rect.height};
  if (offset != 0) fill(ui, moved, ui.colour(Token::surface), spec.radius);
  paint(moved);
  MenuButtonSpec menu{"menu", spec.menu_name};
  menu.owner = key;
  const Rect button{moved.right() - 48, moved.y + (moved.height - 44) / 2, 44, 44};
  if (const auto item = menu_button(ui, button, menu, spec.items)) chosen = item;
  ui.draw_list()->PopClipRect();
  ui.close();
  return chosen;
}

}  // namespace rr::ui
