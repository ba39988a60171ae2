// The search against exhaustive search (P13), and against what it started from.
#include <doctest/doctest.h>

#include <optional>

#include "shared/domain/greedy.h"
#include "shared/domain/search.h"
#include "tests/property/generated_home.h"

namespace rr {
namespace {

// One run: balances, wishes and history as they come.
struct OneRun {
  RunInput input;
};

std::int64_t number(std::int64_t least, std::int64_t most) {
  return *rc::gen::resize(100, rc::gen::inRange<std::int64_t>(least, most + 1));
}

std::vector<Id> some_of(const std::vector<Id>& ids, std::int64_t percent) {
  std::vector<Id> chosen;
  for (const Id& id : ids) {
    if (number(1, 100) <= percent) chosen.push_back(id);
  }
  return chosen;
}

void add_chore(OneRun& run, const std::vector<Id>& everyone, std::uint64_t index) {
  RunChore chore;
  chore.chore_id = spread_id(1, index);
  chore.assignment_id = derive_id(chore.chore_id, "occurrence", 1);
  chore.points = number(1, 20);
  chore.occurrence = Date{1000};
  chore.eligible = some_of(everyone, 85);
  if (chore.eligible.empty()) chore.eligible = everyone;
  for (const Id& id : some_of(everyone, 50)) {
    chore.last_turns.push_back({id, Date{static_cast<std::int32_t>(number(900, 999))}});
  }
  chore.disliked_by = some_of(everyone, 20);
  chore.liked_by = some_of(everyone, 20);
  chore.effort_minutes = number(0, 30);
  run.input.largest_random_points = std::max(run.input.largest_random_points, chore.points);
  run.input.chores.push_back(chore);
}

OneRun make_run(std::int64_t most_people, std::int64_t chores) {
  OneRun run;
  run.input.seed = derive_id(Id{}, "seed", static_cast<std::uint64_t>(number(0, 1'000'000)));
  const bool is_even = number(0, 1) == 1;
  const std::int64_t people = number(2, most_people);
  std::vector<Id> everyone;
  std::int64_t sum = 0;
  for (std::int64_t i = 0; i < people; ++i) {
    RunPerson person;
    person.id = spread_id(0, static_cast<std::uint64_t>(i));
    person.weight = is_even ? 100 : number(1, 100);
    person.availability = person.weight * 7;
    person.is_present = true;
    const std::int64_t micro = i + 1 == people ? -sum : number(-20, 20) * 500'000;
    person.balance = {micro, micro};
    sum += micro;
    everyone.push_back(person.id);
    run.input.people.push_back(person);
  }
  std::sort(run.input.people.begin(), run.input.people.end(),
            [](const RunPerson& a, const RunPerson& b) { return a.id < b.id; });
  for (std::int64_t i = 0; i < chores; ++i) add_chore(run, everyone, static_cast<std::uint64_t>(i));
  return run;
}

// Tries every division.
void exhaust(const Division& division, std::size_t depth, Holders& holders,
             std::optional<Found>& best) {
  if (depth == division.size()) {
    Objective objective = division.judge(holders);
    if (!best || objective < best->objective) best = Found{holders, std::move(objective), true};
    return;
  }
  for (const std::size_t place : division.eligible(depth)) {
    holders[depth] = place;
    exhaust(division, depth + 1, holders, best);
  }
}

struct Prepared {
  explicit Prepared(const OneRun& run)
      : state(run.input), guard(make_guard(run.input, state.people())), division(state, guard) {}

  PlanState state;
  Guard guard;
  Division division;
};

}  // namespace

TEST_CASE("P13: up to 4 people and 7 chores the search finds what exhaustive search finds") {
  CHECK(rc::check([] {
    const OneRun run = make_run(4, number(1, 7));
    const Prepared prepared(run);
    Holders holders(prepared.division.size());
    std::optional<Found> best;
    exhaust(prepared.division, 0, holders, best);
    const Holders start = divide_greedily(prepared.state, prepared.guard, {});
    const Found found = search_division(prepared.division, start);
    RC_ASSERT(found.is_best_of_all);
    RC_ASSERT(found.objective == best->objective);
    RC_ASSERT(found.holders == best->holders);
    // And the plan is what was found.
    const RunPlan plan = plan_run(run.input);
    RC_ASSERT(in_milli_points(spread_of(plan.people, Measure::total)) <= best->objective.spread);
  }));
}

TEST_CASE("larger runs end no worse than greedy") {
  CHECK(rc::check([] {
    const OneRun run = make_run(8, number(1, 40));
    const Prepared prepared(run);
    const Holders start = divide_greedily(prepared.state, prepared.guard, {});
    const Objective greedy = prepared.division.judge(start);
    const Found found = search_division(prepared.division, start);
    RC_ASSERT(found.objective <= greedy);
    RC_ASSERT(found.objective == prepared.division.judge(found.holders));
  }));
}

}  // namespace rr
