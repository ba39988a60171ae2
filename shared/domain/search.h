// Finds a better division than the one it is given, never a worse one.
//
// Small runs are searched whole, by branch and bound; larger ones, and what a fixed number of steps
// leaves open, are improved by moves and swaps until nothing gets better or a second number is used
// up. Counts, no clock: the same on every machine.
#pragma once

#include <optional>

#include "shared/domain/division.h"

namespace rr {

// Up to 7 chores over 4 people, or 14 over 2.
inline constexpr std::int64_t kMostDivisions = 20'000;
inline constexpr int kMostBranches = 40'000;
inline constexpr int kMostTrials = 600;

struct Found {
  Holders holders;
  Objective objective;
  bool is_best_of_all = false;  // nothing was left open
};

[[nodiscard]] Found search_division(const Division& division, const Holders& start);

// The best division that differs from `holders` by one move or one exchange; nullopt when there is
// none.
[[nodiscard]] std::optional<Found> next_best(const Division& division, const Holders& holders);

}  // namespace rr
