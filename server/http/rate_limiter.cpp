#include "server/http/rate_limiter.h"

#include <algorithm>

namespace rr {
namespace {

constexpr std::int64_t kCleaningIntervalMs = kMillisecondsPerMinute;

}  // namespace

RateRule rate_rule(RateCategory category) {
  switch (category) {
    case RateCategory::auth: return {30, 5 * kMillisecondsPerMinute};
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
  const RateRule rule = rate_rule(category);
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
    const std::int64_t excess = weighted + rule.window_ms - limit;
    const bool previous_helps = window.previous > 0 && excess <= window.previous *
                                                                     (rule.window_ms - into_ms);
    const std::int64_t wait_ms = previous_helps
                                     ? (excess + window.previous - 1) / window.previous
                                     : rule.window_ms - into_ms;
    return RateVerdict{false, 0, std::max<std::int64_t>(wait_ms, 1)};
  }
  ++window.current;
  return RateVerdict{true, (limit - weighted) / rule.window_ms - 1, 0};
}

void LocalRateLimiter::forget_old(Instant now) {
  std::erase_if(windows_, [&](const auto& entry) { return entry.second.ends_ms <= now.unix_ms; });
  next_cleaning_ms_ = now.unix_ms + kCleaningIntervalMs;
}

}  // namespace rr
