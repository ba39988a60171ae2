#include "shared/commands/swap_rules.h"

#include "shared/base/fill.h"
#include "shared/commands/assignment_states.h"
#include "shared/commands/local_time.h"
#include "shared/domain/cycle_time.h"

namespace rr {
namespace {

std::string_view cannot_be(SwapState state) {
  switch (state) {
    case SwapState::proposed:
      return to_translate("This offer still stands, so it cannot be {asked}.");
    case SwapState::accepted:
      return to_translate("This offer was accepted already, so it cannot be {asked}.");
    case SwapState::declined:
      return to_translate("This offer was declined, so it cannot be {asked}.");
    case SwapState::withdrawn:
      return to_translate("This offer was withdrawn, so it cannot be {asked}.");
    case SwapState::undone:
      return to_translate("This offer was accepted and undone, so it cannot be {asked}.");
    default: return to_translate("This offer has expired, so it cannot be {asked}.");
  }
}

}  // namespace

Result<Date> local_today(const Reader& reader, const Context& context) {
  const auto household = household_of(reader);
  if (!household) return refuse("not_found", "This household is not here any more.");
  const Result<TimeZone> zone = zone_of(context, *household);
  if (!zone) return zone.error();
  return zone->date_of(context.now);
}

Result<Swap> standing_offer(const Reader& reader, const Context& context, const Id& swap_id,
                            Date today, std::string_view asked) {
  const auto swap = reader.find<Swap>(swap_id);
  if (!swap) return refuse("not_found", "This offer is not here any more.", "id");
  const SwapState state = swap_state(reader, *swap, context.now, today);
  if (state != SwapState::proposed) return wrong_swap_state(state, asked);
  return *swap;
}

Error wrong_swap_state(SwapState state, std::string_view asked) {
  return refuse("wrong_state", fill(cannot_be(state), {{"asked", asked}}), "id");
}

Status check_can_take(const Reader& reader, const Assignment& assignment, const Id& roommate_id,
                      Date today, const std::string& field) {
  const auto roommate = reader.find<Roommate>(roommate_id);
  if (!roommate) return refuse("not_found", "This roommate is not here any more.", field);
  const std::string& name = roommate->name;
  const Attendance attendance(reader);
  switch (obstacle_to(attendance, assignment, roommate_id, today)) {
    case Obstacle::none: return success();
    case Obstacle::moved_out:
      return refuse("moved_out", fill("{name} has moved out.", {{"name", name}}), field);
    case Obstacle::no_weight:
      return refuse("no_weight", fill("{name} takes no share of the work.", {{"name", name}}),
                    field);
    case Obstacle::vetoed:
      return refuse("vetoed",
                    fill("{name} is not available for {chore}.",
                         {{"name", name}, {"chore", assignment.chore_name}}),
                    field);
    case Obstacle::away: break;
  }
  return refuse("away",
                fill("{name} is away when {chore} is to be done.",
                     {{"name", name}, {"chore", assignment.chore_name}}),
                field);
}

Status check_can_move(const Assignment& assignment, const Id& holder, Date today,
                      const std::string& field) {
  if (assignment.status != AssignmentStatus::open) {
    Error error = wrong_state(assignment, part("asked", "swapped"));
    error.field = field;
    return error;
  }
  const std::string& name = assignment.chore_name;
  if (assignment.roommate_id != holder) {
    return refuse(
        "wrong_holder",
        fill("{chore} is {name}'s by now.", {{"chore", name}, {"name", assignment.roommate_name}}),
        field);
  }
  if (assignment.is_locked) {
    return refuse("locked",
                  fill("{chore} was fixed to {name} by an admin.",
                       {{"chore", name}, {"name", assignment.roommate_name}}),
                  field);
  }
  if (today > assignment.due_date) {
    return refuse("overdue",
                  fill("{chore} is overdue, so it cannot be swapped.", {{"chore", name}}), field);
  }
  return success();
}

bool is_linked_to_anybody(const Reader& reader, const Id& roommate_id) {
  return !reader.where<Member>("roommate_id", roommate_id).empty();
}

void move_assignment(Transaction& transaction, const Assignment& assignment, const Id& roommate_id,
                     AssignmentRule rule) {
  Assignment moved = assignment;
  moved.roommate_id = roommate_id;
  moved.roommate_name = transaction.find<Roommate>(roommate_id)->name;
  moved.rule = rule;
  transaction.put(moved);
}

}  // namespace rr
