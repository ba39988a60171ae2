#include "client/ui/slider.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "client/ui/paint.h"

namespace rr::ui {

std::int64_t bare_slider(Ui& ui, const Rect& rect, const SliderSpec& spec, Interaction& state) {
  const std::uint64_t key = ui.key(spec.key);
  std::int64_t value = spec.value;
  if (const std::string* typed = ui.typed(key)) {
    static_cast<void>(std::from_chars(typed->data(), typed->data() + typed->size(), value));
    value = std::clamp(value, spec.minimum, spec.maximum);
  }
  Node& node = ui.leaf(Tag::slider, key, rect);
  node.attributes.emplace_back(Attribute::label, spec.name);
  node.attributes.emplace_back(Attribute::minimum, std::to_string(spec.minimum));
  node.attributes.emplace_back(Attribute::maximum, std::to_string(spec.maximum));
  node.attributes.emplace_back(Attribute::step, std::to_string(spec.step));
  if (!spec.words.empty()) node.attributes.emplace_back(Attribute::value_text, spec.words);
  node.value = std::to_string(value);
  node.has_value = true;
  state = ui.interact(key, rect);
  return value;
}

std::int64_t slider(Ui& ui, const Rect& rect, const SliderSpec& spec) {
  text_line(ui, {rect.x, rect.y, rect.width, 18}, spec.name, type::caption_strong,
            ui.colour(Token::text_2));
  text_line(ui, {rect.x, rect.y, rect.width, 18}, spec.words, type::caption_strong,
            ui.colour(Token::text), Align::end);
  const Rect place{rect.x, rect.y + 24, rect.width, kTargetSize};
  Interaction state;
  const std::int64_t value = bare_slider(ui, place, spec, state);
  const auto span = static_cast<float>(std::max<std::int64_t>(1, spec.maximum - spec.minimum));
  const float share = static_cast<float>(value - spec.minimum) / span;
  const float middle = place.y + place.height / 2;
  const float thumb = place.x + kSliderThumb / 2 + share * (place.width - kSliderThumb);
  const Rect track{place.x, middle - 3, place.width, 6};
  fill(ui, track, ui.colour(Token::sunken), 3);
  if (is_contrast(ui)) edge(ui, track, ui.colour(Token::border), 3, 1);
  fill(ui, {track.x, track.y, thumb - track.x, track.height}, ui.colour(Token::accent), 3);
  Token ground = Token::accent;
  if (state.is_hovered) ground = Token::accent_hover;
  if (state.is_pressed) ground = Token::accent_pressed;
  circle(ui, thumb, middle, kSliderThumb / 2, ui.colour(spec.ground));
  circle(ui, thumb, middle, kSliderThumb / 2 - 3, ui.colour(ground));
  if (state.is_focus_shown) {
    focus_ring(ui, {thumb - 12, middle - 12, 24, 24}, 12);
  }
  return value;
}

}  // namespace rr::ui
