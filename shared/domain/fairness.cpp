#include "shared/domain/fairness.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "shared/base/sort.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/rotation.h"
#include "shared/domain/run_input.h"

namespace rr {
namespace {

constexpr std::int64_t kFull = 1000;

std::int64_t score_of(const std::vector<PersonInCycle>& people) {
  std::vector<FairnessPart> parts;
  parts.reserve(people.size());
  for (const PersonInCycle& person : people) {
    parts.push_back({person.assigned / kMicroPerPoint, person.availability});
  }
  return fairness_score(parts);
}

using People = std::map<Id, PersonInCycle>;

People frozen_people(const Reader& reader, const Cycle& cycle) {
  People people;
  for (const auto& row : reader.where<CycleShare>("cycle_id", cycle.id)) {
    PersonInCycle& person = people[row->roommate_id];
    person.assigned = row->assigned_micro;
    person.share = row->share_micro;
    person.availability = row->availability;
  }
  return people;
}

People present_people(const Reader& reader, const TimeZone& zone, const Cycle& cycle, Instant now) {
  People people;
  const auto household = household_of(reader);
  if (!household) return people;
  const Instant end = cycle_end_after(*household, zone, std::max(cycle.starts_at, now));
  const DayRange days = days_of_cycle(zone, cycle.starts_at, end);
  const Attendance attendance(reader);
  const HouseholdBalances found = balances_of(reader, attendance);
  for (const Attendance::Person& present : attendance.people()) {
    const Id& id = present.roommate->id;
    const auto figures = found.running.find(id);
    if (figures == found.running.end() && !Attendance::is_active(present)) continue;
    PersonInCycle& person = people[id];
    person.availability = Attendance::availability(present, days, zone);
    if (figures == found.running.end()) continue;
    person.assigned = figures->second.assigned;
    person.share = figures->second.share;
  }
  return people;
}

// What became of the assignments, for those who were there.
void add_outcomes(const Reader& reader, const Cycle& cycle, People& people) {
  for (const auto& entry : reader.where<LedgerEntry>("cycle_id", cycle.id)) {
    const auto person = people.find(entry->roommate_id);
    if (person == people.end() || entry->kind != LedgerKind::earned) continue;
    person->second.earned += entry->amount_micro;
  }
  for (const auto& assignment : reader.where<Assignment>("cycle_id", cycle.id)) {
    const auto person = people.find(assignment->roommate_id);
    if (person == people.end()) continue;
    if (assignment->status == AssignmentStatus::done) ++person->second.done_count;
    if (assignment->status != AssignmentStatus::missed) continue;
    ++person->second.missed_count;
    person->second.missed_points += assignment->points;
  }
}

CycleReport report_on(const Reader& reader, const TimeZone& zone, const Cycle& cycle, Instant now) {
  const bool is_running = cycle.state == CycleState::running;
  People people =
      is_running ? present_people(reader, zone, cycle, now) : frozen_people(reader, cycle);
  add_outcomes(reader, cycle, people);
  CycleReport report;
  report.cycle_id = cycle.id;
  report.starts_at = cycle.starts_at;
  report.ends_at = cycle.ends_at;
  for (auto& [id, person] : people) {
    person.roommate_id = id;
    report.people.push_back(person);
  }
  report.score = score_of(report.people);
  return report;
}

RunChore turn_chore(const Chore& chore, const Attendance& attendance, const RunMoment& moment) {
  RunChore turn;
  turn.chore_id = chore.id;
  turn.type = chore.type;
  turn.last_holder = chore.last_holder;
  turn.owed_turn = chore.owed_turn;
  for (const Sharer& sharer : attendance.sharers(chore.id, moment.today, moment.assigned_at)) {
    turn.eligible.push_back(sharer.roommate_id);
  }
  return turn;
}

}  // namespace

std::int64_t fairness_score(std::span<const FairnessPart> parts) {
  std::int64_t points = 0;
  std::int64_t available = 0;
  std::int64_t least = 0;
  std::size_t count = 0;
  for (const FairnessPart& part : parts) {
    if (part.availability <= 0) continue;
    points += std::max<std::int64_t>(0, part.points);
    available += part.availability;
    least = count == 0 ? part.availability : std::min(least, part.availability);
    ++count;
  }
  if (count < 2 || points == 0) return kFull;
  std::int64_t unfair = 0;
  for (const FairnessPart& part : parts) {
    if (part.availability <= 0) continue;
    const std::int64_t own = std::max<std::int64_t>(0, part.points);
    unfair += std::abs(own * available - part.availability * points);
  }
  const std::int64_t worst = 2 * points * (available - least);
  return (2 * kFull * (worst - unfair) + worst) / (2 * worst);
}

std::vector<CycleReport> cycle_reports(const Reader& reader, const TimeZone& zone, Instant now) {
  auto cycles = reader.all<Cycle>();
  sort_in_place(cycles, [](const auto& a, const auto& b) { return a->index > b->index; });
  std::vector<CycleReport> reports;
  reports.reserve(cycles.size());
  for (const auto& cycle : cycles) reports.push_back(report_on(reader, zone, *cycle, now));
  return reports;
}

std::int64_t score_over(std::span<const CycleReport> reports) {
  People sums;
  for (const CycleReport& report : reports.first(std::min(reports.size(), kScoredCycles))) {
    for (const PersonInCycle& person : report.people) {
      PersonInCycle& sum = sums[person.roommate_id];
      sum.assigned += person.assigned;
      sum.availability += person.availability;
    }
  }
  std::vector<PersonInCycle> people;
  for (const auto& [id, sum] : sums) people.push_back(sum);
  return score_of(people);
}

std::vector<TurnRow> turns_table(const Reader& reader, const TimeZone& zone, Instant now) {
  std::vector<TurnRow> rows;
  const auto household = household_of(reader);
  if (!household) return rows;
  const RunMoment moment = run_moment(reader, *household, zone, now);
  const RunInput input = build_run_input(reader, *household, zone, moment);
  const Attendance attendance(reader);
  for (const auto& chore : reader.all<Chore>()) {
    if (chore->type != ChoreType::predefined || chore->is_paused) continue;
    rows.push_back({chore->id, chore->last_holder, chore->owed_turn, {}});
    RunChore turn = turn_chore(*chore, attendance, moment);
    std::vector<Id>& next = rows.back().next;
    // Once round: until it comes back to who has it.
    while (next.size() < turn.eligible.size()) {
      const Turn taken = next_turn(turn, input.people, input.seed);
      if (!next.empty() && taken.roommate_id == chore->last_holder) break;
      next.push_back(taken.roommate_id);
      turn.last_holder = taken.after.last_holder;
      turn.owed_turn = taken.after.owed_turn;
    }
  }
  return rows;
}

}  // namespace rr
