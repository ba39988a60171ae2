// What happened outside, in order. What people do is taken once per frame, at its start. What data
// does (storage, network, tabs, timers, the page's life) is taken at once, also in a hidden tab,
// where no frames are drawn.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rr::platform {

enum class EventKind : std::uint8_t {
  // Mirror. `node` is the mirror node's number.
  activate = 1,  // a click, tap, Enter or Space on a control: the sole activation
  input = 2,     // `text` is the field's whole new value
  commit = 3,    // Enter in a field, or the field lost the focus (number: 1 Enter, 0 blur)
  focus = 4,     // node 0: nothing has the focus; number 0: not shown, 1: it shows where keys go,
                 // 2: it shows that, and came there by Tab
  scroll = 5,    // x, y: the scroll region's offsets
  key = 6,       // `text` as "Escape", "ArrowDown", "ctrl+k" on `node`; what the page did not use
                 // ("Enter" only where arrow keys move the focus: it presses what they led to)
  menu = 7,      // context menu on node
  // Pointer, for looks only. x, y in CSS pixels.
  pointer_move = 10,
  pointer_down = 11,
  pointer_up = 12,
  pointer_leave = 13,
  // Page.
  resize = 20,
  route = 21,  // back, forward or the first address: `text` is path, search and hash
  visible = 22,
  hidden = 23,
  online = 24,
  offline = 25,
  update_ready = 26,  // a new program version waits
  suspend = 27,       // the page is about to be frozen or thrown away
  resume = 28,        // it was thawed, or came back from the history
  // Answers to requests, by `token`.
  disk = 30,  // number: DiskOutcome; text: the answer's bytes (storage.h)
  http = 31,  // number: status, 0 for no answer; text: body; x: Retry-After in seconds
  // One server-sent event: text is its data; number 1 open, 2 data, 3 closed (status in x).
  stream = 32,
  lock = 33,     // number: network.h
  channel = 34,  // bytes from another tab
  timer = 35,
  texts = 36,  // of another language are here (number 1), or could not be had (system.h)
};

struct Event {
  EventKind kind = EventKind::resize;
  std::uint32_t node = 0;
  std::uint32_t token = 0;
  std::int32_t number = 0;
  float x = 0;
  float y = 0;
  std::string text;  // text or bytes
};

inline constexpr EventKind kFirstDataEvent = EventKind::visible;

// Events below kFirstDataEvent.
[[nodiscard]] std::vector<Event> take_events();
// The others.
[[nodiscard]] std::vector<Event> take_data_events();

}  // namespace rr::platform
