#include <algorithm>
#include <optional>

#include "shared/domain/classic.h"
#include "shared/domain/own_division.h"
#include "shared/domain/prepared_run.h"
#include "shared/domain/search.h"

namespace rr {
namespace {

// The floor decided when somebody else would have made the balances more even, had they not left
// somebody without a chore.
AssignmentRule rule_of(const Division& division, const Found& found, std::size_t chore) {
  const Floors& floors = division.floors();
  for (std::size_t other = 0; other < found.holders.size(); ++other) {
    if (other == chore || found.holders[other] != found.holders[chore]) continue;
    const bool keeps_floor = !floors.is_hard || floors.counts[other] >= floors.counts[chore];
    if (keeps_floor) return AssignmentRule::lowest_balance;  // without this one they have another
  }
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

// A draw has no rule of its own: it stands for the lowest balance, which it prefers.
void give_all(PlanState& state, const Division& division, const Found& found) {
  const bool is_drawn = state.plan().is_drawn;
  for (std::size_t i = 0; i < division.size(); ++i) {
    AssignmentRule rule = AssignmentRule::lowest_balance;
    if (division.eligible(i).size() == 1) {
      rule = AssignmentRule::only_eligible;
    } else if (!is_drawn) {
      rule = rule_of(division, found, i);
    }
    state.charge(division.chore(i));
    state.give(division.chore(i), found.holders[i], rule);
  }
}

std::optional<RunnerUp> runner_up_to(const Division& division, const Found& found) {
  const std::optional<Found> next = next_best(division, found.holders);
  if (!next) return std::nullopt;
  RunnerUp runner_up;
  runner_up.objective = next->objective;
  for (std::size_t i = 0; i < division.size(); ++i) {
    if (next->holders[i] == found.holders[i]) continue;
    const Id& roommate = division.people()[next->holders[i]].id;
    runner_up.changes.push_back({division.chore(i).assignment_id, roommate});
  }
  return runner_up;
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

Holders give_by_own_ratings(PlanState& state, const Division& division) {
  const OwnDivision own = divide_by_own_ratings(division, state.seed());
  for (std::size_t i = 0; i < division.size(); ++i) {
    AssignmentRule rule = AssignmentRule::lowest_balance;
    if (division.eligible(i).size() == 1) rule = AssignmentRule::only_eligible;
    if (own.moved_for_floor.contains(i)) rule = AssignmentRule::floor;
    state.charge(division.chore(i));
    state.give(division.chore(i), own.holders[i], rule);
  }
  state.plan().objective = division.judge(own.holders);
  return own.holders;
}

Found divide_evenly(const PreparedRun& prepared) {
  return search_division(prepared.division(), prepared.start());
}

Found divide_classically(const PreparedRun& prepared, RunPlan& plan) {
  std::optional<Found> drawn = divide_by_draw(prepared);
  plan.is_drawn = drawn.has_value();
  return drawn ? std::move(*drawn) : divide_evenly(prepared);
}

// One function for each method.
Found divide(DivisionMethod method, const PreparedRun& prepared, RunPlan& plan) {
  switch (method) {
    case DivisionMethod::classic: return divide_classically(prepared, plan);
    case DivisionMethod::balanced:
    case DivisionMethod::own_ratings: break;
  }
  return divide_evenly(prepared);
}

}  // namespace

RunPlan plan_run(const RunInput& input) {
  const PreparedRun prepared(input);
  const Division& division = prepared.division();
  PlanState state = prepared.rotated();
  Holders by_own_ratings;
  if (division.size() > 0 && input.method == DivisionMethod::own_ratings) {
    by_own_ratings = give_by_own_ratings(state, division);
  } else if (division.size() > 0) {
    const Found found = divide(input.method, prepared, state.plan());
    give_all(state, division, found);
    state.plan().objective = found.objective;
    if (!state.plan().is_drawn) state.plan().runner_up = runner_up_to(division, found);
  }
  report(state, prepared.guard());
  state.plan().people = state.people();
  if (!by_own_ratings.empty()) add_own_balances(division, by_own_ratings, state.plan().people);
  return std::move(state.plan());
}

}  // namespace rr
