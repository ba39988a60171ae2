// "What would make it fairer?": the single swap of open assignments that brings balances closest.
#pragma once

#include <optional>

#include "shared/base/time.h"
#include "shared/store/transaction.h"

namespace rr {

// One assignment goes to somebody else, who may give one of theirs in return.
struct FairerSwap {
  Id assignment_id;
  Id to;
  Id in_return;                    // an assignment of theirs; nil: none
  std::int64_t spread_before = 0;  // micro-points, over the people present
  std::int64_t spread_after = 0;   // smaller
};

// Vetoes, absences and locks count. nullopt when no single swap makes the spread smaller by a
// thousandth of a point. Of those that do equally well the simplest comes first, then the lowest
// id.
[[nodiscard]] std::optional<FairerSwap> fairer_swap(const Reader& reader, Date today);

}  // namespace rr
