// Offers to hand over open assignments: how long they stand, and who could take what.
#pragma once

#include <optional>
#include <vector>

#include "shared/domain/attendance.h"
#include "shared/store/transaction.h"

namespace rr {

inline constexpr std::int64_t kOfferStandsMs = 48 * kMillisecondsPerHour;
inline constexpr std::int64_t kSwapUndoMs = 10 * kMillisecondsPerMinute;

// What keeps a roommate from being given an assignment. Judged as a run does: on the day whose
// presence shares the points, or today when that is past.
enum class Obstacle : std::uint8_t { none, moved_out, no_weight, vetoed, away };
[[nodiscard]] Obstacle obstacle_to(const Attendance& attendance, const Assignment& assignment,
                                   const Id& roommate_id, Date today);

// The state as it is at `now`: an offer expires after 48 hours, and when an assignment in it is not
// open any more or overdue. The row says so once the program's own command has run.
[[nodiscard]] SwapState swap_state(const Reader& reader, const Swap& swap, Instant now, Date today);

// Offers that stand by their rows, and in which the assignment is given or asked for in return.
[[nodiscard]] std::vector<std::shared_ptr<const Swap>> live_offers_of(const Reader& reader,
                                                                      const Id& assignment_id);

// Who could accept an offer, in id order: the one asked, or everybody, without obstacles.
[[nodiscard]] std::vector<Id> possible_takers(const Reader& reader, const Swap& swap, Date today);

// A decline's id: the same on every device.
[[nodiscard]] Id swap_decline_id(const Id& swap_id, const Id& roommate_id);

// Open assignments of a roommate between whose day and due date lies any of these days; without a
// last day the absence is open. What is offered back when an absence was entered.
[[nodiscard]] std::vector<std::shared_ptr<const Assignment>> open_assignments_overlapping(
    const Reader& reader, const Id& roommate_id, Date first_day, std::optional<Date> last_day);

// The assignee is away on some day between the assignment's day, or today, and its due date.
[[nodiscard]] bool is_assignee_away(const Attendance& attendance, const Assignment& assignment,
                                    Date today);

}  // namespace rr
