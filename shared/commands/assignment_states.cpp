#include "shared/commands/assignment_states.h"

#include <algorithm>

#include "shared/base/fill.h"
#include "shared/commands/pool.h"

namespace rr {
namespace {

constexpr std::int64_t kSecondThoughtsMs = kSecondThoughtsDays * kMillisecondsPerDay;

std::string_view cannot_be(AssignmentStatus status) {
  switch (status) {
    case AssignmentStatus::open: return to_translate("{chore} is open, so it cannot be {asked}.");
    case AssignmentStatus::done:
      return to_translate("{chore} is done already, so it cannot be {asked}.");
    case AssignmentStatus::skipped:
      return to_translate("{chore} was skipped, so it cannot be {asked}.");
    case AssignmentStatus::missed:
      return to_translate("{chore} was missed, so it cannot be {asked}.");
    default: return to_translate("{chore} was cancelled, so it cannot be {asked}.");
  }
}

// Somebody did it in time while offline, and the news arrives within 7 days.
bool is_late_truth(const Reader& reader, const Context& context, const Assignment& assignment) {
  const auto cycle = reader.find<Cycle>(assignment.cycle_id);
  if (!cycle || !cycle->ends_at) return false;
  return context.meant_at < *cycle->ends_at &&
         context.now.unix_ms <= cycle->ends_at->unix_ms + kSecondThoughtsMs;
}

bool is_in_running_cycle(const Reader& reader, const Assignment& assignment) {
  const auto cycle = reader.find<Cycle>(assignment.cycle_id);
  return cycle && cycle->state == CycleState::running;
}

}  // namespace

Error wrong_state(const Assignment& assignment, std::string_view asked) {
  return refuse(
      "wrong_state",
      fill(cannot_be(assignment.status), {{"chore", assignment.chore_name}, {"asked", asked}}),
      "id");
}

Status check_can_finish(const Reader& reader, const Context& context,
                        const Assignment& assignment) {
  if (assignment.status == AssignmentStatus::open) return success();
  if (assignment.status == AssignmentStatus::missed && is_late_truth(reader, context, assignment)) {
    return success();
  }
  return wrong_state(assignment, part("asked", "marked done"));
}

void finish(Transaction& transaction, const Context& context, const Assignment& assignment,
            const Id& done_by, CompletionWay way) {
  Assignment done = assignment;
  done.status = AssignmentStatus::done;
  done.completed_at = std::max(context.meant_at, assignment.assigned_at);
  done.completed_by = done_by;
  done.is_completed_by_subtasks = way == CompletionWay::by_sub_tasks;
  done.points_awarded = assignment.points;
  transaction.put(done);
  LedgerWriter ledger(transaction, context);
  if (done_by != assignment.roommate_id) {
    ledger.reverse(assignment, assignment.roommate_id);
    ledger.assign(assignment, done_by);
  }
  ledger.earn(assignment, done_by);
  expire_offers_of(transaction, context, assignment.id);
}

Status check_can_reopen(const Reader& reader, const Context& context,
                        const Assignment& assignment) {
  if (assignment.status != AssignmentStatus::done)
    return wrong_state(assignment, part("asked", "opened again"));
  const std::int64_t done_at_ms = assignment.completed_at->unix_ms;
  if (!is_in_running_cycle(reader, assignment) &&
      context.now.unix_ms > done_at_ms + kSecondThoughtsMs) {
    return refuse("too_late", "This was done more than 7 days ago, in a cycle that is closed.",
                  "id");
  }
  if (!reader.find<Chore>(assignment.chore_id)) {
    return refuse("chore_removed",
                  fill("{chore} is not a chore here any more.", {{"chore", assignment.chore_name}}),
                  "id");
  }
  const auto assignee = reader.find<Roommate>(assignment.roommate_id);
  if (!assignee || assignee->status == RoommateStatus::moved_out) {
    return refuse("moved_out", fill("{name} has moved out.", {{"name", assignment.roommate_name}}),
                  "id");
  }
  return success();
}

void reopen(Transaction& transaction, const Context& context, const Assignment& assignment) {
  Assignment open = assignment;
  open.status = AssignmentStatus::open;
  open.completed_at.reset();
  open.completed_by = Id{};
  open.is_completed_by_subtasks = false;
  open.points_awarded.reset();
  transaction.put(open);
  LedgerWriter ledger(transaction, context);
  ledger.take_back(assignment, assignment.completed_by);
  if (assignment.completed_by != assignment.roommate_id) {
    ledger.reverse(assignment, assignment.completed_by);
    ledger.assign(assignment, assignment.roommate_id);
  }
}

}  // namespace rr
