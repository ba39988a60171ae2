// Gives out the random chores one by one, the largest first, each to the smallest balance that the
// guard allows, or to whom a draw among those gives it.
#pragma once

#include <optional>

#include "shared/domain/division.h"

namespace rr {

// One way to go about it.
struct GreedyWay {
  Measure by = Measure::total;         // whose smallest balance gets the next chore
  bool has_soft_floors = true;         // G3, and G1 with unequal availability
  std::optional<std::int64_t> draw{};  // the number of a draw (classic.h) that decides instead
};

[[nodiscard]] Holders divide_greedily(const PlanState& rotated, const Guard& guard,
                                      const GreedyWay& way);

}  // namespace rr
