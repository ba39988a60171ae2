// The text seam: runs of text and icons are rasterised by the browser's own engine into textures.
//
// Sizes are CSS pixels, positions in textures are device pixels. Colours are 0xAABBGGRR (ImGui's
// order), straight alpha. The font is the page's (Inter, falling back to the system's).
#pragma once

#include <cstdint>
#include <string_view>

namespace rr::platform {

enum class FontFace : std::uint8_t { text, display };  // Inter, Inter Display

struct Font {
  FontFace face = FontFace::text;
  float size = 15;
  std::uint16_t weight = 400;

  friend bool operator==(const Font&, const Font&) = default;
};

struct RunMetrics {
  float width = 0;   // advance
  float ascent = 0;  // of the font, not of the run
  float descent = 0;
  float ink_left = 0;  // how far ink reaches left of the origin and right of the advance
  float ink_right = 0;
};

[[nodiscard]] RunMetrics measure_run(std::string_view text, const Font& font);

// A texture of `size` by `size` device pixels, cleared to transparent; answers ImGui's texture id.
[[nodiscard]] std::uintptr_t create_texture(std::int32_t size);
void delete_texture(std::uintptr_t texture);

struct RasterPlace {
  std::uintptr_t texture = 0;
  std::int32_t x = 0;
  std::int32_t y = 0;
  std::int32_t width = 0;
  std::int32_t height = 0;
};

// Draws the run with its origin `origin_x` and baseline `baseline` device pixels into the place.
void raster_run(const RasterPlace& place, std::string_view text, const Font& font,
                std::uint32_t colour, float scale, float origin_x, float baseline);
// Draws an icon of web/icons.js to fill the place.
void raster_icon(const RasterPlace& place, std::string_view name, std::uint32_t colour);

// Counts up when fonts arrived or the graphics context was lost: all runs are drawn anew.
[[nodiscard]] std::uint32_t raster_generation();

}  // namespace rr::platform
