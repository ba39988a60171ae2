// The points that screens show, as sums of the ledger (micro-points).
#pragma once

#include <map>

#include "shared/domain/balances.h"
#include "shared/store/transaction.h"

namespace rr {

struct ShownPoints {
  std::int64_t current_cycle = 0;  // earned in the running cycle, adjustments by hand included
  std::int64_t assigned_load = 0;  // given out in the running cycle, done or not
  std::int64_t total = 0;          // earned in all cycles, with adjustments and what was imported
  Balance balance;                 // above 0: did more than their share
};

// One entry for everybody who ever lived here. Reads the whole ledger: call it when rows changed,
// not every frame.
[[nodiscard]] std::map<Id, ShownPoints> shown_points(const Reader& reader);

}  // namespace rr
