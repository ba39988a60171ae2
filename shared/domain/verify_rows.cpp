#include <algorithm>
#include <map>
#include <set>

#include "shared/base/fold.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/recurrence.h"
#include "shared/domain/verify_parts.h"

namespace rr {
namespace {

bool is_active(const Reader& rows, const Id& roommate_id) {
  const auto roommate = rows.find<Roommate>(roommate_id);
  return roommate && roommate->status == RoommateStatus::active;
}

bool overlap(const Absence& a, const Absence& b) {
  return (!a.last_day || b.first_day <= *a.last_day) && (!b.last_day || a.first_day <= *b.last_day);
}

void verify_absences(const Reader& rows, const Id& roommate_id, Findings& findings) {
  const auto absences = rows.where<Absence>("roommate_id", roommate_id);
  for (std::size_t i = 0; i < absences.size(); ++i) {
    const Absence& absence = *absences[i];
    findings.expect(!absence.last_day || absence.first_day <= *absence.last_day, absence.id,
                    "an absence ends before it begins");
    for (std::size_t j = i + 1; j < absences.size(); ++j) {
      findings.expect(!overlap(absence, *absences[j]), absence.id, "two absences overlap");
    }
  }
}

void verify_positions(const Reader& rows, const Id& chore_id, Findings& findings) {
  std::set<std::int64_t> positions;
  for (const auto& step : rows.where<SubChore>("chore_id", chore_id)) {
    positions.insert(step->position);
  }
  const auto count = static_cast<std::int64_t>(rows.where<SubChore>("chore_id", chore_id).size());
  const bool is_gapless =
      static_cast<std::int64_t>(positions.size()) == count &&
      (count == 0 || (*positions.begin() == 0 && *positions.rbegin() == count - 1));
  findings.expect(is_gapless, chore_id, "the sub-tasks of a chore are not numbered 0, 1, 2");
}

void verify_ticks(const Reader& rows, Findings& findings) {
  std::set<std::pair<Id, Id>> seen;
  for (const auto& tick : rows.all<Completion>()) {
    findings.expect(seen.emplace(tick->assignment_id, tick->sub_chore_id).second, tick->id,
                    "a sub-task is ticked twice");
    const auto assignment = rows.find<Assignment>(tick->assignment_id);
    const auto step = rows.find<SubChore>(tick->sub_chore_id);
    findings.expect(!assignment || !step || step->chore_id == assignment->chore_id, tick->id,
                    "a tick belongs to another chore");
  }
}

}  // namespace

void verify_people(const Reader& rows, Findings& findings) {
  std::set<std::string> names;
  for (const auto& roommate : rows.all<Roommate>()) {
    const bool has_left = roommate->status == RoommateStatus::moved_out;
    findings.expect(has_left == roommate->moved_out_at.has_value(), roommate->id,
                    "a roommate's status and day of moving out disagree");
    findings.expect(has_left || names.insert(fold_case(roommate->name)).second, roommate->id,
                    "two roommates have one name");
    verify_absences(rows, roommate->id, findings);
  }
  std::set<Id> linked;
  for (const auto& member : rows.all<Member>()) {
    findings.expect(member->roommate_id.is_nil() || linked.insert(member->roommate_id).second,
                    member->id, "two members are linked to one roommate");
  }
}

void verify_chores(const Reader& rows, Findings& findings) {
  for (const auto& chore : rows.all<Chore>()) {
    findings.expect(chore->owed_turn.is_nil() || is_active(rows, chore->owed_turn), chore->id,
                    "a turn is owed to somebody who has moved out");
    findings.expect(chore->owed_turn.is_nil() || !chore->last_holder.is_nil(), chore->id,
                    "a turn is owed before the first one");
    verify_positions(rows, chore->id, findings);
  }
  verify_ticks(rows, findings);
}

void verify_cycles(const Reader& rows, Findings& findings) {
  const auto household = household_of(rows);
  std::map<std::int64_t, std::shared_ptr<const Cycle>> by_index;
  for (const auto& cycle : rows.all<Cycle>()) {
    findings.expect(household && cycle->id == cycle_id_of(household->id, cycle->index), cycle->id,
                    "a cycle's id does not belong to its index");
    by_index[cycle->index] = cycle;
  }
  std::int64_t expected = 0;
  std::shared_ptr<const Cycle> before;
  for (const auto& [index, cycle] : by_index) {
    findings.expect(index == expected++, cycle->id, "a cycle is missing before this one");
    findings.expect(!before || (before->state == CycleState::closed && before->ends_at &&
                                *before->ends_at == cycle->starts_at),
                    cycle->id, "a cycle does not begin where the last one closed");
    const bool is_closed = cycle->state == CycleState::closed;
    findings.expect(is_closed == cycle->ends_at.has_value(), cycle->id,
                    "a cycle's state and end disagree");
    findings.expect(!cycle->ends_at || cycle->starts_at < *cycle->ends_at, cycle->id,
                    "a cycle ends before it begins");
    before = cycle;
  }
  if (before) {
    findings.expect(before->state == CycleState::running, before->id, "no cycle is running");
  }
}

void verify_assignments(const Reader& rows, Findings& findings) {
  for (const auto& assignment : rows.all<Assignment>()) {
    const Id& id = assignment->id;
    const bool is_done = assignment->status == AssignmentStatus::done;
    findings.expect(id == occurrence_id(assignment->chore_id, assignment->occurrence), id,
                    "an assignment's id does not belong to its occurrence");
    findings.expect(is_done == assignment->completed_at.has_value() &&
                        is_done == !assignment->completed_by.is_nil() &&
                        is_done == assignment->points_awarded.has_value(),
                    id, "an assignment's state and completion disagree");
    findings.expect(is_done || !assignment->is_completed_by_subtasks, id,
                    "an assignment that is not done was completed by its sub-tasks");
    findings.expect(assignment->share_day >= assignment->occurrence, id,
                    "an assignment is shared before its occurrence");
    if (assignment->status != AssignmentStatus::open) continue;
    findings.expect(is_active(rows, assignment->roommate_id), id,
                    "an open assignment's assignee has moved out");
    findings.expect(rows.find<Chore>(assignment->chore_id) != nullptr, id,
                    "an open assignment's chore is gone");
  }
}

}  // namespace rr
