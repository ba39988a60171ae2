#include "shared/domain/explain.h"

#include <algorithm>

#include "shared/domain/prepared_run.h"

namespace rr {
namespace {

template <class List, class Matches>
std::size_t place_where(const List& list, const Matches& matches) {
  return static_cast<std::size_t>(std::find_if(list.begin(), list.end(), matches) - list.begin());
}

Holders holders_of(const Division& division, const RunPlan& plan) {
  Holders holders;
  for (std::size_t i = 0; i < division.size(); ++i) {
    const std::size_t place = place_where(plan.assignments, [&](const PlannedAssignment& planned) {
      return planned.assignment_id == division.chore(i).assignment_id;
    });
    holders.push_back(place_in(division.people(), plan.assignments[place].roommate_id));
  }
  return holders;
}

// The first rule that `other` keeps less well than what was drawn.
Criterion broken_rule(const Objective& drawn, const Objective& other) {
  if (other.without_random > drawn.without_random) return Criterion::random_floor;
  if (other.guard_missed > drawn.guard_missed) return Criterion::guard;
  if (other.soft_without_random > drawn.soft_without_random) return Criterion::soft_random_floor;
  return other.left_out > drawn.left_out ? Criterion::floor : Criterion::none;
}

// What dividing would have come to with somebody else on one random chore.
void judge_alternatives(const RunInput& input, const RunPlan& plan, const RunChore& chore,
                        Explanation& explanation) {
  const PreparedRun prepared(input);
  const Division& division = prepared.division();
  std::size_t index = 0;
  while (division.chore(index).assignment_id != chore.assignment_id) ++index;
  const Holders chosen = holders_of(division, plan);
  for (Alternative& alternative : explanation.alternatives) {
    if (!alternative.is_available) continue;
    Holders other = chosen;
    other[index] = place_in(division.people(), alternative.roommate_id);
    alternative.objective = division.judge(other);
    alternative.worse_in = plan.is_drawn ? broken_rule(plan.objective, alternative.objective)
                                         : first_difference(plan.objective, alternative.objective);
  }
}

void add_people(const RunInput& input, const RunPlan& plan, const RunChore& chore,
                Explanation& explanation) {
  for (const RunPerson& after : plan.people) {
    const std::size_t place =
        place_where(input.people, [&](const RunPerson& person) { return person.id == after.id; });
    explanation.balances.push_back(
        {after.id, input.people[place].balance.total, after.balance.total});
    if (after.id == explanation.roommate_id) continue;
    Alternative alternative;
    alternative.roommate_id = after.id;
    alternative.is_available =
        std::find(chore.eligible.begin(), chore.eligible.end(), after.id) != chore.eligible.end();
    explanation.alternatives.push_back(alternative);
  }
}

}  // namespace

std::optional<Explanation> explain(const RunInput& input, const Id& assignment_id) {
  const auto chore =
      std::find_if(input.chores.begin(), input.chores.end(),
                   [&](const RunChore& each) { return each.assignment_id == assignment_id; });
  if (chore == input.chores.end() || chore->eligible.empty()) return std::nullopt;
  const RunPlan plan = plan_run(input);
  const std::size_t place = place_where(plan.assignments, [&](const PlannedAssignment& planned) {
    return planned.assignment_id == assignment_id;
  });
  Explanation explanation;
  explanation.roommate_id = plan.assignments[place].roommate_id;
  explanation.rule = plan.assignments[place].rule;
  explanation.type = chore->type;
  explanation.is_drawn = plan.is_drawn && chore->type == ChoreType::random &&
                         explanation.rule == AssignmentRule::lowest_balance;
  explanation.last_holder = plan.assignments[place].turn_after;
  explanation.objective = plan.objective;
  explanation.spread_before = spread_of(input.people, Measure::total);
  explanation.spread_after = spread_of(plan.people, Measure::total);
  add_people(input, plan, *chore, explanation);
  if (chore->type == ChoreType::random) judge_alternatives(input, plan, *chore, explanation);
  return explanation;
}

}  // namespace rr
