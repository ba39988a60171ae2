// The frame seam: when to draw, and on what.
//
// Frames are drawn on demand. Whoever changes something visible calls request_frame(); at most one
// request is pending. Lengths are units of the design: CSS pixels times the reader's text size, as
// far as the screen is wide enough for that (web/page.js). Times are milliseconds of a monotonic
// clock.
#pragma once

#include <cstdint>

namespace rr::platform {

enum class ColourScheme : std::uint8_t { light, dark };

struct Viewport {
  float width = 0;
  float height = 0;
  float scale = 1;      // device pixels per unit, exact (devicePixelContentBoxSize)
  float inset_top = 0;  // safe area
  float inset_right = 0;
  float inset_bottom = 0;
  float inset_left = 0;
  ColourScheme scheme = ColourScheme::light;
  bool has_more_contrast = false;
  bool has_forced_colours = false;  // the canvas is hidden, the mirror is the interface
  bool has_reduced_motion = false;
  bool is_coarse_pointer = false;
};

[[nodiscard]] Viewport viewport();
void request_frame();
// Another frame no earlier than `delay_ms` from now (a clock's next tick); the soonest wish wins.
void request_frame_after(double delay_ms);

[[nodiscard]] double monotonic_ms();

}  // namespace rr::platform
