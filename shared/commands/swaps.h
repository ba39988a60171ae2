// Commands about swaps: offering an open assignment to somebody, alone or for one of theirs.
//
// | from     | event                                                         | to        |
// |----------|---------------------------------------------------------------|-----------|
// | -        | swap.propose, to one person or to everybody                   | proposed  |
// | proposed | swap.accept: all assignments in it move in one step           | accepted  |
// | proposed | swap.decline by the one asked, or by all who could accept     | declined  |
// | proposed | swap.withdraw                                                 | withdrawn |
// | proposed | 48 hours, or an assignment in it is done, skipped, overdue,   | expired   |
// |          | fixed by hand, given back, missed, removed or swapped away    |           |
// | accepted | swap.undo within 10 minutes by either, nothing done yet       | undone    |
// | withdrawn| swap.propose, the same offer with the same id                 | proposed  |
//
// Every other transition is refused with wrong_state and a sentence that names the present state.
// An offer may be made until the end of the due day. What moves: the assignee, the charge, and so
// the balance; due dates and rotation stay. All are guarded: two sides may act at once, and the
// server's order decides. Vetoes and absences apply as in a run.
//
// Refusals that several have: not_found, time_zones_missing, not_allowed, same_person, moved_out,
// no_weight, vetoed, away (of who would be given something), locked, overdue, wrong_holder.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// By the assignee, or an admin for them. Also: id_taken, offered_already (one offer for each
// assignment stands at a time), nobody_asked (something in return, from nobody), nobody_able (to
// everybody, and nobody could take it).
struct ProposeSwap {
  Id id;
  Id assignment_id;
  Id in_return;    // nil: it is given away
  Id to_roommate;  // nil: everybody is asked
  std::optional<std::string> note;
};

// `roommate_id` accepts or declines; nil: the roommate that the actor is linked to. For others only
// an admin, and only where nobody is linked to them. Also: no_roommate.
struct AcceptSwap {
  Id id;
  Id roommate_id;
};
struct DeclineSwap {
  Id id;
  Id roommate_id;
};

// By who offered it, or an admin.
struct WithdrawSwap {
  Id id;
};

// By either side, or by an admin where nobody is linked to one. Also: too_late.
struct UndoSwap {
  Id id;
};

// System: says that an offer has expired. Also: too_early.
struct ExpireSwap {
  Id id;
};

template <>
const CommandInfo& describe_command<ProposeSwap>();
template <>
const CommandInfo& describe_command<AcceptSwap>();
template <>
const CommandInfo& describe_command<DeclineSwap>();
template <>
const CommandInfo& describe_command<WithdrawSwap>();
template <>
const CommandInfo& describe_command<UndoSwap>();
template <>
const CommandInfo& describe_command<ExpireSwap>();

}  // namespace rr
