// The balance guard (rule G2): how far apart a run may leave the people present.
//
// With equal availability giving every chore to the smallest balance keeps the limit by itself.
// With unequal weights it does so because of a stronger promise: the k smallest balances of n
// people never sum to less than -k (H_n - H_k) M, where M is the largest chore and H_k the k-th
// harmonic number. (Take any k people. If the chore goes to one of them, their sum does not fall.
// Otherwise it goes to somebody below all of them, so they hold at least k/(k+1) of the sum of
// k+1 people, which lost at most M.) A plan that gives a chore to anybody else must keep that
// promise, or later runs could not keep the limit.
//
// With vetoes and absences a chore passes by whoever may not have it, however low they stand. What
// can be promised then, whatever the weights, is less: with c = max(1/2, 2/n), the k smallest
// balances of all n people here, present or not, never sum to less than -c k (n - k) M. A division
// in which no chore could go from its holder to somebody who stands lower by more than its points
// keeps it. (Otherwise let the sum of the k smallest be the one furthest below the promise. Then
// the gap above these k is more than M, so the k hold every chore that any of them may have, and
// their sum did not fall.) For all alike the limit of 2 M says more. This promise comes first.
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
  // The same for everybody who lives here, whoever may be given what; none before floors.h.
  std::vector<std::int64_t> least_sums_of_all;
  std::int64_t spread_within_promise = 0;  // whoever is no further apart keeps it
  // Further apart than a rotation and a run may leave people: floors yield until that is over.
  bool is_far_apart = false;

  // True when giving `micro` more to `person` stays within the limits.
  [[nodiscard]] bool allows(const PlanState& state, std::size_t person, std::int64_t micro) const;

  // By how much the spread or the highest balance ends above its limit; 0 when they keep it.
  [[nodiscard]] std::int64_t missed_by(const std::vector<RunPerson>& people) const;
  // The same for the promise that keeps later runs within the limit.
  [[nodiscard]] std::int64_t promise_missed_by(const std::vector<RunPerson>& people) const;
  [[nodiscard]] std::int64_t promise_to_all_missed_by(const std::vector<RunPerson>& people) const;
  // What a division is judged by: the worst of these; to miss the promise to all is worse than
  // everything else.
  [[nodiscard]] std::int64_t fault(const std::vector<RunPerson>& people) const;
};

// Judged after rotation, before the first random chore.
[[nodiscard]] Guard make_guard(const RunInput& input, const std::vector<RunPerson>& people);

// True when everybody present has the same availability.
[[nodiscard]] bool are_equally_available(const std::vector<RunPerson>& people);

}  // namespace rr
