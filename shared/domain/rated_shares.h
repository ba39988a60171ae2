// What a chore of a run weighs for people by their own ratings.
#pragma once

#include "shared/domain/run.h"

namespace rr {

// How heavy `person` finds the chore, in points: their rating, or else the chore's points.
[[nodiscard]] std::int64_t own_rating(const RunChore& chore, const Id& person);

// One row for everybody who lived here: their rating of the whole chore, and the part of it that is
// their fair share by weight among those who could have been given it; 0 for the others. Parts that
// do not divide are rounded up, so that what is lost never counts as having done too much.
[[nodiscard]] std::vector<RatedShare> rated_shares(const RunChore& chore,
                                                   const std::vector<RunPerson>& people);

[[nodiscard]] Id rated_share_id(const Id& assignment_id, const Id& roommate_id);

}  // namespace rr
