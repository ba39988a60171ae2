#include "server/http/shedder.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace rr {
namespace {

constexpr std::size_t kMaximumGuests = 1024;
constexpr auto kPatience = std::chrono::seconds(1);

// Reads what is there; false at the end of the stream.
bool drain(int socket) {
  std::array<char, 4096> bytes;
  while (true) {
    const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count == 0) return false;
    if (count < 0) return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
  }
}

}  // namespace

Shedder::Shedder(std::string answer) : answer_(std::move(answer)) {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
    wake_read_ = ends[0];
    wake_write_ = ends[1];
  }
  thread_ = std::thread([this] { run(); });
}

Shedder::~Shedder() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  wake();
  thread_.join();
  ::close(wake_read_);
  ::close(wake_write_);
}

void Shedder::wake() const {
  const char byte = 0;
  // A full pipe wakes as well as one more byte would.
  [[maybe_unused]] const ssize_t count = ::write(wake_write_, &byte, 1);
}

void Shedder::take(int socket) {
  {
    const std::lock_guard lock(mutex_);
    arrivals_.push_back(socket);
    ++shed_count_;
  }
  wake();
}

std::size_t Shedder::shed_count() const {
  const std::lock_guard lock(mutex_);
  return shed_count_;
}

void Shedder::answer(Guest& guest) const {
  // A fresh connection's send buffer is empty: the short answer fits in one call.
  ::send(guest.socket, answer_.data(), answer_.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  ::shutdown(guest.socket, SHUT_WR);
  guest.is_answered = true;
}

// False when the guest can be closed.
bool Shedder::serve(Guest& guest, short events) const {
  if (events == 0) return guest.leaves_at > std::chrono::steady_clock::now();
  const bool is_open = drain(guest.socket);
  if (!guest.is_answered) answer(guest);
  return is_open;
}

void Shedder::run() {
  std::vector<Guest> guests;
  std::vector<pollfd> entries;
  while (true) {
    entries.assign(1, pollfd{wake_read_, POLLIN, 0});
    for (const Guest& guest : guests) entries.push_back(pollfd{guest.socket, POLLIN, 0});
    const int patience_ms = guests.empty() ? -1 : 100;
    if (::poll(entries.data(), entries.size(), patience_ms) < 0 && errno != EINTR) break;
    std::size_t place = 1;
    std::erase_if(guests, [&](Guest& guest) {
      if (serve(guest, entries[place++].revents)) return false;
      ::close(guest.socket);
      return true;
    });
    std::array<char, 64> bytes;
    while (::read(wake_read_, bytes.data(), bytes.size()) > 0) {
    }
    const std::lock_guard lock(mutex_);
    if (is_stopping_) break;
    for (const int socket : arrivals_) {
      guests.push_back(Guest{socket, false, std::chrono::steady_clock::now() + kPatience});
    }
    arrivals_.clear();
    while (guests.size() > kMaximumGuests) {
      ::close(guests.front().socket);
      guests.erase(guests.begin());
    }
  }
  const std::lock_guard lock(mutex_);
  for (const Guest& guest : guests) ::close(guest.socket);
  for (const int socket : arrivals_) ::close(socket);
}

}  // namespace rr
