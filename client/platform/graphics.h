// The graphics seam: a WebGL 2 canvas that draws Dear ImGui's lists.
#pragma once

#include <cstdint>

struct ImDrawData;

namespace rr::platform {

// False when there is no WebGL 2.
[[nodiscard]] bool start_graphics();
// The canvas hides and the mirror is the interface, as with forced colours. Viewport says so too.
void show_mirror_alone();
// Clears the canvas with `colour` (0xAABBGGRR) and draws. Without a context (lost) nothing happens.
void draw_frame(ImDrawData* data, std::uint32_t colour);

}  // namespace rr::platform
