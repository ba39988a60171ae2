#include "shared/commands/swap_rules.h"

#include "shared/commands/assignment_states.h"
#include "shared/commands/local_time.h"
#include "shared/domain/cycle_time.h"

namespace rr {
namespace {

std::string_view state_in_words(SwapState state) {
  switch (state) {
    case SwapState::proposed: return "still stands";
    case SwapState::accepted: return "was accepted already";
    case SwapState::declined: return "was declined";
    case SwapState::withdrawn: return "was withdrawn";
    case SwapState::undone: return "was accepted and undone";
    default: return "has expired";
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
  return refuse("wrong_state",
                "This offer " + std::string(state_in_words(state)) + ", so it cannot be " +
                    std::string(asked) + ".",
                "id");
}

Status check_can_take(const Reader& reader, const Assignment& assignment, const Id& roommate_id,
                      Date today, const std::string& field) {
  const auto roommate = reader.find<Roommate>(roommate_id);
  if (!roommate) return refuse("not_found", "This roommate is not here any more.", field);
  const std::string& name = roommate->name;
  const Attendance attendance(reader);
  switch (obstacle_to(attendance, assignment, roommate_id, today)) {
    case Obstacle::none: return success();
    case Obstacle::moved_out: return refuse("moved_out", name + " has moved out.", field);
    case Obstacle::no_weight:
      return refuse("no_weight", name + " takes no share of the work.", field);
    case Obstacle::vetoed:
      return refuse("vetoed", name + " is not available for " + assignment.chore_name + ".", field);
    case Obstacle::away: break;
  }
  return refuse("away", name + " is away when " + assignment.chore_name + " is to be done.", field);
}

Status check_can_move(const Assignment& assignment, const Id& holder, Date today,
                      const std::string& field) {
  if (assignment.status != AssignmentStatus::open) {
    Error error = wrong_state(assignment, "swapped");
    error.field = field;
    return error;
  }
  const std::string& name = assignment.chore_name;
  if (assignment.roommate_id != holder) {
    return refuse("wrong_holder", name + " is " + assignment.roommate_name + "'s by now.", field);
  }
  if (assignment.is_locked) {
    return refuse("locked", name + " was fixed to " + assignment.roommate_name + " by an admin.",
                  field);
  }
  if (today > assignment.due_date) {
    return refuse("overdue", name + " is overdue, so it cannot be swapped.", field);
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
