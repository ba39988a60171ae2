// Commands about assignments: dividing what is due, and what becomes of each part.
//
// States and transitions: open -> done, skipped, missed, cancelled; done -> open; missed -> done.
// Every other one is refused with code wrong_state and a sentence that names the present state.
// Points move in the ledger only (domain/entities.h).
#pragma once

#include "shared/commands/command.h"

namespace rr {

// Gives every chore that is due to somebody, by the household's next seed. Guarded: until the
// server agrees it is only requested. With nothing due, or nobody to give it to, it succeeds and
// changes nothing. With `expected_digest` (domain/preview.h) it gives out what a preview showed, or
// nothing. Refusals: not_found (no household), time_zones_missing, preview_outdated.
struct RunAssignments {
  std::optional<std::string> expected_digest;
};

// Marks an assignment done. `done_by` is the roommate who did it: nil means the assignee; somebody
// else covered for them, and points and balance go there. A missed one may still be claimed by who
// did it before the cycle closed, up to 7 days after. Refusals: not_found, wrong_state, moved_out.
struct CompleteAssignment {
  Id id;
  Id done_by;
};

// Opens a done assignment again, in its cycle or within 7 days after it was done. Its ticks stay.
// Refusals: not_found, wrong_state, too_late, chore_removed, moved_out (the assignee).
struct UndoAssignment {
  Id id;
};

// Takes an open assignment off the assignee, who is not charged: only while the assignee is away,
// or by an admin. Refusals: not_found, wrong_state, not_allowed, cycle_closed.
struct SkipAssignment {
  Id id;
};

// Ticks or unticks one sub-task. Where the household wants it, the last tick marks the assignment
// done for its assignee, and unticking opens it again. Saying what is so already changes nothing.
// Refusals: not_found, wrong_chore (the sub-task is another chore's), wrong_state, and those of
// assignment.undo.
struct SetCompletion {
  Id assignment_id;
  Id sub_chore_id;
  bool done = false;
};

// A tick's id: the same on every device.
[[nodiscard]] Id completion_id(const Id& assignment_id, const Id& sub_chore_id);

template <>
const CommandInfo& describe_command<RunAssignments>();
template <>
const CommandInfo& describe_command<CompleteAssignment>();
template <>
const CommandInfo& describe_command<UndoAssignment>();
template <>
const CommandInfo& describe_command<SkipAssignment>();
template <>
const CommandInfo& describe_command<SetCompletion>();

}  // namespace rr
