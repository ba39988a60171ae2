#include "shared/domain/prepared_run.h"

#include <algorithm>
#include <map>

#include "shared/domain/greedy.h"
#include "shared/domain/rotation.h"

namespace rr {
namespace {

// The balances that the first turn of all is judged by are those with its own day charged.
std::vector<Turn> turns_of_chore(const PlanState& state, const Id& chore_id) {
  std::vector<const RunChore*> occurrences;
  for (const RunChore& chore : state.chores()) {
    if (chore.chore_id == chore_id) occurrences.push_back(&chore);
  }
  const RunChore* first =
      *std::min_element(occurrences.begin(), occurrences.end(),
                        [](const auto* a, const auto* b) { return a->occurrence < b->occurrence; });
  std::vector<RunPerson> people = state.people();
  take_shares(*first, people);
  return turns_of(std::move(occurrences), people, state.seed());
}

// Charges in the order of charging, whatever the days: rotation itself goes by the days. A chore's
// turns are settled before its first occurrence is charged.
PlanState rotate_predefined(const RunInput& input) {
  PlanState state(input);
  std::map<Id, std::vector<Turn>> turns;
  for (const RunChore& chore : state.chores()) {
    if (chore.type != ChoreType::predefined) continue;
    std::vector<Turn>& of_chore = turns[chore.chore_id];
    if (of_chore.empty()) {
      of_chore = turns_of_chore(state, chore.chore_id);
      state.plan().turns.push_back(of_chore.back().after);
    }
    state.charge(chore);
    const auto turn = std::find_if(of_chore.begin(), of_chore.end(), [&](const Turn& each) {
      return each.assignment_id == chore.assignment_id;
    });
    state.give(chore, state.place_of(turn->roommate_id), turn->rule);
    state.plan().assignments.back().turn_after = turn->turn_after;
  }
  return state;
}

// The best of three ways. Those that look further than the smallest balance come first; the last
// one keeps the guard wherever it can be kept.
Holders start_of(const Division& division, const PlanState& rotated, const Guard& guard) {
  const GreedyWay ways[] = {
      {Measure::total, true}, {Measure::total, false}, {guard.measure, false}};
  Holders best;
  Objective least;
  for (const GreedyWay& way : ways) {
    Holders holders = divide_greedily(rotated, guard, way);
    Objective objective = division.judge(holders);
    if (!best.empty() && !(objective < least)) continue;
    best = std::move(holders);
    least = std::move(objective);
  }
  return best;
}

// As far apart as the search may leave people: as greedy would, or by the largest chore, and a
// micro-point of rounding for each person.
std::int64_t widest_after(const RunInput& input, const Division& division, const Holders& start) {
  std::vector<RunPerson> after = division.people();
  for (std::size_t i = 0; i < division.size(); ++i) {
    take_shares(division.chore(i), after);
    give_points(division.chore(i), after[start[i]]);
  }
  const std::int64_t largest = input.largest_random_points * kMicroPerPoint;
  return std::max(spread_of(after, Measure::total),
                  largest + static_cast<std::int64_t>(after.size()));
}

}  // namespace

PreparedRun::PreparedRun(const RunInput& input)
    : rotated_(rotate_predefined(input)),
      guard_(make_guard(input, rotated_.people())),
      division_(rotated_, guard_) {
  if (division_.size() == 0) return;
  start_ = start_of(division_, rotated_, guard_);
  division_.limit_spread(widest_after(input, division_, start_));
}

}  // namespace rr
