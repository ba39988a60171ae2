// A chore's own recurrence: the days it is due, counted from its anchor.
//
// The grid of a chore is its anchor and every day, 7th day, 14th day, or same day of the month from
// there on (a month too short gives its last day, and the month after it the anchor's day again).
#pragma once

#include "shared/base/time.h"
#include "shared/domain/entities.h"

namespace rr {

// The first day of the grid after `day`.
[[nodiscard]] Date next_occurrence(Frequency frequency, Date anchor, Date day);

// The last day of the grid on or before `day`, which is not before the anchor.
[[nodiscard]] Date latest_occurrence(Frequency frequency, Date anchor, Date day);

// Due at the end of this local day when assigned on `day`.
[[nodiscard]] Date due_date_after(Frequency frequency, Date day);

// The occurrence a chore stands at when days up to `limit` count: its next-due day, or the latest
// one of the grid when several lie between. May lie beyond the limit.
[[nodiscard]] Date standing_occurrence(const Chore& chore, Date limit);

// An assignment's id: the same on every device for the same chore and day.
[[nodiscard]] Id occurrence_id(const Id& chore_id, Date occurrence);

}  // namespace rr
