#include "shared/commands/assignments.h"

#include <algorithm>

#include "shared/base/fill.h"
#include "shared/commands/actor.h"
#include "shared/commands/assignment_states.h"
#include "shared/commands/define.h"
#include "shared/commands/local_time.h"
#include "shared/commands/pool.h"
#include "shared/domain/attendance.h"
#include "shared/domain/cycle_time.h"

namespace rr {
namespace {

constexpr FieldInfo kCompleteFields[] = {
    id_field<&CompleteAssignment::id>("id"),
    id_field<&CompleteAssignment::done_by>("done_by").nullable(),
};

constexpr FieldInfo kUndoFields[] = {
    id_field<&UndoAssignment::id>("id"),
};

constexpr FieldInfo kSkipFields[] = {
    id_field<&SkipAssignment::id>("id"),
};

Error assignment_not_found() {
  return refuse("not_found", "This assignment is not here any more.", "id");
}

Status apply_complete(Transaction& transaction, const Context& context,
                      const CompleteAssignment& arguments) {
  const auto assignment = transaction.find<Assignment>(arguments.id);
  if (!assignment) return assignment_not_found();
  if (Status status = check_can_finish(transaction, context, *assignment); !status) return status;
  const bool is_cover = !arguments.done_by.is_nil() && arguments.done_by != assignment->roommate_id;
  const Id done_by = is_cover ? arguments.done_by : assignment->roommate_id;
  const auto doer = transaction.find<Roommate>(done_by);
  if (!doer) return refuse("not_found", "This roommate is not here any more.", "done_by");
  if (is_cover && doer->status == RoommateStatus::moved_out) {
    return refuse("moved_out", fill("{name} has moved out.", {{"name", doer->name}}), "done_by");
  }
  finish(transaction, context, *assignment, done_by, CompletionWay::by_hand);
  return success();
}

std::optional<Command> invert_complete(const Reader& before, const Context&,
                                       const CompleteAssignment& arguments) {
  const auto assignment = before.find<Assignment>(arguments.id);
  // Undo opens; it does not make an assignment missed again.
  if (!assignment || assignment->status != AssignmentStatus::open) return std::nullopt;
  return inverse_command(UndoAssignment{arguments.id});
}

Status apply_undo(Transaction& transaction, const Context& context,
                  const UndoAssignment& arguments) {
  const auto assignment = transaction.find<Assignment>(arguments.id);
  if (!assignment) return assignment_not_found();
  if (Status status = check_can_reopen(transaction, context, *assignment); !status) return status;
  reopen(transaction, context, *assignment);
  return success();
}

std::optional<Command> invert_undo(const Reader& before, const Context&,
                                   const UndoAssignment& arguments) {
  const auto assignment = before.find<Assignment>(arguments.id);
  if (!assignment || assignment->status != AssignmentStatus::done) return std::nullopt;
  // Its last tick completed it; that cannot be said again while every tick is there.
  if (assignment->is_completed_by_subtasks) return std::nullopt;
  return inverse_command(CompleteAssignment{arguments.id, assignment->completed_by});
}

Status check_may_skip(const Reader& reader, const Context& context, const Assignment& assignment) {
  if (role_of_actor(reader, context) >= Role::admin) return success();
  const auto household = household_of(reader);
  if (!household) return refuse("not_found", "This household is not here any more.");
  const Result<TimeZone> zone = zone_of(context, *household);
  if (!zone) return zone.error();
  const Date today = zone->date_of(context.now);
  const Attendance attendance(reader);
  const auto& people = attendance.people();
  const bool is_away = std::any_of(people.begin(), people.end(), [&](const auto& person) {
    return person.roommate->id == assignment.roommate_id && Attendance::is_away(person, today);
  });
  if (is_away) return success();
  return refuse("not_allowed", "Only an admin skips a chore while its assignee is here.", "id");
}

Status apply_skip(Transaction& transaction, const Context& context,
                  const SkipAssignment& arguments) {
  const auto assignment = transaction.find<Assignment>(arguments.id);
  if (!assignment) return assignment_not_found();
  if (assignment->status != AssignmentStatus::open)
    return wrong_state(*assignment, part("asked", "skipped"));
  if (Status status = check_may_skip(transaction, context, *assignment); !status) return status;
  const auto cycle = transaction.find<Cycle>(assignment->cycle_id);
  if (!cycle || cycle->state == CycleState::closed) {
    return refuse("cycle_closed", "Its cycle is closed, so what was charged stays.", "id");
  }
  Assignment skipped = *assignment;
  skipped.status = AssignmentStatus::skipped;
  transaction.put(skipped);
  LedgerWriter(transaction, context).reverse(*assignment, assignment->roommate_id);
  expire_offers_of(transaction, context, assignment->id);
  return success();
}

constexpr CommandInfo kComplete = [] {
  CommandInfo info =
      define_command<CompleteAssignment, apply_complete>("assignment.complete", kCompleteFields);
  info.inverse = &invert_arguments<CompleteAssignment, invert_complete>;
  return info;
}();

constexpr CommandInfo kUndo = [] {
  CommandInfo info = define_command<UndoAssignment, apply_undo>("assignment.undo", kUndoFields);
  info.inverse = &invert_arguments<UndoAssignment, invert_undo>;
  return info;
}();

constexpr CommandInfo kSkip =
    define_command<SkipAssignment, apply_skip>("assignment.skip", kSkipFields);

}  // namespace

template <>
const CommandInfo& describe_command<CompleteAssignment>() {
  return kComplete;
}
template <>
const CommandInfo& describe_command<UndoAssignment>() {
  return kUndo;
}
template <>
const CommandInfo& describe_command<SkipAssignment>() {
  return kSkip;
}

}  // namespace rr
