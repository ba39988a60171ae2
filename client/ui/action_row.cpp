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
constexpr float kGrowMs = 120;

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
  // A press elsewhere closes what rests open.
  if (ui.is_press_new() && !rect.contains(ui.pointer_x(), ui.pointer_y())) rest = 0;
  const bool is_still = ui.viewport().has_reduced_motion || std::abs(rest - offset) < 0.5F;
  offset = is_still ? rest : offset + (rest - offset) * kSettle;
  if (offset != rest) platform::request_frame();
  return offset;
}

struct SwipeLook {
  Token ground;
  Token words;
};

SwipeLook look_of(const MenuItem& item, SwipeTone tone) {
  if (item.kind == MenuItemKind::destructive) return {Token::danger, Token::on_danger};
  if (tone == SwipeTone::achieving) return {Token::success, Token::on_success};
  return {Token::inverse, Token::inverse_text};
}

// What lies under the row: the action's colour, its icon and words at the edge of `row`, and a
// button there when the row rests open. The icon grows where letting go does it.
bool draw_action(Ui& ui, const Rect& row, float offset, float radius, const MenuItem& item,
                 SwipeTone tone, std::uint64_t key) {
  const SwipeLook look = look_of(item, tone);
  const float size = std::abs(offset);
  // No further than the row's corners uncover: its edges must not gleam through.
  const float left = offset > 0 ? row.x : row.right() - size - radius;
  ui.draw_list()->PushClipRect({left, row.y}, {left + size + radius, row.bottom()}, true);
  fill(ui, row, ui.colour(look.ground), radius);
  ui.draw_list()->PopClipRect();
  const float width = std::max(size, kActionWidth);
  const Rect place{offset > 0 ? row.x : row.right() - width, row.y, width, row.height};
  const Colour ink = ui.colour(look.words);
  const auto lines = wrap_text(ui, item.name, type::caption_strong, width - 8);
  const float height = static_cast<float>(lines.size()) * type::caption_strong.line_height;
  const bool is_enough = end_of_swipe(offset, row.width).is_chosen;
  const float icon_size = 20 + 6 * ui.animate(key, is_enough ? 1.0F : 0.0F, kGrowMs);
  const float y = place.y + (place.height - height) / 2 + 11;
  icon(ui, item.icon, place.x + (width - icon_size) / 2, y - 2 - icon_size, icon_size, ink);
  text_lines(ui, place.x + 4, y, width - 8, lines, type::caption_strong, ink, Align::centre);
  if (size != kActionWidth) return false;
  Node& node = ui.leaf(Tag::button, key, place);
  node.text = item.name;
  const Interaction state = ui.interact(key, place);
  if (state.is_focus_shown) edge(ui, place.inset(2), ink, 10, 2);
  return state.is_activated;
}

// What a row that lies `offset` beside its place uncovers.
std::optional<std::size_t> draw_side(Ui& ui, const Rect& rect, float offset,
                                     const ActionRowSpec& spec, std::uint64_t key) {
  const bool is_right = offset > 0;
  const std::optional<std::size_t> side = is_right ? spec.to_right : spec.to_left;
  if (!side || offset == 0) return std::nullopt;
  const SwipeTone tone = is_right ? spec.tone : SwipeTone::neutral;
  const std::uint64_t action = join_key(key, is_right ? "right" : "left");
  const MenuItem& item = spec.items[*side];
  if (!draw_action(ui, rect, offset, spec.radius, item, tone, action)) return std::nullopt;
  ui.kept(join_key(key, "rest")) = 0;
  return side;
}

std::optional<std::size_t> menu_of(Ui& ui, const Rect& row, const ActionRowSpec& spec,
                                   std::uint64_t key) {
  if (spec.kind == ActionRowKind::card) return context_menu(ui, key, spec.menu_name, spec.items);
  MenuButtonSpec menu{"menu", spec.menu_name};
  menu.owner = key;
  const Rect button{row.right() - 48, row.y + (row.height - 44) / 2, 44, 44};
  return menu_button(ui, button, menu, spec.items);
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
  Node& node = ui.open(Tag::group, key, rect);
  node.flags |= kSwipe | kHasMenu;
  // The page clips it (web/styles.css) as the canvas does; a card's rect may be the last frame's.
  if (spec.kind == ActionRowKind::row) node.attributes.emplace_back(Attribute::role, "group");
  const float offset = offset_of(ui, key, rect, spec, chosen);
  const bool is_card = spec.kind == ActionRowKind::card;
  // On phones cards go as far as the screen; beside others they stay in their column. Their shadows
  // lie outside.
  const bool is_clipped = !is_card || (offset != 0 && ui.layout() != LayoutClass::phone);
  const float around = is_card ? 24.0F : 0.0F;
  if (is_clipped) {
    ui.draw_list()->PushClipRect({rect.x, rect.y - around}, {rect.right(), rect.bottom() + around},
                                 true);
  }
  if (const auto side = draw_side(ui, rect, offset, spec, key)) chosen = side;
  const Rect moved{rect.x + offset, rect.y, rect.width, rect.height};
  if (offset != 0 && !is_card) fill(ui, moved, ui.colour(Token::surface), spec.radius);
  paint(moved);
  if (const auto item = menu_of(ui, moved, spec, key)) chosen = item;
  if (is_clipped) ui.draw_list()->PopClipRect();
  ui.close();
  return chosen;
}

}  // namespace rr::ui
