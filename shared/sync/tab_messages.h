// What the tabs of one profile tell each other. Losing one costs time, never data: whoever misses
// something loads the disk again.
#pragma once

#include "shared/sync/messages.h"

namespace rr::sync {

// queued: a change got its number. changed: the disk changed otherwise. ping: are you alive,
// leader? pong: yes, whether the server answers, and what the disk holds; also told whenever the
// first changes, and from time to time.
enum class TabMessageKind : std::uint8_t { queued, changed, ping, pong };

struct TabMessage {
  TabMessageKind kind = TabMessageKind::changed;
  // Of `queued` only.
  Id scope;
  Id client;
  NumberedMutation queued;
  // Of `pong` only.
  bool is_server_reached = true;
  Hash128 state;
};

[[nodiscard]] std::string encode(const TabMessage& message);
[[nodiscard]] Result<TabMessage> decode_tab_message(std::string_view bytes);

}  // namespace rr::sync
