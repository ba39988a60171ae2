// One accepted socket: reads whole requests within limits and deadlines, writes with deadlines.
//
// A request is handed out only when every byte of it is here, so nothing above ever waits for a
// client in the middle of a request. Bytes of the next request stay in the buffer. Not thread-safe,
// except shut_down(), which any thread may call to make reads and writes end.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "server/http/limits.h"
#include "server/http/request_head.h"

namespace rr {

// Large bodies take turns, so that nobody fills the memory with them.
class LargeBodyGate {
 public:
  explicit LargeBodyGate(std::size_t places) : places_(static_cast<std::int64_t>(places)) {}
  // Held as long as the body; nullptr when all places are taken.
  [[nodiscard]] std::shared_ptr<void> enter();

 private:
  std::atomic<std::int64_t> places_;
};

struct WholeRequest {
  RequestHead head;
  std::string body;
  std::shared_ptr<void> large_body_place;
};

// The client hung up, was idle for too long, or the server stops.
struct ConnectionEnded {};

class Connection {
 public:
  using ReadOutcome = std::variant<WholeRequest, HeadRefusal, ConnectionEnded>;

  // Does not own the socket.
  Connection(int socket, const Limits& limits, LargeBodyGate& large_bodies);

  // True when a first byte is there; false after keep_alive_ms of silence or at the end.
  [[nodiscard]] bool wait_for_request();
  [[nodiscard]] ReadOutcome read_request();

  // Starts the deadline for one answer; every write until the next call shares it.
  void begin_answer();
  // For event streams: each write has its own write_timeout_ms.
  void begin_stream();
  [[nodiscard]] bool write_all(std::string_view bytes);

  [[nodiscard]] bool is_peer_gone() const;
  [[nodiscard]] int socket() const { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;
  enum class Wait : std::uint8_t { ready, deadline, failed };
  enum class Pacing : std::uint8_t { whole_answer, each_write };

  [[nodiscard]] Wait wait(short events, Clock::time_point deadline) const;
  [[nodiscard]] Wait read_more(Clock::time_point deadline);
  [[nodiscard]] Wait read_head(Clock::time_point deadline, std::size_t& head_bytes);

  int socket_;
  const Limits& limits_;
  LargeBodyGate& large_bodies_;
  std::string buffer_;
  Pacing pacing_ = Pacing::whole_answer;
  Clock::time_point write_deadline_{};
};

// Sends what is left to say, then waits a moment for the client to read it before the close, so
// that an unread request does not turn the answer into a reset.
void close_gently(int socket);

}  // namespace rr
