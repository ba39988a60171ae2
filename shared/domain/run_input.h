// Builds a run's input from a household's rows.
#pragma once

#include "shared/base/time_zones.h"
#include "shared/domain/run.h"
#include "shared/store/transaction.h"

namespace rr {

struct RunMoment {
  Instant assigned_at;  // after every earlier run, not before anybody who lives here joined
  Date today;
  DayRange cycle;  // the days of the present cycle
};

// When and where a run at `now` stands. Works before the first cycle was opened, too.
[[nodiscard]] RunMoment run_moment(const Reader& reader, const Household& household,
                                   const TimeZone& zone, Instant now);

[[nodiscard]] RunInput build_run_input(const Reader& reader, const Household& household,
                                       const TimeZone& zone, const RunMoment& moment);

// The occurrence of `chore` that is due: the latest one within the present cycle and less than one
// period ahead of today, unless it was given out. One that came back when its assignee moved out
// counts as not given out; older ones have lapsed.
[[nodiscard]] std::optional<Date> due_occurrence(const Reader& reader, const Chore& chore,
                                                 Date today, Date last_day);

// Where runs plan the whole cycle, a daily chore is due on every day from today to the cycle's last
// that was not given out, in their order; every other chore as above, at most once.
[[nodiscard]] std::vector<Date> due_occurrences(const Reader& reader, const Household& household,
                                                const Chore& chore, const RunMoment& moment);

}  // namespace rr
