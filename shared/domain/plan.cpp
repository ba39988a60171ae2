#include <algorithm>

#include "shared/domain/greedy.h"
#include "shared/domain/rotation.h"
#include "shared/domain/search.h"

namespace rr {
namespace {

void rotate_predefined(PlanState& state) {
  for (const RunChore& chore : state.chores()) {
    if (chore.type != ChoreType::predefined) continue;
    state.charge(chore);
    const Turn turn = next_turn(chore, state.people(), state.seed());
    state.give(chore, state.place_of(turn.roommate_id), turn.rule);
    state.plan().turns.push_back(turn.after);
  }
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

// The floor decided when somebody else would have made the balances more even, had they not left
// somebody without a chore.
AssignmentRule rule_of(const Division& division, const Found& found, std::size_t chore) {
  if (division.eligible(chore).size() == 1) return AssignmentRule::only_eligible;
  const auto has = std::count(found.holders.begin(), found.holders.end(), found.holders[chore]);
  if (has > 1) return AssignmentRule::lowest_balance;  // without this one they have another
  for (const std::size_t place : division.eligible(chore)) {
    if (place == found.holders[chore]) continue;
    Holders holders = found.holders;
    holders[chore] = place;
    const Objective other = division.judge(holders);
    const Objective& chosen = found.objective;
    const bool is_more_even = other.spread != chosen.spread ? other.spread < chosen.spread
                                                            : other.squares < chosen.squares;
    const bool leaves_somebody = other.without_random > chosen.without_random ||
                                 other.soft_without_random > chosen.soft_without_random ||
                                 other.left_out > chosen.left_out;
    if (is_more_even && leaves_somebody) return AssignmentRule::floor;
  }
  return AssignmentRule::lowest_balance;
}

void give_all(PlanState& state, const Division& division, const Found& found) {
  for (std::size_t i = 0; i < division.size(); ++i) {
    state.charge(division.chore(i));
    state.give(division.chore(i), found.holders[i], rule_of(division, found, i));
  }
}

void report(PlanState& state, const Guard& guard) {
  RunPlan& plan = state.plan();
  plan.guard_missed_micro = guard.missed_by(state.people());
  const auto present = std::count_if(state.people().begin(), state.people().end(),
                                     [](const RunPerson& person) { return person.is_present; });
  if (state.chores().size() < static_cast<std::size_t>(present)) return;
  for (std::size_t place = 0; place < state.people().size(); ++place) {
    const RunPerson& person = state.people()[place];
    if (person.is_present && !state.has_any(place)) plan.left_out.push_back(person.id);
  }
}

}  // namespace

RunPlan plan_run(const RunInput& input) {
  PlanState rotated(input);
  rotate_predefined(rotated);
  const Guard guard = make_guard(input, rotated.people());
  Division division(rotated, guard);
  PlanState state = rotated;
  if (division.size() > 0) {
    const Holders start = start_of(division, rotated, guard);
    division.limit_spread(widest_after(input, division, start));
    const Found found = search_division(division, start);
    give_all(state, division, found);
  }
  report(state, guard);
  state.plan().people = state.people();
  return std::move(state.plan());
}

}  // namespace rr
