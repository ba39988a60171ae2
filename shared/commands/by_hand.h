// Commands with which people decide what a run would have, and correct points.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// Gives a due chore to a roommate and fixes it to them; charged as in a run, outside the rotation.
// Admins only. Refusals: not_found, time_zones_missing, no_cycle, nothing_due, moved_out,
// no_weight, vetoed, away.
struct GiveAssignment {
  Id chore_id;
  Id roommate_id;
};

// Fixes an open assignment to its assignee, or frees it: what is fixed is neither swapped nor given
// back. Offers with it end. Admins only. Refusals: not_found, wrong_state.
struct LockAssignment {
  Id id;
  bool is_locked = false;
};

// Gives an open assignment back: it is due again, and nobody is charged. While the assignee is away
// on some day up to its due date, or by an admin. A turn of the rotation that is given back because
// of absence is owed. Refusals: not_found, time_zones_missing, wrong_state, locked, not_allowed,
// cycle_closed.
struct ReturnAssignment {
  Id id;
};

// Adds to the points that are shown of a roommate in the running cycle, or takes from them; never
// part of balances. Admins only. Refusals: not_found, moved_out, no_cycle, no_points.
struct AdjustPoints {
  Id roommate_id;
  std::int64_t points = 0;
  std::string reason;
};

template <>
const CommandInfo& describe_command<GiveAssignment>();
template <>
const CommandInfo& describe_command<LockAssignment>();
template <>
const CommandInfo& describe_command<ReturnAssignment>();
template <>
const CommandInfo& describe_command<AdjustPoints>();

}  // namespace rr
