// Classic mode: random chores are drawn, with better chances for those who have done less.
//
// The weight of a person is how far they stand below the highest balance of those who could get the
// chore, and one point: nobody's chance is 0. Everything else is as in every run: who may be given
// a chore, floors, and the guard.
#pragma once

#include <optional>

#include "shared/domain/prepared_run.h"
#include "shared/domain/search.h"

namespace rr {

// As many draws are tried before a run is divided as if it were not drawn.
inline constexpr std::int64_t kMostDraws = 8;

// Who of `places` (in PlanState::people(), not empty) gets the chore in draw number `draw`.
[[nodiscard]] std::size_t draw_place(const PlanState& state, const RunChore& chore,
                                     const std::vector<std::size_t>& places, std::int64_t draw);

// The first draw that keeps every rule as well as the greedy division does; nullopt when none of
// them ended there.
[[nodiscard]] std::optional<Found> divide_by_draw(const PreparedRun& prepared);

}  // namespace rr
