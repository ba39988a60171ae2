#include "client/platform/events.h"

#include <emscripten.h>

#include <cstdlib>
#include <utility>

namespace rr::platform {
namespace {

std::vector<Event>& waiting(EventKind kind) {
  static std::vector<Event> of_people;
  static std::vector<Event> of_data;
  return kind < kFirstDataEvent ? of_people : of_data;
}

}  // namespace

std::vector<Event> take_events() { return std::exchange(waiting(EventKind::activate), {}); }
std::vector<Event> take_data_events() { return std::exchange(waiting(kFirstDataEvent), {}); }

}  // namespace rr::platform

// Called by the page. `bytes` was made with malloc and is freed here.
extern "C" EMSCRIPTEN_KEEPALIVE void rr_event(int kind, unsigned node, unsigned token, int number,
                                              float x, float y, char* bytes, int length) {
  rr::platform::Event event;
  event.kind = static_cast<rr::platform::EventKind>(kind);
  event.node = node;
  event.token = token;
  event.number = number;
  event.x = x;
  event.y = y;
  if (bytes != nullptr) {
    event.text.assign(bytes, static_cast<std::size_t>(length));
    std::free(bytes);
  }
  rr::platform::waiting(event.kind).push_back(std::move(event));
}
