// Virtual time: things to do, in order of time and then of asking. Nothing here waits.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include "shared/base/time.h"

namespace rr::sim {

class Scheduler {
 public:
  explicit Scheduler(Instant start) : now_ms_(start.unix_ms) {}

  [[nodiscard]] Instant now() const { return Instant{now_ms_}; }

  void after(std::int64_t delay_ms, std::function<void()> action) {
    waiting_.emplace(std::pair{now_ms_ + delay_ms, next_++}, std::move(action));
  }

  // Time in which nobody is awake: everything that waits happens that much later.
  void sleep(std::int64_t duration_ms) {
    now_ms_ += duration_ms;
    decltype(waiting_) later;
    for (auto& [key, action] : waiting_) {
      later.emplace_hint(later.end(), std::pair{key.first + duration_ms, key.second},
                         std::move(action));
    }
    waiting_ = std::move(later);
  }

  // Runs the next thing. False: there is none up to `until`, and time went on to it.
  bool step(Instant until) {
    if (waiting_.empty() || waiting_.begin()->first.first > until.unix_ms) {
      now_ms_ = std::max(now_ms_, until.unix_ms);
      return false;
    }
    auto node = waiting_.extract(waiting_.begin());
    now_ms_ = node.key().first;
    node.mapped()();
    return true;
  }

 private:
  std::int64_t now_ms_;
  std::uint64_t next_ = 0;
  std::map<std::pair<std::int64_t, std::uint64_t>, std::function<void()>> waiting_;
};

}  // namespace rr::sim
