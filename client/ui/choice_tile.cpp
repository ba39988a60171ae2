#include "client/ui/choice_tile.h"

#include <algorithm>

namespace rr::ui {
namespace {

constexpr float kPadding = 12;
constexpr float kIconRoom = 28;

void emit_radio(Ui& ui, std::uint64_t key, const Rect& rect, std::string_view group,
                std::string_view name, bool is_selected) {
  Node& node = ui.leaf(Tag::radio, key, rect);
  node.check = is_selected ? CheckState::on : CheckState::off;
  node.attributes.emplace_back(Attribute::label, name);
  node.attributes.emplace_back(Attribute::name, "g" + std::to_string(ui.key(group)));
}

}  // namespace

float choice_tile_height(Ui& ui, float width, const ChoiceTileSpec& spec) {
  const float inside = width - 2 * kPadding;
  const auto name = wrap_text(ui, spec.name, type::body_strong, inside);
  const auto note = wrap_text(ui, spec.note, type::caption, inside);
  const float words = static_cast<float>(name.size()) * type::body_strong.line_height +
                      static_cast<float>(note.size()) * type::caption.line_height;
  return std::max(kTargetSize, words + 2 * kPadding + (spec.icon.empty() ? 0.0F : kIconRoom));
}

bool choice_tile(Ui& ui, const Rect& rect, const ChoiceTileSpec& spec) {
  const std::uint64_t key = ui.key(spec.key);
  emit_radio(ui, key, rect, spec.group, spec.name, spec.is_selected);
  const Interaction state = ui.interact(key, rect);
  fill(ui, rect, ui.colour(spec.is_selected ? Token::accent_soft : Token::surface), 12);
  if (state.is_hovered && !spec.is_selected) fill(ui, rect, ui.colour(Token::hover), 12);
  edge(ui, rect, ui.colour(spec.is_selected ? Token::accent : Token::border_control), 12,
       spec.is_selected ? 2.0F : 1.0F);
  const Colour words = ui.colour(spec.is_selected ? Token::on_accent_soft : Token::text);
  const Colour note = ui.colour(spec.is_selected ? Token::on_accent_soft : Token::text_2);
  const float inside = rect.width - 2 * kPadding;
  float y = rect.y + kPadding;
  if (!spec.icon.empty()) {
    icon(ui, spec.icon, rect.x + kPadding, y, 20, words);
    if (spec.is_selected) icon(ui, "circle-check", rect.right() - kPadding - 20, y, 20, words);
    y += kIconRoom;
  }
  const auto lines = wrap_text(ui, spec.name, type::body_strong, inside);
  const Align align = spec.icon.empty() ? Align::centre : Align::start;
  y += text_lines(ui, rect.x + kPadding, y, inside, lines, type::body_strong, words, align);
  text_lines(ui, rect.x + kPadding, y, inside, wrap_text(ui, spec.note, type::caption, inside),
             type::caption, note);
  if (state.is_focus_shown) focus_ring(ui, rect, 12);
  return state.is_activated;
}

bool colour_dot(Ui& ui, const Rect& rect, const ColourDotSpec& spec) {
  const std::uint64_t key = ui.key(spec.key);
  const float grow_x = std::max(0.0F, (kTargetSize - rect.width) / 2);
  const float grow_y = std::max(0.0F, (kTargetSize - rect.height) / 2);
  const Rect target{rect.x - grow_x, rect.y - grow_y, rect.width + 2 * grow_x,
                    rect.height + 2 * grow_y};
  emit_radio(ui, key, target, spec.group, spec.name, spec.is_selected);
  const Interaction state = ui.interact(key, target);
  const PersonColours colours = person_colours(ui.theme(), spec.hue);
  const float radius = rect.width / 2;
  circle(ui, rect.x + radius, rect.y + radius, radius, colours.fill);
  if (spec.is_selected) {
    icon(ui, "check", rect.x + radius - 10, rect.y + radius - 10, 20, colours.letter);
    edge(ui, rect.inset(-4), ui.colour(Token::text), radius + 4, 2);
  } else if (state.is_hovered) {
    edge(ui, rect.inset(-4), ui.colour(Token::border_control), radius + 4, 2);
  }
  if (state.is_focus_shown) focus_ring(ui, rect.inset(-4), radius + 4);
  return state.is_activated;
}

}  // namespace rr::ui
