// What a run comes to when its assignments are booked one by one: written a second time, so that
// plans and explanations are not judged by what made them. Only the ledger's own rules (how points
// are split, in which order chores are charged) and the guard are the product's.
#pragma once

#include <map>

#include "shared/domain/run.h"

namespace rr {

using HolderOf = std::map<Id, Id>;  // who has each assignment

[[nodiscard]] HolderOf holders_of(const RunPlan& plan);

struct Recount {
  std::map<Id, Balance> after;
  // Without too_far and draws, which need the search.
  Objective objective;
};
[[nodiscard]] Recount recount(const RunInput& input, const HolderOf& holders);

// Balances when `before` is about to be charged; after the run when it is nil.
[[nodiscard]] std::map<Id, Balance> balances_before(const RunInput& input, const HolderOf& holders,
                                                    const Id& before);
// The same with everybody's share of `given` taken: what they stood at when it was given.
[[nodiscard]] std::map<Id, Balance> balances_when_given(const RunInput& input,
                                                        const HolderOf& holders, const Id& given);

}  // namespace rr
