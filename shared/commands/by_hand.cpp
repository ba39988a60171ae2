#include "shared/commands/by_hand.h"

#include <algorithm>

#include "shared/base/fill.h"
#include "shared/commands/actor.h"
#include "shared/commands/assignment_states.h"
#include "shared/commands/define.h"
#include "shared/commands/local_time.h"
#include "shared/commands/pool.h"
#include "shared/commands/swap_rules.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/recurrence.h"
#include "shared/domain/run_input.h"

namespace rr {
namespace {

constexpr FieldInfo kGiveFields[] = {
    id_field<&GiveAssignment::chore_id>("chore_id"),
    id_field<&GiveAssignment::roommate_id>("roommate_id"),
};
constexpr FieldInfo kLockFields[] = {
    id_field<&LockAssignment::id>("id"),
    boolean_field<&LockAssignment::is_locked>("is_locked"),
};
constexpr FieldInfo kReturnFields[] = {
    id_field<&ReturnAssignment::id>("id"),
};
constexpr FieldInfo kAdjustFields[] = {
    id_field<&AdjustPoints::roommate_id>("roommate_id"),
    integer_field<&AdjustPoints::points>("points", -100, 100),
    text_field<&AdjustPoints::reason>("reason", 1, 500),
};

Error assignment_not_found() {
  return refuse("not_found", "This assignment is not here any more.", "id");
}

Error no_cycle() {
  return refuse("no_cycle", "The first cycle has not begun yet. Try again in a moment.");
}

Assignment make_given(const Chore& chore, Date occurrence, const RunMoment& moment) {
  Assignment assignment;
  assignment.id = occurrence_id(chore.id, occurrence);
  assignment.chore_id = chore.id;
  assignment.chore_name = chore.name;
  assignment.frequency = chore.frequency;
  assignment.type = chore.type;
  assignment.points = chore.points;
  assignment.occurrence = occurrence;
  assignment.share_day = std::max(occurrence, moment.today);
  assignment.assigned_at = moment.assigned_at;
  assignment.due_date = due_date_after(chore.frequency, moment.today);
  assignment.is_locked = true;
  return assignment;
}

Status apply_give(Transaction& transaction, const Context& context,
                  const GiveAssignment& arguments) {
  const auto household = household_of(transaction);
  if (!household) return refuse("not_found", "This household is not here any more.");
  const auto chore = transaction.find<Chore>(arguments.chore_id);
  if (!chore) return refuse("not_found", "This chore is not here any more.", "chore_id");
  const Result<TimeZone> zone = zone_of(context, *household);
  if (!zone) return zone.error();
  const auto cycle = running_cycle(transaction);
  if (!cycle) return no_cycle();
  const RunMoment moment = run_moment(transaction, *household, *zone, context.now);
  const auto occurrence = due_occurrence(transaction, *chore, moment.today, moment.cycle.last);
  if (!occurrence)
    return refuse("nothing_due", fill("{chore} is not due.", {{"chore", chore->name}}), "chore_id");
  Assignment given = make_given(*chore, *occurrence, moment);
  given.cycle_id = cycle->id;
  if (Status status =
          check_can_take(transaction, given, arguments.roommate_id, moment.today, "roommate_id");
      !status) {
    return status;
  }
  move_assignment(transaction, given, arguments.roommate_id, AssignmentRule::lock);
  // No run gives it, so what an earlier one noted, before it came back, does not count.
  for (const auto& old : transaction.where<RatedShare>("assignment_id", given.id)) {
    transaction.erase<RatedShare>(old->id);
  }
  LedgerWriter(transaction, context).assign(given, arguments.roommate_id);
  Chore given_out = *chore;
  given_out.next_due = next_occurrence(chore->frequency, chore->anchor, *occurrence);
  transaction.put(given_out);
  return success();
}

Status apply_lock(Transaction& transaction, const Context& context,
                  const LockAssignment& arguments) {
  const auto assignment = transaction.find<Assignment>(arguments.id);
  if (!assignment) return assignment_not_found();
  if (assignment->status != AssignmentStatus::open) {
    return wrong_state(*assignment,
                       arguments.is_locked ? part("asked", "fixed") : part("asked", "freed"));
  }
  Assignment changed = *assignment;
  changed.is_locked = arguments.is_locked;
  transaction.put(changed);
  if (changed.is_locked) expire_offers_of(transaction, context, changed.id);
  return success();
}

std::optional<Command> invert_lock(const Reader& before, const Context&,
                                   const LockAssignment& arguments) {
  const auto assignment = before.find<Assignment>(arguments.id);
  if (!assignment || assignment->is_locked == arguments.is_locked) return std::nullopt;
  return inverse_command(LockAssignment{arguments.id, assignment->is_locked});
}

// Whoever gives a turn back because of an absence is owed it.
void keep_turn(Transaction& transaction, const Attendance& attendance, const Assignment& assignment,
               Date today) {
  const bool is_turn = assignment.type == ChoreType::predefined &&
                       assignment.rule != AssignmentRule::swap &&
                       assignment.rule != AssignmentRule::lock;
  const auto chore = transaction.find<Chore>(assignment.chore_id);
  if (!is_turn || !chore || !chore->owed_turn.is_nil() || chore->last_holder.is_nil()) return;
  if (!is_assignee_away(attendance, assignment, today)) return;
  Chore owing = *chore;
  owing.owed_turn = assignment.roommate_id;
  transaction.put(owing);
}

Status apply_return(Transaction& transaction, const Context& context,
                    const ReturnAssignment& arguments) {
  const Result<Date> today = local_today(transaction, context);
  if (!today) return today.error();
  const auto assignment = transaction.find<Assignment>(arguments.id);
  if (!assignment) return assignment_not_found();
  if (assignment->status != AssignmentStatus::open)
    return wrong_state(*assignment, part("asked", "given back"));
  if (assignment->is_locked) {
    return refuse("locked",
                  fill("{chore} was fixed by an admin.", {{"chore", assignment->chore_name}}),
                  "id");
  }
  const Attendance attendance(transaction);
  if (role_of_actor(transaction, context) < Role::admin &&
      !is_assignee_away(attendance, *assignment, *today)) {
    return refuse("not_allowed", "Only an admin gives a chore back while its assignee is here.",
                  "id");
  }
  const auto cycle = transaction.find<Cycle>(assignment->cycle_id);
  if (!cycle || cycle->state == CycleState::closed) {
    return refuse("cycle_closed", "Its cycle is closed, so what was charged stays.", "id");
  }
  LedgerWriter ledger(transaction, context);
  give_back(transaction, context, ledger, *assignment);
  keep_turn(transaction, attendance, *assignment, *today);
  return success();
}

Status apply_adjust(Transaction& transaction, const Context& context,
                    const AdjustPoints& arguments) {
  const auto roommate = transaction.find<Roommate>(arguments.roommate_id);
  if (!roommate) {
    return refuse("not_found", "This roommate is not here any more.", "roommate_id");
  }
  if (roommate->status == RoommateStatus::moved_out) {
    return refuse("moved_out", fill("{name} has moved out.", {{"name", roommate->name}}),
                  "roommate_id");
  }
  if (arguments.points == 0) {
    return refuse("no_points", "Say how many points to add or to take.", "points");
  }
  const auto cycle = running_cycle(transaction);
  if (!cycle) return no_cycle();
  LedgerWriter(transaction, context)
      .adjust(cycle->id, roommate->id, arguments.points, arguments.reason);
  return success();
}

constexpr CommandInfo kGive = [] {
  CommandInfo info = define_command<GiveAssignment, apply_give>("assignment.give", kGiveFields);
  info.role = Role::admin;
  info.command_class = CommandClass::guarded;
  return info;
}();

constexpr CommandInfo kLock = [] {
  CommandInfo info = define_command<LockAssignment, apply_lock>("assignment.lock", kLockFields);
  info.role = Role::admin;
  info.inverse = &invert_arguments<LockAssignment, invert_lock>;
  return info;
}();

constexpr CommandInfo kReturn = [] {
  CommandInfo info =
      define_command<ReturnAssignment, apply_return>("assignment.return_to_pool", kReturnFields);
  info.command_class = CommandClass::guarded;
  return info;
}();

constexpr CommandInfo kAdjust = [] {
  CommandInfo info = define_command<AdjustPoints, apply_adjust>("points.adjust", kAdjustFields);
  info.role = Role::admin;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<GiveAssignment>() {
  return kGive;
}
template <>
const CommandInfo& describe_command<LockAssignment>() {
  return kLock;
}
template <>
const CommandInfo& describe_command<ReturnAssignment>() {
  return kReturn;
}
template <>
const CommandInfo& describe_command<AdjustPoints>() {
  return kAdjust;
}

}  // namespace rr
