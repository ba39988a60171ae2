// Rotation of predefined chores (rule H4).
#pragma once

#include "shared/domain/run.h"

namespace rr {

struct Turn {
  Id assignment_id;
  Id roommate_id;
  Id turn_after;  // who had the turn before; nil at the first of all
  AssignmentRule rule = AssignmentRule::rotation;
  PlannedTurn after;
};

// Whose turn it is. Somebody owed a turn who is back comes first; the first turn of all goes to the
// lowest balance; then the next eligible person after the last holder. Whoever is passed over while
// away is owed a turn, at most one per chore. The order of rotation is the order of ids, which are
// time-ordered. Needs somebody eligible; `people` is in id order.
[[nodiscard]] Turn next_turn(const RunChore& chore, const std::vector<RunPerson>& people,
                             const Id& seed);

// The turns of one chore's occurrences, in the order of their days: each goes on where the one
// before it left off.
[[nodiscard]] std::vector<Turn> turns_of(std::vector<const RunChore*> occurrences,
                                         const std::vector<RunPerson>& people, const Id& seed);

// O6: decides between equals, by a hash of seed, person and chore. True when `a` comes first.
[[nodiscard]] bool wins_draw(const Id& seed, const Id& chore_id, const Id& a, const Id& b);

}  // namespace rr
