// Carried balances: what everybody was given against their fair share, over all cycles.
//
// Closed cycles count by their frozen rows, the running one by the ledger and today's attendance.
// Sums over people are exactly 0. Amounts in micro-points.
#pragma once

#include <map>

#include "shared/domain/attendance.h"
#include "shared/store/transaction.h"

namespace rr {

struct Balance {
  std::int64_t total = 0;   // points given minus fair share; positive: did more than their share
  std::int64_t random = 0;  // the part of it from random chores

  friend bool operator==(const Balance&, const Balance&) = default;
};

// One roommate in one cycle.
struct CycleFigures {
  std::int64_t assigned = 0;
  std::int64_t random_assigned = 0;
  std::int64_t share = 0;
  std::int64_t random_share = 0;
  std::int64_t transferred = 0;
  std::int64_t random_transferred = 0;
};

struct HouseholdBalances {
  std::map<Id, CycleFigures> running;  // everybody who has any figure in the running cycle
  std::map<Id, Balance> balances;      // everybody who ever lived here
};

// Balances at the end of the closed cycles.
[[nodiscard]] std::map<Id, Balance> carried_balances(const Reader& reader);

// Adds the running cycle to what was carried.
[[nodiscard]] HouseholdBalances balances_of(const Reader& reader);
[[nodiscard]] HouseholdBalances balances_of(const Reader& reader, const Attendance& attendance);

// The part of a balance that comes from chores of one type.
[[nodiscard]] std::int64_t part_of(const Balance& balance, ChoreType type);

// The order in which a cycle's occurrences are charged, in every fold and in every run: rotation
// before random chores, largest first. True when `a` comes before `b`; earlier runs come first.
[[nodiscard]] bool is_charged_before(ChoreType a_type, std::int64_t a_points, const Id& a_id,
                                     ChoreType b_type, std::int64_t b_points, const Id& b_id);

}  // namespace rr
