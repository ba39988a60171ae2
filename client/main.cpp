// The page calls rr_start once, rr_pump whenever data moved, and rr_frame for every frame that
// somebody asked for (exported in cmake/web.cmake).
#include <memory>

#include "client/app/app.h"
#include "client/app/sync_session.h"
#include "client/platform/graphics.h"

namespace {

rr::app::SyncSession* session = nullptr;
std::unique_ptr<rr::app::App> app;
bool is_pumping = false;

}  // namespace

extern "C" {

void rr_start() {
  auto made = std::make_unique<rr::app::SyncSession>();
  session = made.get();
  app = std::make_unique<rr::app::App>(std::move(made));
  static_cast<void>(rr::platform::start_graphics());
  session->start();
}

// An answer may come while the program is asking: it then waits for the loop that is running.
void rr_pump() {
  if (session == nullptr || is_pumping) return;
  is_pumping = true;
  for (auto events = rr::platform::take_data_events(); !events.empty();
       events = rr::platform::take_data_events()) {
    for (const rr::platform::Event& event : events) session->take(event);
  }
  is_pumping = false;
}

void rr_frame(double now_ms) {
  rr_pump();
  if (app) app->frame(now_ms);
}
}
