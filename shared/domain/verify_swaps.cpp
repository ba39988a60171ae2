#include <set>

#include "shared/domain/swaps.h"
#include "shared/domain/verify_parts.h"

namespace rr {
namespace {

bool is_held(const Reader& rows, const Id& assignment_id, const Id& holder) {
  const auto assignment = rows.find<Assignment>(assignment_id);
  return assignment && assignment->status == AssignmentStatus::open && !assignment->is_locked &&
         assignment->roommate_id == holder;
}

void verify_offer(const Reader& rows, const Swap& swap, Findings& findings) {
  const bool stands = swap.state == SwapState::proposed;
  const bool was_accepted = swap.state == SwapState::accepted || swap.state == SwapState::undone;
  findings.expect(stands != swap.decided_at.has_value(), swap.id,
                  "an offer's state and when it was decided disagree");
  findings.expect(was_accepted == !swap.decided_by.is_nil(), swap.id,
                  "an offer's state and who accepted it disagree");
  findings.expect(swap.in_return.is_nil() || !swap.to_roommate.is_nil(), swap.id,
                  "something is wanted in return from nobody");
  findings.expect(swap.from_roommate != swap.to_roommate && swap.from_roommate != swap.decided_by,
                  swap.id, "somebody swaps with themselves");
  if (!stands) return;
  findings.expect(is_held(rows, swap.assignment_id, swap.from_roommate), swap.id,
                  "somebody offers what is not theirs to give");
  findings.expect(swap.in_return.is_nil() || is_held(rows, swap.in_return, swap.to_roommate),
                  swap.id, "something is wanted in return that is not theirs to give");
}

// (assignment, who took it over) of every swap that holds.
std::set<std::pair<Id, Id>> taken_over(const Reader& rows) {
  std::set<std::pair<Id, Id>> taken;
  for (const auto& swap : rows.all<Swap>()) {
    if (swap->state != SwapState::accepted) continue;
    taken.emplace(swap->assignment_id, swap->decided_by);
    if (!swap->in_return.is_nil()) taken.emplace(swap->in_return, swap->from_roommate);
  }
  return taken;
}

}  // namespace

void verify_swaps(const Reader& rows, Findings& findings) {
  std::set<Id> offered;
  for (const auto& swap : rows.all<Swap>()) {
    verify_offer(rows, *swap, findings);
    const bool is_only =
        swap->state != SwapState::proposed || offered.insert(swap->assignment_id).second;
    findings.expect(is_only, swap->id, "one assignment is offered twice");
  }
  for (const auto& decline : rows.all<SwapDecline>()) {
    findings.expect(decline->id == swap_decline_id(decline->swap_id, decline->roommate_id),
                    decline->id, "a decline's id does not belong to its offer");
  }
  const auto taken = taken_over(rows);
  for (const auto& assignment : rows.all<Assignment>()) {
    if (assignment->rule != AssignmentRule::swap) continue;
    findings.expect(taken.contains({assignment->id, assignment->roommate_id}), assignment->id,
                    "an assignment was swapped by nobody");
  }
}

}  // namespace rr
