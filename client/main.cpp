// The page calls rr_start once, rr_pump whenever data moved, and rr_frame for every frame that
// somebody asked for (exported in cmake/web.cmake).
#include <memory>

#include "client/app/app.h"
#include "client/app/sync_session.h"
#include "client/platform/graphics.h"
#include "client/text/texts.h"

namespace {

rr::app::SyncSession* session = nullptr;
std::unique_ptr<rr::app::App> app;
// Answers may come while the program asks, also in the middle of a frame: they wait until it is
// through, because what is being drawn must not change under it.
bool is_running = false;

void take_data() {
  for (auto events = rr::platform::take_data_events(); !events.empty();
       events = rr::platform::take_data_events()) {
    for (const rr::platform::Event& event : events) session->take(event);
  }
}

}  // namespace

extern "C" {

void rr_start() {
  is_running = true;
  rr::text::renew();
  auto made = std::make_unique<rr::app::SyncSession>();
  session = made.get();
  app = std::make_unique<rr::app::App>(std::move(made));
  session->start();  // the browser reads the disk while the graphics start
  if (!rr::platform::start_graphics()) rr::platform::show_mirror_alone();
  take_data();
  is_running = false;
}

void rr_pump() {
  if (session == nullptr || is_running) return;
  is_running = true;
  take_data();
  app->data_moved();
  is_running = false;
}

void rr_frame(double now_ms) {
  if (session == nullptr || is_running) return;
  is_running = true;
  take_data();
  app->frame(now_ms);
  take_data();
  is_running = false;
}
}
