// The balance guard (rule G2): how far apart a run may leave the people present.
#pragma once

#include <optional>

#include "shared/domain/plan_state.h"

namespace rr {

struct Guard {
  Measure measure = Measure::random;  // total while predefined points have drifted too far apart
  std::int64_t most_spread = 0;
  // Only in a household without predefined chores: no balance ends above this.
  std::optional<std::int64_t> highest_balance;

  // True when giving `micro` more to `person` stays within the limits.
  [[nodiscard]] bool allows(const PlanState& state, std::size_t person, std::int64_t micro) const;
};

// Judged after rotation, before the first random chore.
[[nodiscard]] Guard make_guard(const RunInput& input, const PlanState& state);

// True when everybody present has the same availability.
[[nodiscard]] bool are_equally_available(const std::vector<RunPerson>& people);

}  // namespace rr
