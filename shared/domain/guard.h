// The balance guard (rule G2): how far apart a run may leave the people present.
//
// With equal availability giving every chore to the smallest balance keeps the limit by itself.
// With unequal weights it does so because of a stronger promise: the k smallest balances of n
// people never sum to less than -k (H_n - H_k) M, where M is the largest chore and H_k the k-th
// harmonic number. (Take any k people. If the chore goes to one of them, their sum does not fall.
// Otherwise it goes to somebody below all of them, so they hold at least k/(k+1) of the sum of
// k+1 people, which lost at most M.) A plan that gives a chore to anybody else must keep that
// promise, or later runs could not keep the limit.
#pragma once

#include <optional>

#include "shared/domain/plan_state.h"

namespace rr {

struct Guard {
  Measure measure = Measure::random;  // total while predefined points have drifted too far apart
  std::int64_t most_spread = 0;
  // Only in a household without predefined chores: no balance ends above this.
  std::optional<std::int64_t> highest_balance;
  // Only with unequal availability: least sums of the 1, 2, ... smallest balances.
  std::vector<std::int64_t> least_sums;

  // True when giving `micro` more to `person` stays within the limits.
  [[nodiscard]] bool allows(const PlanState& state, std::size_t person, std::int64_t micro) const;

  // By how much the spread or the highest balance ends above its limit; 0 when they keep it.
  [[nodiscard]] std::int64_t missed_by(const std::vector<RunPerson>& people) const;
  // The same for the promise that keeps later runs within the limit.
  [[nodiscard]] std::int64_t promise_missed_by(const std::vector<RunPerson>& people) const;
};

// Judged after rotation, before the first random chore.
[[nodiscard]] Guard make_guard(const RunInput& input, const std::vector<RunPerson>& people);

// True when everybody present has the same availability.
[[nodiscard]] bool are_equally_available(const std::vector<RunPerson>& people);

}  // namespace rr
