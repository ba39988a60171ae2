#include "shared/domain/swaps.h"

#include <algorithm>

namespace rr {
namespace {

const Attendance::Person* person_of(const Attendance& attendance, const Id& roommate_id) {
  const auto& people = attendance.people();
  const auto found = std::find_if(people.begin(), people.end(), [&](const auto& person) {
    return person.roommate->id == roommate_id;
  });
  return found == people.end() ? nullptr : &*found;
}

bool still_stands(const Reader& reader, const Id& assignment_id, Date today) {
  const auto assignment = reader.find<Assignment>(assignment_id);
  return assignment && assignment->status == AssignmentStatus::open &&
         today <= assignment->due_date;
}

bool has_declined(const Reader& reader, const Id& swap_id, const Id& roommate_id) {
  return reader.find<SwapDecline>(swap_decline_id(swap_id, roommate_id)) != nullptr;
}

}  // namespace

Obstacle obstacle_to(const Attendance& attendance, const Assignment& assignment,
                     const Id& roommate_id, Date today) {
  const Attendance::Person* person = person_of(attendance, roommate_id);
  if (person == nullptr || !Attendance::is_active(*person)) return Obstacle::moved_out;
  if (person->weight == 0) return Obstacle::no_weight;
  if (attendance.has_veto(assignment.chore_id, roommate_id)) return Obstacle::vetoed;
  const Date day = std::max(assignment.share_day, today);
  return Attendance::is_away(*person, day) ? Obstacle::away : Obstacle::none;
}

SwapState swap_state(const Reader& reader, const Swap& swap, Instant now, Date today) {
  if (swap.state != SwapState::proposed) return swap.state;
  const bool is_over = now.unix_ms >= swap.proposed_at.unix_ms + kOfferStandsMs ||
                       !still_stands(reader, swap.assignment_id, today) ||
                       (!swap.in_return.is_nil() && !still_stands(reader, swap.in_return, today));
  return is_over ? SwapState::expired : SwapState::proposed;
}

std::vector<std::shared_ptr<const Swap>> live_offers_of(const Reader& reader,
                                                        const Id& assignment_id) {
  std::vector<std::shared_ptr<const Swap>> offers;
  for (const std::string_view field : {"assignment_id", "in_return"}) {
    for (const auto& swap : reader.where<Swap>(field, assignment_id)) {
      if (swap->state == SwapState::proposed) offers.push_back(swap);
    }
  }
  return offers;
}

std::vector<Id> possible_takers(const Reader& reader, const Swap& swap, Date today) {
  std::vector<Id> takers;
  const auto assignment = reader.find<Assignment>(swap.assignment_id);
  if (!assignment) return takers;
  const Attendance attendance(reader);
  for (const Attendance::Person& person : attendance.people()) {
    const Id& id = person.roommate->id;
    const bool is_asked = swap.to_roommate.is_nil() || swap.to_roommate == id;
    if (!is_asked || id == swap.from_roommate || has_declined(reader, swap.id, id)) continue;
    if (obstacle_to(attendance, *assignment, id, today) == Obstacle::none) takers.push_back(id);
  }
  return takers;
}

Id swap_decline_id(const Id& swap_id, const Id& roommate_id) {
  return derive_id(swap_id, "decline:" + roommate_id.to_string());
}

std::vector<std::shared_ptr<const Assignment>> open_assignments_overlapping(
    const Reader& reader, const Id& roommate_id, Date first_day, std::optional<Date> last_day) {
  std::vector<std::shared_ptr<const Assignment>> found;
  for (const auto& assignment : reader.where<Assignment>("roommate_id", roommate_id)) {
    const bool overlaps =
        first_day <= assignment->due_date && (!last_day || assignment->share_day <= *last_day);
    if (overlaps && assignment->status == AssignmentStatus::open) found.push_back(assignment);
  }
  return found;
}

bool is_assignee_away(const Attendance& attendance, const Assignment& assignment, Date today) {
  const Attendance::Person* person = person_of(attendance, assignment.roommate_id);
  if (person == nullptr) return false;
  const Date first = std::max(assignment.share_day, today);
  const Date last = std::max(assignment.due_date, first);
  return std::any_of(person->absences.begin(), person->absences.end(), [&](const auto& absence) {
    return absence->first_day <= last && (!absence->last_day || first <= *absence->last_day);
  });
}

}  // namespace rr
