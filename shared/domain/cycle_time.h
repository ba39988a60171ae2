// Cycles: which one is running, and where the weekly reset divides them.
#pragma once

#include <optional>

#include "shared/base/time_zones.h"
#include "shared/domain/attendance.h"
#include "shared/store/transaction.h"

namespace rr {

// The household of a scope; null before it is started.
[[nodiscard]] std::shared_ptr<const Household> household_of(const Reader& reader);

[[nodiscard]] Id cycle_id_of(const Id& household_id, std::int64_t index);
[[nodiscard]] Id cycle_share_id(const Id& cycle_id, const Id& roommate_id);

// Null before the first one is opened.
[[nodiscard]] std::shared_ptr<const Cycle> running_cycle(const Reader& reader);

// The household's first weekly reset after `start`.
[[nodiscard]] Instant cycle_end_after(const Household& household, const TimeZone& zone,
                                      Instant start);

// The local days that a cycle from `start` to `end` touches.
[[nodiscard]] DayRange days_of_cycle(const TimeZone& zone, Instant start, Instant end);

// Largest points of any random chore ever assigned, up to now.
[[nodiscard]] std::int64_t largest_random_points(const Reader& reader, const Cycle& running);

// The first instant after every run and transfer of the running cycle that is not before `now`: who
// joins then takes no part in what was given out before.
[[nodiscard]] Instant instant_after_runs(const Reader& reader, Instant now);

}  // namespace rr
