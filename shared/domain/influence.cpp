#include "shared/domain/influence.h"

#include <algorithm>

#include "shared/domain/prepared_run.h"

namespace rr {
namespace {

Id holder_in(const RunPlan& plan, const Id& assignment_id) {
  for (const PlannedAssignment& each : plan.assignments) {
    if (each.assignment_id == assignment_id) return each.roommate_id;
  }
  return {};
}

bool contains(const std::vector<std::size_t>& places, std::size_t place) {
  return std::find(places.begin(), places.end(), place) != places.end();
}

bool is_drawn(const RunInput& input, const RunPlan& plan, const Id& assignment_id) {
  const PreparedRun prepared(input);
  const Division& division = prepared.division();
  Holders chosen;
  std::size_t index = 0;
  for (std::size_t i = 0; i < division.size(); ++i) {
    const Id& id = division.chore(i).assignment_id;
    chosen.push_back(place_in(division.people(), holder_in(plan, id)));
    if (id == assignment_id) index = i;
  }
  const auto is_as_good = [&](const Holders& other) {
    const Criterion worse = first_difference(plan.objective, division.judge(other));
    return worse == Criterion::draw || worse == Criterion::none;
  };
  const std::size_t own = chosen[index];
  for (const std::size_t person : division.eligible(index)) {
    if (person == own) continue;
    Holders other = chosen;
    other[index] = person;
    if (is_as_good(other)) return true;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i] != person || !contains(division.eligible(i), own)) continue;
      other[i] = own;
      if (is_as_good(other)) return true;
      other[i] = person;
    }
  }
  return false;
}

}  // namespace

std::optional<Influence> influence_on(const RunInput& input, const Id& assignment_id) {
  const RunPlan plan = plan_run(input);
  const Id holder = holder_in(plan, assignment_id);
  const auto chore =
      std::find_if(input.chores.begin(), input.chores.end(),
                   [&](const RunChore& each) { return each.assignment_id == assignment_id; });
  if (holder.is_nil() || chore == input.chores.end()) return std::nullopt;
  if (chore->type == ChoreType::predefined) {
    if (chore->last_holder.is_nil()) return std::nullopt;
    return Influence{};  // rotation knows neither
  }
  RunInput without = input;
  for (RunChore& each : without.chores) {
    each.disliked_by.clear();
    each.liked_by.clear();
  }
  Influence influence;
  influence.is_by_wishes = holder_in(plan_run(without), assignment_id) != holder;
  influence.is_by_draw = is_drawn(input, plan, assignment_id);
  return influence;
}

}  // namespace rr
