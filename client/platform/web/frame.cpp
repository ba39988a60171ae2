#include "client/platform/frame.h"

#include <emscripten/em_js.h>

namespace rr::platform {
namespace {

// The bodies are JavaScript.
// clang-format off
EM_JS(void, rr_js_request_frame, (), { Module.page.requestFrame(); });
EM_JS(void, rr_js_request_frame_after, (double delay_ms), {
  Module.page.requestFrameAfter(delay_ms);
});
EM_JS(double, rr_js_now, (), { return performance.now(); });
// Fields of the viewport by number, in the order of Viewport.
EM_JS(double, rr_js_viewport, (int field), { return Module.page.viewportField(field); });
// clang-format on

float field(int number) { return static_cast<float>(rr_js_viewport(number)); }

}  // namespace

Viewport viewport() {
  Viewport view;
  view.width = field(0);
  view.height = field(1);
  view.scale = field(2);
  view.inset_top = field(3);
  view.inset_right = field(4);
  view.inset_bottom = field(5);
  view.inset_left = field(6);
  view.scheme = field(7) != 0 ? ColourScheme::dark : ColourScheme::light;
  view.has_more_contrast = field(8) != 0;
  view.has_forced_colours = field(9) != 0;
  view.has_reduced_motion = field(10) != 0;
  view.is_coarse_pointer = field(11) != 0;
  return view;
}

void request_frame() { rr_js_request_frame(); }
void request_frame_after(double delay_ms) { rr_js_request_frame_after(delay_ms); }
double monotonic_ms() { return rr_js_now(); }

}  // namespace rr::platform
