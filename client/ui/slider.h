// A value on a track: the browser's own range input lies over it, with its keys.
#pragma once

#include <cstdint>
#include <string_view>

#include "client/ui/widgets.h"

namespace rr::ui {

// As wide as the range input's thumb in web/styles.css.
inline constexpr float kSliderThumb = 28;
inline constexpr float kSliderHeight = 68;

struct SliderSpec {
  std::string_view key;
  std::string_view name;  // above the track
  std::int64_t value = 0;
  std::int64_t minimum = 0;
  std::int64_t maximum = 100;
  std::int64_t step = 1;
  std::string_view words = {};    // of the value, above the track at the right: "25 min"
  Token ground = Token::surface;  // what it stands on: a ring of it parts thumb and track
};
// From the top of `rect` on, kSliderHeight high. Answers the value from now on.
[[nodiscard]] std::int64_t slider(Ui& ui, const Rect& rect, const SliderSpec& spec);

// Only the range input, over what the caller paints; the place of the first value lies half a thumb
// inside. Answers its value and adds what happened with it to `state`.
[[nodiscard]] std::int64_t bare_slider(Ui& ui, const Rect& rect, const SliderSpec& spec,
                                       Interaction& state);

}  // namespace rr::ui
