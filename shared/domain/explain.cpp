#include "shared/domain/explain.h"

#include <algorithm>

#include "shared/domain/own_division.h"
#include "shared/domain/prepared_run.h"
#include "shared/domain/rated_shares.h"

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

// True when with these holders nobody in the chore's group envies another beyond one chore.
bool is_free_of_envy(const std::vector<RatedGroup>& groups, const Holders& holders,
                     std::size_t index) {
  const auto has_it = [&](const RatedGroup& group) {
    return std::find(group.chores.begin(), group.chores.end(), index) != group.chores.end();
  };
  const RatedGroup& group = *std::find_if(groups.begin(), groups.end(), has_it);
  GroupHolders places;
  for (const std::size_t chore : group.chores) {
    places.push_back(place_where(
        group.people, [&](const std::size_t person) { return person == holders[chore]; }));
  }
  return has_no_envy_beyond_one(group, places);
}

void judge_own_alternative(const Division& division, const std::vector<RatedGroup>& groups,
                           const Holders& other, std::size_t index, const Explanation& why,
                           Alternative& alternative) {
  const std::size_t person = place_in(division.people(), alternative.roommate_id);
  for (std::size_t i = 0; i < division.size(); ++i) {
    if (other[i] != person) continue;
    alternative.own_load_with += own_rating(division.chore(i), alternative.roommate_id);
  }
  alternative.own_rating = own_rating(division.chore(index), alternative.roommate_id);
  alternative.own_load = alternative.own_load_with - alternative.own_rating;
  if (alternative.objective.without_random > why.objective.without_random) {
    alternative.own_fault = OwnFault::without_random;
  } else if (!is_free_of_envy(groups, other, index)) {
    alternative.own_fault = OwnFault::envy;
  } else if (alternative.own_rating > why.own_rating) {
    alternative.own_fault = OwnFault::heavier;
  } else {
    alternative.own_fault = OwnFault::more;
  }
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
  const bool is_own = input.method == DivisionMethod::own_ratings;
  std::vector<RatedGroup> groups;
  if (is_own) groups = rated_groups(division, input.seed);
  for (Alternative& alternative : explanation.alternatives) {
    if (!alternative.is_available) continue;
    Holders other = chosen;
    other[index] = place_in(division.people(), alternative.roommate_id);
    alternative.objective = division.judge(other);
    if (is_own) {
      judge_own_alternative(division, groups, other, index, explanation, alternative);
      continue;
    }
    alternative.worse_in = plan.is_drawn ? broken_rule(plan.objective, alternative.objective)
                                         : first_difference(plan.objective, alternative.objective);
  }
}

void add_people(const RunInput& input, const RunPlan& plan, const RunChore& chore,
                Explanation& explanation) {
  for (const RunPerson& after : plan.people) {
    const std::size_t place =
        place_where(input.people, [&](const RunPerson& person) { return person.id == after.id; });
    const RunPerson& before = input.people[place];
    explanation.balances.push_back({after.id, before.balance.total, after.balance.total,
                                    before.own_balance, after.own_balance});
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
  explanation.method = input.method;
  explanation.own_rating = own_rating(*chore, explanation.roommate_id);
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
