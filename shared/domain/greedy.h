// Gives out the random chores one by one, the largest first, each to the smallest balance that the
// guard allows.
#pragma once

#include "shared/domain/division.h"

namespace rr {

// One way to go about it.
struct GreedyWay {
  Measure by = Measure::total;  // whose smallest balance gets the next chore
  bool has_soft_floors = true;  // G3, and G1 with unequal availability
};

[[nodiscard]] Holders divide_greedily(const PlanState& rotated, const Guard& guard,
                                      const GreedyWay& way);

}  // namespace rr
