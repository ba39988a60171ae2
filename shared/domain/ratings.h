// How heavy people find chores: their effort votes, which are also their own ratings where those
// divide the chores.
#pragma once

#include <optional>

#include "shared/store/transaction.h"

namespace rr {

// The id of the row for these two.
[[nodiscard]] Id effort_vote_id(const Id& chore_id, const Id& roommate_id);
// nullopt when the roommate said nothing.
[[nodiscard]] std::optional<std::int64_t> effort_vote_of(const Reader& reader, const Id& chore_id,
                                                         const Id& roommate_id);

// What the votes of those who live here suggest as the chore's points: the middle one, of an even
// number the lower of the two in the middle, so that it is somebody's vote and a whole number.
// nullopt without votes.
[[nodiscard]] std::optional<std::int64_t> median_effort(const Reader& reader, const Id& chore_id);

}  // namespace rr
