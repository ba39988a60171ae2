#include "server/http/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace rr {
namespace {

constexpr std::size_t kReadBytes = 16 * 1024;
constexpr int kLingerMs = 500;
constexpr std::size_t kLingerBytes = 256 * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

int remaining_ms(std::chrono::steady_clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      deadline - std::chrono::steady_clock::now());
  return left.count() > 0 ? static_cast<int>(left.count()) : 0;
}

std::chrono::steady_clock::time_point after_ms(int duration_ms) {
  return std::chrono::steady_clock::now() + std::chrono::milliseconds(duration_ms);
}

}  // namespace

std::shared_ptr<void> LargeBodyGate::enter() {
  if (--places_ >= 0) return {this, [this](void*) { ++places_; }};
  ++places_;
  return nullptr;
}

Connection::Connection(int socket, const Limits& limits, LargeBodyGate& large_bodies)
    : socket_(socket), limits_(limits), large_bodies_(large_bodies) {}

Connection::Wait Connection::wait(short events, Clock::time_point deadline) const {
  while (true) {
    pollfd entry{socket_, events, 0};
    const int count = ::poll(&entry, 1, remaining_ms(deadline));
    if (count > 0) return Wait::ready;
    if (count == 0) return Wait::deadline;
    if (errno != EINTR) return Wait::failed;
  }
}

bool Connection::wait_for_request() {
  if (!buffer_.empty()) return true;
  return wait(POLLIN, after_ms(limits_.keep_alive_ms)) == Wait::ready;
}

Connection::Wait Connection::read_more(Clock::time_point deadline) {
  std::array<char, kReadBytes> bytes;
  while (true) {
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count > 0) {
      buffer_.append(bytes.data(), static_cast<std::size_t>(count));
      return Wait::ready;
    }
    if (count == 0) return Wait::failed;
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return Wait::failed;
    const Wait outcome = wait(POLLIN, deadline);
    if (outcome != Wait::ready) return outcome;
  }
}

// Leaves head_bytes at 0 when the head is larger than allowed.
Connection::Wait Connection::read_head(Clock::time_point deadline, std::size_t& head_bytes) {
  while (true) {
    head_bytes = find_head_end(buffer_);
    if (head_bytes > 0) return Wait::ready;
    if (is_head_too_large(buffer_, limits_)) return Wait::ready;
    // A drip of single bytes must not stretch the deadline, so it is checked here as well.
    if (remaining_ms(deadline) == 0) return Wait::deadline;
    const Wait outcome = read_more(deadline);
    if (outcome != Wait::ready) return outcome;
  }
}

Connection::ReadOutcome Connection::read_request() {
  std::size_t head_bytes = 0;
  const Wait outcome = read_head(after_ms(limits_.header_deadline_ms), head_bytes);
  if (outcome == Wait::failed) return ConnectionEnded{};
  if (outcome == Wait::deadline) {
    return HeadRefusal{400, "too_slow", "The request took too long to arrive."};
  }
  if (head_bytes == 0) {
    return HeadRefusal{431, "headers_too_large", "The headers are too large."};
  }
  auto judged = parse_head(std::string_view(buffer_).substr(0, head_bytes), limits_);
  if (auto* refusal = std::get_if<HeadRefusal>(&judged)) return std::move(*refusal);
  WholeRequest request{std::move(std::get<RequestHead>(judged)), {}, nullptr};
  buffer_.erase(0, head_bytes);
  if (request.head.content_length > limits_.body_bytes) {
    request.large_body_place = large_bodies_.enter();
    if (!request.large_body_place) {
      return HeadRefusal{503, "busy", "The server is busy. Try again in a moment."};
    }
  }
  if (request.head.expects_continue && buffer_.size() < request.head.content_length) {
    begin_answer();
    if (!write_all(kContinue)) return ConnectionEnded{};
  }
  const auto deadline = after_ms(limits_.body_deadline_ms);
  while (buffer_.size() < request.head.content_length) {
    if (remaining_ms(deadline) == 0) {
      return HeadRefusal{408, "too_slow", "The body took too long to arrive."};
    }
    if (read_more(deadline) == Wait::failed) return ConnectionEnded{};
  }
  if (buffer_.size() == request.head.content_length) {
    request.body = std::move(buffer_);
    buffer_ = {};
  } else {
    request.body = buffer_.substr(0, request.head.content_length);
    buffer_.erase(0, request.head.content_length);
  }
  return request;
}

void Connection::begin_answer() {
  pacing_ = Pacing::whole_answer;
  write_deadline_ = after_ms(limits_.write_timeout_ms);
}

void Connection::begin_stream() { pacing_ = Pacing::each_write; }

bool Connection::write_all(std::string_view bytes) {
  if (pacing_ == Pacing::each_write) write_deadline_ = after_ms(limits_.write_timeout_ms);
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
      continue;
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
    if (wait(POLLOUT, write_deadline_) != Wait::ready) return false;
  }
  return true;
}

bool Connection::is_peer_gone() const {
  char byte = 0;
  const ssize_t count = ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  if (count > 0) return false;
  if (count == 0) return true;
  return errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR;
}

void close_gently(int socket) {
  ::shutdown(socket, SHUT_WR);
  const auto deadline = after_ms(kLingerMs);
  std::array<char, kReadBytes> bytes;
  std::size_t total = 0;
  while (total < kLingerBytes && remaining_ms(deadline) > 0) {
    pollfd entry{socket, POLLIN, 0};
    if (::poll(&entry, 1, remaining_ms(deadline)) <= 0) break;
    const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count <= 0) break;
    total += static_cast<std::size_t>(count);
  }
  ::close(socket);
}

}  // namespace rr
