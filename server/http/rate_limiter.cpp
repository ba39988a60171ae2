#include "server/http/rate_limiter.h"

#include <algorithm>

namespace rr {
namespace {

constexpr std::int64_t kCleaningIntervalMs = kMillisecondsPerMinute;

// The least time after which one more request fits, with nothing else coming in between.
// previous * (window - into) + current * window + window <= requests * window, solved for into;
// when the current window alone is full, the same for the window after it.
std::int64_t wait_ms(const RateRule& rule, std::int64_t previous, std::int64_t current,
                     std::int64_t into_ms) {
  const std::int64_t window_ms = rule.window_ms;
  const std::int64_t room = (rule.requests - 1 - current) * window_ms;
  if (room >= 0) return window_ms - room / previous - into_ms;
  const std::int64_t next_room = (rule.requests - 1) * window_ms;
  return window_ms - into_ms + window_ms - next_room / current;
}

}  // namespace

RateRule rate_rule(RateCategory category) {
  switch (category) {
    case RateCategory::auth: return {60, 5 * kMillisecondsPerMinute};
    case RateCategory::api: return {100, kMillisecondsPerMinute};
    case RateCategory::productivity: return {50, kMillisecondsPerMinute};
    case RateCategory::sync_push: return {120, kMillisecondsPerMinute};
    case RateCategory::sync_pull: return {300, kMillisecondsPerMinute};
    case RateCategory::events: return {60, kMillisecondsPerMinute};
    case RateCategory::report: return {20, kMillisecondsPerMinute};
    case RateCategory::health: return {600, kMillisecondsPerMinute};
    case RateCategory::none: break;
  }
  return {};
}

// Whole numbers only: counts are scaled by the window's milliseconds.
RateVerdict LocalRateLimiter::admit(std::string_view who, RateCategory category, Instant now) {
  RateRule rule = rate_rule(category);
  rule.requests *= factor_;
  if (rule.requests == 0) return {};
  std::string key = std::to_string(static_cast<int>(category)) + ":";
  key += who;
  const std::lock_guard lock(mutex_);
  if (now.unix_ms >= next_cleaning_ms_) forget_old(now);
  Window& window = windows_[key];
  const std::int64_t index = now.unix_ms / rule.window_ms;
  if (index != window.index) {
    window.previous = index == window.index + 1 ? window.current : 0;
    window.current = 0;
    window.index = index;
    window.ends_ms = (index + 2) * rule.window_ms;
  }
  const std::int64_t into_ms = now.unix_ms % rule.window_ms;
  const std::int64_t weighted =
      window.previous * (rule.window_ms - into_ms) + window.current * rule.window_ms;
  const std::int64_t limit = rule.requests * rule.window_ms;
  if (weighted + rule.window_ms > limit) {
    return RateVerdict{false, 0, wait_ms(rule, window.previous, window.current, into_ms)};
  }
  ++window.current;
  return RateVerdict{true, (limit - weighted) / rule.window_ms - 1, 0};
}

void LocalRateLimiter::forget_old(Instant now) {
  std::erase_if(windows_, [&](const auto& entry) { return entry.second.ends_ms <= now.unix_ms; });
  next_cleaning_ms_ = now.unix_ms + kCleaningIntervalMs;
}

}  // namespace rr
