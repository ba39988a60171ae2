// Colours, type and measures of the look (design tokens), in four themes.
//
// Colours are 0xAABBGGRR with straight alpha, as Dear ImGui packs them. Lengths are CSS pixels.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "client/platform/text_raster.h"

namespace rr::ui {

using Colour = std::uint32_t;

enum class ThemeName : std::uint8_t { light, dark, contrast_light, contrast_dark };
inline constexpr std::size_t kThemeCount = 4;

enum class Token : std::uint8_t {
  bg,
  surface,
  sunken,
  raised,
  hover,
  pressed,
  border,
  border_control,
  text,
  text_2,
  text_3,
  accent,
  accent_hover,
  accent_pressed,
  on_accent,
  accent_text,
  accent_soft,
  on_accent_soft,
  focus,
  success,
  success_text,
  success_soft,
  on_success,
  warning,
  warning_text,
  warning_soft,
  danger,
  danger_text,
  danger_soft,
  on_danger,
  info,
  info_text,
  info_soft,
  inverse,
  inverse_text,
  inverse_accent,
  scrim,
  series_1,
  series_2,
  series_3,
  series_4,
  mood_1,
  mood_2,
  mood_3,
  mood_4,
  mood_5,
  count
};
inline constexpr std::size_t kTokenCount = static_cast<std::size_t>(Token::count);

[[nodiscard]] Colour colour_of(ThemeName theme, Token token);
[[nodiscard]] std::string_view name_of(Token token);

// A person's hue, 1 to 8, and the colour of the letter on it.
struct PersonColours {
  Colour fill;
  Colour letter;
};
[[nodiscard]] PersonColours person_colours(ThemeName theme, std::int64_t hue);

// WCAG 2 contrast ratio of two opaque colours.
[[nodiscard]] double contrast_ratio(Colour a, Colour b);
// `over` at `alpha` (0-1) over opaque `below`.
[[nodiscard]] Colour blend(Colour over, Colour below, float alpha);
[[nodiscard]] Colour with_alpha(Colour colour, float alpha);

struct TypeStyle {
  platform::Font font;
  float line_height;
};

namespace type {
inline constexpr TypeStyle caption{{platform::FontFace::text, 13, 400}, 18};
inline constexpr TypeStyle caption_strong{{platform::FontFace::text, 13, 600}, 18};
inline constexpr TypeStyle body{{platform::FontFace::text, 15, 400}, 22};
inline constexpr TypeStyle body_strong{{platform::FontFace::text, 15, 600}, 22};
inline constexpr TypeStyle title{{platform::FontFace::text, 17, 600}, 24};
inline constexpr TypeStyle heading{{platform::FontFace::display, 22, 700}, 28};
inline constexpr TypeStyle display{{platform::FontFace::display, 28, 700}, 34};
}  // namespace type

// Widths from which the layouts for tablets and desktops begin.
inline constexpr float kTabletWidth = 600;
inline constexpr float kDesktopWidth = 1024;
inline constexpr float kTargetSize = 44;

}  // namespace rr::ui
