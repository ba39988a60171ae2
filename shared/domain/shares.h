// Fair shares: how the points of one occurrence are split over the people who could have done it.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/id.h"

namespace rr {

struct Sharer {
  Id roommate_id;
  std::int64_t weight = 0;  // 1-100
  // Micro-points, before this occurrence: the part of the balance from chores of the same type. So
  // rounding never pushes either part apart.
  std::int64_t balance = 0;
};

// Splits `amount_micro` (0 to 10^15) in proportion to weight, in the order of `sharers`: the parts
// add up exactly. What does not divide goes to the highest balances first, one micro-point each.
// Needs at least one sharer.
[[nodiscard]] std::vector<std::int64_t> split_by_weight(std::int64_t amount_micro,
                                                        const std::vector<Sharer>& sharers);

}  // namespace rr
