#include "shared/domain/run_input.h"

#include <algorithm>
#include <map>

#include "shared/domain/cycle_time.h"
#include "shared/domain/own_balances.h"
#include "shared/domain/recurrence.h"

namespace rr {
namespace {

// Somebody away on all days that are given out takes no part in floors and spreads.
bool is_here_from(const Attendance::Person& person, Date first, Date last) {
  for (Date day = first; day <= last; day = add_days(day, 1)) {
    if (!Attendance::is_away(person, day)) return true;
  }
  return false;
}

void add_people(const Attendance& attendance, const Reader& reader, const Household& household,
                const TimeZone& zone, const RunMoment& moment, RunInput& input) {
  const Date last =
      household.plans_whole_cycle ? std::max(moment.today, moment.cycle.last) : moment.today;
  const HouseholdBalances balances = balances_of(reader, attendance);
  for (const Attendance::Person& person : attendance.people()) {
    if (!Attendance::is_active(person)) continue;
    RunPerson added;
    added.id = person.roommate->id;
    added.weight = person.weight;
    added.availability = Attendance::availability(person, moment.cycle, zone);
    added.balance = balances.balances.at(added.id);
    added.is_present = person.weight > 0 && is_here_from(person, moment.today, last);
    input.people.push_back(added);
  }
}

// The day by which it is judged who is here for an occurrence: its own or today, whichever is
// later. One that came back is for the days on which whoever had it is away: of those up to its due
// date the one on which the fewest can have it, so that it goes to somebody who stays. When nobody
// can on any of them it is as any other.
Date share_day_of(const Reader& reader, const Chore& chore, Date occurrence,
                  const Attendance& attendance, const RunMoment& moment) {
  const Date first = std::max(occurrence, moment.today);
  const auto came_back = reader.find<Assignment>(occurrence_id(chore.id, occurrence));
  if (!came_back) return first;
  const Date last =
      due_date_after(chore.frequency, chore.frequency == Frequency::daily ? first : moment.today);
  Date chosen = first;
  std::size_t fewest = 0;
  for (const Attendance::Person& person : attendance.people()) {
    if (person.roommate->id != came_back->roommate_id || !Attendance::is_active(person)) continue;
    for (Date day = first; day <= last; day = add_days(day, 1)) {
      if (!Attendance::is_away(person, day)) continue;
      const std::size_t count = attendance.sharers(chore.id, day, moment.assigned_at).size();
      if (count == 0 || (fewest != 0 && count >= fewest)) continue;
      chosen = day;
      fewest = count;
    }
  }
  return chosen;
}

RunChore make_run_chore(const Reader& reader, const Chore& chore, Date occurrence,
                        const Attendance& attendance, const RunMoment& moment) {
  RunChore due;
  due.chore_id = chore.id;
  due.assignment_id = occurrence_id(chore.id, occurrence);
  due.type = chore.type;
  due.points = chore.points;
  due.occurrence = occurrence;
  due.share_day = share_day_of(reader, chore, occurrence, attendance, moment);
  due.last_holder = chore.last_holder;
  due.owed_turn = chore.owed_turn;
  for (const Sharer& sharer : attendance.sharers(chore.id, due.share_day, moment.assigned_at)) {
    due.eligible.push_back(sharer.roommate_id);
  }
  for (const Attendance::Person& person : attendance.people()) {
    const Id& id = person.roommate->id;
    const bool takes_part =
        Attendance::is_active(person) && person.weight > 0 && !attendance.has_veto(chore.id, id);
    if (takes_part && Attendance::is_away(person, due.share_day)) due.away.push_back(id);
  }
  return due;
}

// Who had the chore when last, and who would rather have it or not.
void add_history_and_wishes(const Reader& reader, const Chore& chore, RunChore& due) {
  std::map<Id, Date> last;
  for (const auto& assignment : reader.where<Assignment>("chore_id", chore.id)) {
    const bool counts = assignment->status != AssignmentStatus::cancelled &&
                        assignment->occurrence < due.occurrence;
    if (!counts) continue;
    Date& day = last.try_emplace(assignment->roommate_id, assignment->occurrence).first->second;
    day = std::max(day, assignment->occurrence);
  }
  for (const auto& [person, day] : last) due.last_turns.push_back({person, day});
  for (const auto& preference : reader.where<Preference>("chore_id", chore.id)) {
    if (preference->level == PreferenceLevel::dislike) {
      due.disliked_by.push_back(preference->roommate_id);
    } else if (preference->level == PreferenceLevel::like) {
      due.liked_by.push_back(preference->roommate_id);
    }
  }
}

// Votes that differ from the chore's points, of those who live here.
void add_ratings(const Reader& reader, const Chore& chore, RunChore& due) {
  for (const auto& vote : reader.where<EffortVote>("chore_id", chore.id)) {
    const auto roommate = reader.find<Roommate>(vote->roommate_id);
    const bool is_active = roommate && roommate->status == RoommateStatus::active;
    if (is_active && vote->points != chore.points) {
      due.ratings.push_back({vote->roommate_id, vote->points});
    }
  }
}

// What own ratings need to divide: nothing of it is in the input of another division.
void add_own_ratings(const Reader& reader, RunInput& input) {
  const std::map<Id, std::int64_t> balances = own_balances(reader);
  for (RunPerson& person : input.people) {
    const auto own = balances.find(person.id);
    if (own != balances.end()) person.own_balance = own->second;
  }
  for (RunChore& due : input.chores) {
    if (due.type == ChoreType::random) add_ratings(reader, *reader.find<Chore>(due.chore_id), due);
  }
}

// Cancelled, and nobody is charged with it: its assignee moved out.
bool has_come_back(const Reader& reader, const Assignment& assignment) {
  if (assignment.status != AssignmentStatus::cancelled) return false;
  std::int64_t charged = 0;
  for (const auto& entry : reader.where<LedgerEntry>("assignment_id", assignment.id)) {
    const bool counts = entry->kind == LedgerKind::assigned || entry->kind == LedgerKind::reversed;
    if (counts) charged += entry->amount_micro;
  }
  return charged == 0;
}

bool was_given(const Reader& reader, const Chore& chore, Date occurrence) {
  const auto given = reader.find<Assignment>(occurrence_id(chore.id, occurrence));
  return given && !has_come_back(reader, *given);
}

}  // namespace

RunMoment run_moment(const Reader& reader, const Household& household, const TimeZone& zone,
                     Instant now) {
  RunMoment moment;
  moment.assigned_at = instant_after_runs(reader, now);
  for (const auto& roommate : reader.all<Roommate>()) {
    moment.assigned_at = std::max(moment.assigned_at, roommate->joined_at);
    if (!roommate->moved_out_at) continue;
    const Instant after{roommate->moved_out_at->unix_ms + 1};
    moment.assigned_at = std::max(moment.assigned_at, after);
  }
  moment.today = zone.date_of(now);
  const auto cycle = running_cycle(reader);
  const Instant start = cycle ? cycle->starts_at : household.created_at;
  // A device that was offline past a reset still shows the old cycle; the present one ends later.
  const Instant end = cycle_end_after(household, zone, std::max(start, now));
  moment.cycle = days_of_cycle(zone, start, end);
  return moment;
}

std::optional<Date> due_occurrence(const Reader& reader, const Chore& chore, Date today,
                                   Date last_day) {
  if (chore.is_paused) return std::nullopt;
  const Date limit = std::min(last_day, add_days(due_date_after(chore.frequency, today), -1));
  const Date occurrence = standing_occurrence(chore, limit);
  if (occurrence > limit) return std::nullopt;
  if (was_given(reader, chore, occurrence)) return std::nullopt;
  return occurrence;
}

std::vector<Date> due_occurrences(const Reader& reader, const Household& household,
                                  const Chore& chore, const RunMoment& moment) {
  std::vector<Date> due;
  if (!household.plans_whole_cycle || chore.frequency != Frequency::daily) {
    const auto one = due_occurrence(reader, chore, moment.today, moment.cycle.last);
    if (one) due.push_back(*one);
    return due;
  }
  if (chore.is_paused) return due;
  // Not from the next-due day: a day in the middle may have come back from who moved out.
  const Date first = std::max(moment.today, chore.anchor);
  for (Date day = first; day <= moment.cycle.last; day = add_days(day, 1)) {
    if (!was_given(reader, chore, day)) due.push_back(day);
  }
  return due;
}

RunInput build_run_input(const Reader& reader, const Household& household, const TimeZone& zone,
                         const RunMoment& moment) {
  const Attendance attendance(reader);
  RunInput input;
  input.seed = household.next_run_seed;
  input.method = household.division_method;
  add_people(attendance, reader, household, zone, moment, input);
  if (const auto cycle = running_cycle(reader)) {
    input.largest_random_points = largest_random_points(reader, *cycle);
  }
  for (const auto& chore : reader.all<Chore>()) {
    if (chore->type == ChoreType::predefined) input.predefined_points += chore->points;
    for (const Date occurrence : due_occurrences(reader, household, *chore, moment)) {
      input.chores.push_back(make_run_chore(reader, *chore, occurrence, attendance, moment));
      if (chore->type != ChoreType::random) continue;
      add_history_and_wishes(reader, *chore, input.chores.back());
      if (household.counts_effort) {
        input.chores.back().effort_minutes = chore->effort_minutes.value_or(0);
      }
      input.largest_random_points = std::max(input.largest_random_points, chore->points);
    }
  }
  if (input.method == DivisionMethod::own_ratings) add_own_ratings(reader, input);
  return input;
}

}  // namespace rr
