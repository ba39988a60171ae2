// Answers connections that no thread is left for: 503 with Retry-After, from one thread of its own.
//
// The answer goes out once the client has sent something (browsers drop a connection that speaks
// first), then the rest of the request is read and thrown away, so that the answer is not lost in
// a reset. Connections that do neither are closed after a second.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace rr {

class Shedder {
 public:
  // `answer` is a whole HTTP message with Connection: close.
  explicit Shedder(std::string answer);
  ~Shedder();
  Shedder(const Shedder&) = delete;
  Shedder& operator=(const Shedder&) = delete;

  // Takes the socket over. Above 1024 at once the oldest is closed without an answer.
  void take(int socket);
  [[nodiscard]] std::size_t shed_count() const;

 private:
  struct Guest {
    int socket = -1;
    bool is_answered = false;
    std::chrono::steady_clock::time_point leaves_at;
  };

  void run();
  void answer(Guest& guest) const;
  [[nodiscard]] bool serve(Guest& guest, short events) const;
  void wake() const;

  std::string answer_;
  int wake_read_ = -1;
  int wake_write_ = -1;
  mutable std::mutex mutex_;
  std::vector<int> arrivals_;
  std::size_t shed_count_ = 0;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace rr
