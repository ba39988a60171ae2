// The development page of all parts: the same four functions as the product's (client/main.cpp),
// without a household behind them.
#include <memory>

#include "client/gallery/gallery.h"
#include "client/platform/events.h"
#include "client/platform/graphics.h"

namespace {

std::unique_ptr<rr::gallery::Gallery> gallery;

}  // namespace

extern "C" {

void rr_start() {
  gallery = std::make_unique<rr::gallery::Gallery>();
  if (!rr::platform::start_graphics()) rr::platform::show_mirror_alone();
}

void rr_pump() { static_cast<void>(rr::platform::take_data_events()); }

void rr_frame(double now_ms) {
  rr_pump();
  if (gallery) gallery->frame(now_ms);
}
}
