#include "client/ui/choices.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rr::ui {
namespace {

constexpr float kSlideMs = 160;
constexpr float kHoverMs = 120;
constexpr float kSwitchRoom = 64;  // of a switch, beside its words

float ease_out(float t) { return 1 - (1 - t) * (1 - t) * (1 - t); }

void name_group(Node& node, std::uint64_t group) {
  node.attributes.emplace_back(Attribute::name, "g" + std::to_string(group));
}

float segment_width(Ui& ui, std::string_view option) {
  return text_width(ui, option, type::caption_strong) + 28;
}

// As wide as the words; what is left of the row goes to all alike.
std::vector<Rect> segment_places(Ui& ui, const Rect& rect,
                                 std::span<const std::string_view> options) {
  const float extra =
      (rect.width - segments_width(ui, options)) / static_cast<float>(options.size());
  std::vector<Rect> places;
  float x = rect.x + 4;
  for (const std::string_view option : options) {
    const float width = segment_width(ui, option) + extra;
    places.push_back({x, rect.y + 4, width, rect.height - 8});
    x += width;
  }
  return places;
}

// Between two places: 1.5 is half way from the second to the third.
Rect place_between(const std::vector<Rect>& places, float index) {
  const auto low = std::min(static_cast<std::size_t>(index), places.size() - 1);
  const Rect& from = places[low];
  const Rect& to = places[std::min(low + 1, places.size() - 1)];
  const float part = index - static_cast<float>(low);
  return {from.x + (to.x - from.x) * part, from.y, from.width + (to.width - from.width) * part,
          from.height};
}

void emit_segment(Ui& ui, std::uint64_t key, std::uint64_t group, const Rect& rect,
                  std::string_view name, CheckState check) {
  Node& node = ui.leaf(Tag::radio, key, rect);
  node.check = check;
  node.attributes.emplace_back(Attribute::label, name);
  name_group(node, group);
}

}  // namespace

float segments_width(Ui& ui, std::span<const std::string_view> options) {
  float total = 8;
  for (const std::string_view option : options) total += segment_width(ui, option);
  return std::ceil(total);
}

std::size_t segments(Ui& ui, const Rect& rect, const SegmentsSpec& spec) {
  const std::uint64_t group = ui.key(spec.key);
  Node& node = ui.open(Tag::group, group, rect);
  node.attributes.emplace_back(Attribute::role, "radiogroup");
  node.attributes.emplace_back(Attribute::label, spec.name);
  if (spec.described_by != 0) {
    node.flags |= kInvalid;
    const std::uint32_t number = ui.number_of(spec.described_by);
    if (number != 0) node.attributes.emplace_back(Attribute::described_by, std::to_string(number));
    if (number == 0) platform::request_frame();  // it has a number from the next frame on
  }
  fill(ui, rect, ui.colour(Token::sunken), 12);
  const std::vector<Rect> places = segment_places(ui, rect, spec.options);
  // The ground slides from one choice to the next.
  float index = 0;
  for (std::size_t i = 1; i < spec.options.size(); ++i) {
    const float passed = ui.animate(join_key(group, i), spec.selected >= i ? 1.0F : 0.0F, kSlideMs);
    index += ease_out(passed);
  }
  const Rect ground = place_between(places, index);
  card(ui, ground, 9, Elevation::segment);
  std::size_t chosen = spec.selected;
  for (std::size_t i = 0; i < spec.options.size(); ++i) {
    const Rect& place = places[i];
    const std::uint64_t key = ui.key(std::to_string(i));
    const bool is_selected = i == spec.selected;
    // Its target reaches the group's edge.
    const Rect target{place.x, rect.y, place.width, rect.height};
    emit_segment(ui, key, group, target, spec.options[i],
                 is_selected ? CheckState::on : CheckState::off);
    const Interaction state = ui.interact(key, target);
    const bool is_strong = is_selected || state.is_hovered;
    const Rect words = place.inset(4);
    text_line(ui, words, spec.options[i],
              fitted(ui, spec.options[i], type::caption_strong, words.width),
              ui.colour(is_strong ? Token::text : Token::text_2), Align::centre);
    if (state.is_focus_shown) focus_ring(ui, place, 9);
    if (state.is_activated) chosen = i;
  }
  ui.close();
  return chosen;
}

void open_radio_group(Ui& ui, std::string_view key, const Rect& rect, std::string_view name) {
  Node& node = ui.open(Tag::group, ui.key(key), rect);
  node.attributes.emplace_back(Attribute::role, "radiogroup");
  node.attributes.emplace_back(Attribute::label, name);
}

bool radio_row(Ui& ui, const Rect& rect, const RadioSpec& spec) {
  const std::uint64_t key = ui.key(spec.key);
  emit_segment(ui, key, ui.key(spec.group), rect, spec.name,
               spec.is_selected ? CheckState::on : CheckState::off);
  const Interaction state = ui.interact(key, rect);
  if (spec.is_selected) {
    fill(ui, rect, ui.colour(Token::accent_soft), 12);
    edge(ui, rect, ui.colour(Token::accent), 12, 1.5F);
  } else if (state.is_hovered || state.is_pressed) {
    fill(ui, rect, ui.colour(state.is_pressed ? Token::pressed : Token::hover), 12);
  }
  const float middle = rect.y + rect.height / 2;
  float x = rect.x + 16;
  if (spec.hue != 0) {
    avatar(ui, x, middle - 16, 32, spec.name, spec.hue);
    x += 44;
  }
  const float right = rect.right() - 52;
  // The name goes first.
  const float left = right - x - text_width(ui, spec.name, type::body_strong) - 13;
  const TypeStyle note_style = fitted(ui, spec.note, type::caption, left);
  const float note = spec.note.empty() ? 0 : text_width(ui, spec.note, note_style) + 12;
  text_line(ui, {x, rect.y, right - x - note, rect.height}, spec.name, type::body_strong,
            ui.colour(spec.is_selected ? Token::on_accent_soft : Token::text));
  if (!spec.note.empty()) {
    label(ui, std::string(spec.key) + "-note", {right - note, rect.y, note, rect.height}, spec.note,
          note_style, Token::text_2, Align::end);
  }
  const float mark_x = rect.right() - 28;
  if (spec.is_selected) {
    circle(ui, mark_x, middle, 12, ui.colour(Token::accent));
    circle(ui, mark_x, middle, 5, ui.colour(Token::on_accent));
  } else {
    ring(ui, mark_x, middle, 12, ui.colour(Token::border_control), 1.5F);
  }
  if (state.is_focus_shown) focus_ring(ui, rect.inset(1), 12);
  return state.is_activated;
}

float toggle_switch_height(Ui& ui, float width, const SwitchSpec& spec) {
  const float inside = width - kSwitchRoom;
  const auto name = wrap_text(ui, spec.name, type::body_strong, inside).size();
  const auto note = wrap_text(ui, spec.note, type::caption, inside).size();
  return std::max(kTargetSize, static_cast<float>(name) * type::body_strong.line_height +
                                   static_cast<float>(note) * type::caption.line_height);
}

bool toggle_switch(Ui& ui, const Rect& rect, const SwitchSpec& spec) {
  const float width = rect.width - kSwitchRoom;
  const auto lines = wrap_text(ui, spec.name, type::body_strong, width);
  const float name =
      text_lines(ui, rect.x, rect.y, width, lines, type::body_strong, ui.colour(Token::text));
  // Before the switch, whose target covers it.
  paragraph(ui, spec.note, rect.x, rect.y + name, width, spec.note, type::caption);
  const std::uint64_t key = ui.key(spec.key);
  Node& node = ui.leaf(Tag::checkbox, key, rect);
  node.check = spec.is_on ? CheckState::on : CheckState::off;
  node.attributes.emplace_back(Attribute::role, "switch");
  node.attributes.emplace_back(Attribute::label, spec.name);
  const std::uint32_t note = ui.number_of(ui.key(spec.note));
  if (note != 0) node.attributes.emplace_back(Attribute::described_by, std::to_string(note));
  const Interaction state = ui.interact(key, rect);
  const Rect track{rect.right() - 48, rect.y + (rect.height - 28) / 2, 48, 28};
  const float on = ease_out(ui.animate(key, spec.is_on ? 1.0F : 0.0F, kSlideMs));
  fill(ui, track, ui.colour(Token::sunken), 14);
  if (on > 0) fill(ui, track, with_alpha(ui.colour(Token::accent), on), 14);
  if (on < 1) edge(ui, track, with_alpha(ui.colour(Token::border_control), 1 - on), 14, 1.5F);
  const Token thumb = spec.is_on ? Token::on_accent : Token::text_2;
  circle(ui, track.x + 14 + 20 * on, track.y + 14, 9 + on, ui.colour(thumb));
  if (state.is_focus_shown) focus_ring(ui, track, 14);
  return state.is_activated;
}

bool done_mark(Ui& ui, const Rect& rect, const DoneMarkSpec& spec) {
  const std::uint64_t key = ui.key(spec.key);
  const Rect target{rect.x + rect.width / 2 - 22, rect.y + rect.height / 2 - 22, 44, 44};
  Node& node = ui.leaf(Tag::button, key, target);
  node.attributes.emplace_back(Attribute::label, spec.name);
  node.attributes.emplace_back(Attribute::pressed, spec.is_done ? "true" : "false");
  const Interaction state = ui.interact(key, target);
  const float x = rect.x + rect.width / 2;
  const float y = rect.y + rect.height / 2;
  const float radius = rect.width / 2;
  const float grown = ease_out(ui.animate(key, spec.is_done ? 1.0F : 0.0F, kSlideMs));
  if (grown < 1) {
    const float hover =
        ui.animate(join_key(key, "hover"), state.is_hovered ? 1.0F : 0.0F, kHoverMs);
    circle(ui, x, y, radius, with_alpha(ui.colour(Token::success_soft), hover));
    const Token line = state.is_hovered ? Token::success : Token::border_control;
    ring(ui, x, y, radius, ui.colour(line), state.is_hovered ? 2.0F : 1.5F);
  }
  if (grown > 0) circle(ui, x, y, radius * grown, ui.colour(Token::success));
  if (spec.is_done) {
    const float size = std::round(radius * 1.375F);
    icon(ui, "check", x - size / 2, y - size / 2, size, ui.colour(Token::on_success));
  }
  if (state.is_focus_shown) focus_ring(ui, rect, radius);
  return state.is_activated;
}

float chip_width(Ui& ui, const ChipSpec& spec) {
  return std::ceil(text_width(ui, spec.name, type::caption_strong) + 28 +
                   (spec.is_selected ? 22.0F : 0.0F));
}

bool chip(Ui& ui, const Rect& rect, const ChipSpec& spec) {
  const std::uint64_t key = ui.key(spec.key);
  const Rect target{rect.x, rect.y + rect.height / 2 - 22, rect.width, 44};
  Node& node = ui.leaf(Tag::button, key, target);
  node.text = spec.name;
  node.attributes.emplace_back(Attribute::pressed, spec.is_selected ? "true" : "false");
  const Interaction state = ui.interact(key, target);
  const float radius = rect.height / 2;
  Token ground = spec.is_selected ? Token::accent_soft : Token::surface;
  if (!spec.is_selected && state.is_hovered) ground = Token::hover;
  if (!spec.is_selected && state.is_pressed) ground = Token::pressed;
  fill(ui, rect, ui.colour(ground), radius);
  edge(ui, rect, ui.colour(spec.is_selected ? Token::accent : Token::border_control), radius,
       spec.is_selected ? 1.5F : 1.0F);
  float x = rect.x + 14;
  const Colour words = ui.colour(spec.is_selected ? Token::on_accent_soft : Token::text);
  if (spec.is_selected) {
    icon(ui, "check", x, rect.y + (rect.height - 16) / 2, 16, words);
    x += 22;
  }
  const float room = rect.right() - x - 8;
  text_line(ui, {x, rect.y, room, rect.height}, spec.name,
            fitted(ui, spec.name, type::caption_strong, room), words);
  if (state.is_focus_shown) focus_ring(ui, rect, radius);
  return state.is_activated;
}

}  // namespace rr::ui
