// Sliding-window limits per (who, category).
//
// RateLimiter is the seam: the in-process one serves a single instance, a shared one in the
// database can take its place. Windows and numbers follow the categories, in one table.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/http/router.h"
#include "shared/base/time.h"

namespace rr {

struct RateRule {
  std::int64_t requests = 0;  // 0: unlimited
  std::int64_t window_ms = 0;
};

[[nodiscard]] RateRule rate_rule(RateCategory category);

struct RateVerdict {
  bool is_allowed = true;
  std::int64_t remaining = 0;
  std::int64_t retry_after_ms = 0;
};

class RateLimiter {
 public:
  virtual ~RateLimiter() = default;
  // Counts one request. `who` is an account or an address. Thread-safe.
  [[nodiscard]] virtual RateVerdict admit(std::string_view who, RateCategory category,
                                          Instant now) = 0;
};

// Two buckets per window, the older one weighted by what of it still lies in the window: constant
// space per client, at most 1 request off a true sliding window at an even pace.
class LocalRateLimiter final : public RateLimiter {
 public:
  // Every rule's number of requests is multiplied by `factor`.
  explicit LocalRateLimiter(std::int64_t factor = 1) : factor_(factor) {}
  [[nodiscard]] RateVerdict admit(std::string_view who, RateCategory category,
                                  Instant now) override;

 private:
  struct Window {
    std::int64_t index = 0;
    std::int64_t current = 0;
    std::int64_t previous = 0;
    std::int64_t ends_ms = 0;
  };
  void forget_old(Instant now);

  std::int64_t factor_;
  std::mutex mutex_;
  std::unordered_map<std::string, Window> windows_;
  std::int64_t next_cleaning_ms_ = 0;
};

}  // namespace rr
