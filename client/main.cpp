// The page calls rr_start once and rr_frame for every frame that somebody asked for (exported in
// cmake/web.cmake).
#include <memory>

#include "client/app/app.h"
#include "client/app/memory_session.h"
#include "client/platform/graphics.h"
#include "client/platform/system.h"

namespace {

std::unique_ptr<rr::app::App> app;

}  // namespace

extern "C" {

void rr_start() {
  const rr::Instant now{rr::platform::wall_clock_ms()};
  const auto random = rr::platform::random_bytes();
  const rr::Id seed =
      rr::make_time_ordered_id(now.unix_ms, std::span(random).subspan<0, 10>());
  auto session = std::make_unique<rr::app::MemorySession>(now, seed);
  app = std::make_unique<rr::app::App>(std::move(session));
  static_cast<void>(rr::platform::start_graphics());
}

void rr_frame(double now_ms) {
  if (app) app->frame(now_ms);
}
}
