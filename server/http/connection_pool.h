// A fixed number of threads, each serving one connection at a time.
//
// Threads are made when they are first needed, up to the maximum, and stay: their number is exact,
// never guessed from notifications. When all are busy a connection waits; when too many wait, it
// goes to `shed` at once, which answers and closes. An idle kept-alive connection gives its thread
// up as soon as another one waits.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace rr {

class ConnectionPool {
 public:
  struct Options {
    std::size_t threads = 1;
    std::size_t waiting = 1;
  };
  // How the pool closes a socket after it was served: `gently` leaves the client time to read an
  // answer although it is still sending.
  enum class Closing : std::uint8_t { at_once, gently };
  using Serve = std::function<Closing(int socket)>;
  // Takes the socket over.
  using Shed = std::function<void(int socket)>;

  ConnectionPool(Options options, Serve serve, Shed shed);
  ~ConnectionPool();
  ConnectionPool(const ConnectionPool&) = delete;
  ConnectionPool& operator=(const ConnectionPool&) = delete;

  void add(int socket);

  // While a connection waits for its next request it may be taken away.
  // begin_idle is false when it should rather close now.
  [[nodiscard]] bool begin_idle(int socket);
  void end_idle(int socket);

  // Ends idle connections at once, the others when their request is done or `grace_ms` is over.
  void stop(int grace_ms);

 private:
  enum class State : std::uint8_t { busy, idle, leaving };

  void work();
  void serve(std::unique_lock<std::mutex>& lock, int socket);
  void take_one_idle();

  Options options_;
  Serve serve_;
  Shed shed_;
  std::mutex mutex_;
  std::condition_variable work_ready_;
  std::condition_variable all_done_;
  std::deque<int> waiting_;
  std::unordered_map<int, State> connections_;
  std::size_t free_threads_ = 0;
  bool is_stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace rr
