// What several commands about swaps judge. Included by shared/commands only.
#pragma once

#include "shared/commands/command.h"
#include "shared/domain/swaps.h"

namespace rr {

// The household's day. Codes: not_found (no household), those of zone_of.
[[nodiscard]] Result<Date> local_today(const Reader& reader, const Context& context);

// The offer, which must stand. Codes: not_found, wrong_state.
[[nodiscard]] Result<Swap> standing_offer(const Reader& reader, const Context& context,
                                          const Id& swap_id, Date today, std::string_view asked);

// Code wrong_state: what was asked, and the state the offer is in.
[[nodiscard]] Error wrong_swap_state(SwapState state, std::string_view asked);

// Whether a roommate may be given an assignment: moved_out, no_weight, vetoed, away.
[[nodiscard]] Status check_can_take(const Reader& reader, const Assignment& assignment,
                                    const Id& roommate_id, Date today, const std::string& field);

// Open, in these hands, not fixed by hand and not overdue: wrong_state, wrong_holder, locked,
// overdue.
[[nodiscard]] Status check_can_move(const Assignment& assignment, const Id& holder, Date today,
                                    const std::string& field);

[[nodiscard]] bool is_linked_to_anybody(const Reader& reader, const Id& roommate_id);

// Makes another the assignee, by `rule`. The charge is the caller's.
void move_assignment(Transaction& transaction, const Assignment& assignment, const Id& roommate_id,
                     AssignmentRule rule);

}  // namespace rr
