#include "server/http/connection_pool.h"

#include <sys/socket.h>
#include <unistd.h>

#include <chrono>

#include "server/http/connection.h"

namespace rr {

ConnectionPool::ConnectionPool(Options options, Serve serve, Shed shed)
    : options_(options), serve_(std::move(serve)), shed_(std::move(shed)) {
  threads_.reserve(options_.threads);
}

ConnectionPool::~ConnectionPool() { stop(0); }

void ConnectionPool::add(int socket) {
  {
    const std::lock_guard lock(mutex_);
    if (!is_stopping_ && waiting_.size() < options_.waiting) {
      waiting_.push_back(socket);
      if (waiting_.size() > free_threads_) {
        if (threads_.size() < options_.threads) {
          ++free_threads_;
          threads_.emplace_back([this] { work(); });
        } else {
          take_one_idle();
        }
      }
      work_ready_.notify_one();
      return;
    }
  }
  shed_(socket);
}

void ConnectionPool::take_one_idle() {
  for (auto& [socket, state] : connections_) {
    if (state != State::idle) continue;
    state = State::leaving;
    ::shutdown(socket, SHUT_RD);
    return;
  }
}

bool ConnectionPool::begin_idle(int socket) {
  const std::lock_guard lock(mutex_);
  if (is_stopping_ || waiting_.size() > free_threads_) return false;
  connections_[socket] = State::idle;
  return true;
}

void ConnectionPool::end_idle(int socket) {
  const std::lock_guard lock(mutex_);
  connections_[socket] = State::busy;
}

void ConnectionPool::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    work_ready_.wait(lock, [this] { return !waiting_.empty() || is_stopping_; });
    if (waiting_.empty()) return;
    const int socket = waiting_.front();
    waiting_.pop_front();
    --free_threads_;
    if (is_stopping_) {
      lock.unlock();
      shed_(socket);
      lock.lock();
    } else {
      serve(lock, socket);
    }
    ++free_threads_;
    all_done_.notify_all();
  }
}

// The socket leaves the list before it is closed: its number may be given out again at once.
void ConnectionPool::serve(std::unique_lock<std::mutex>& lock, int socket) {
  connections_[socket] = State::busy;
  lock.unlock();
  const Closing closing = serve_(socket);
  lock.lock();
  connections_.erase(socket);
  lock.unlock();
  if (closing == Closing::gently) {
    close_gently(socket);
  } else {
    ::close(socket);
  }
  lock.lock();
}

void ConnectionPool::stop(int grace_ms) {
  std::unique_lock lock(mutex_);
  is_stopping_ = true;
  for (auto& [socket, state] : connections_) {
    if (state == State::idle) ::shutdown(socket, SHUT_RD);
  }
  work_ready_.notify_all();
  const auto is_done = [this] { return connections_.empty() && waiting_.empty(); };
  if (!all_done_.wait_for(lock, std::chrono::milliseconds(grace_ms), is_done)) {
    for (const auto& [socket, state] : connections_) ::shutdown(socket, SHUT_RDWR);
  }
  auto threads = std::move(threads_);
  threads_.clear();
  lock.unlock();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace rr
