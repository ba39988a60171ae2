// The search against exhaustive search (P13), and against what it started from.
#include <doctest/doctest.h>

#include <optional>

#include "shared/domain/greedy.h"
#include "shared/domain/search.h"
#include "tests/property/generated_run.h"

namespace rr {
namespace {

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
  explicit Prepared(const RunInput& input)
      : state(input), guard(make_guard(input, state.people())), division(state, guard) {}

  PlanState state;
  Guard guard;
  Division division;
};

}  // namespace

TEST_CASE("P13: up to 4 people and 7 chores the search finds what exhaustive search finds") {
  CHECK(rc::check([] {
    const RunInput input = make_run({.most_people = 4, .randoms = number(1, 7)});
    const Prepared prepared(input);
    Holders holders(prepared.division.size());
    std::optional<Found> best;
    exhaust(prepared.division, 0, holders, best);
    const Holders start = divide_greedily(prepared.state, prepared.guard, {});
    const Found found = search_division(prepared.division, start);
    RC_ASSERT(found.is_best_of_all);
    RC_ASSERT(found.objective == best->objective);
    RC_ASSERT(found.holders == best->holders);
    // And the plan is what was found.
    const RunPlan plan = plan_run(input);
    RC_ASSERT(in_milli_points(spread_of(plan.people, Measure::total)) <= best->objective.spread);
  }));
}

TEST_CASE("larger runs end no worse than greedy") {
  CHECK(rc::check([] {
    const RunInput input = make_run({.most_people = 8, .randoms = number(1, 40)});
    const Prepared prepared(input);
    const Holders start = divide_greedily(prepared.state, prepared.guard, {});
    const Objective greedy = prepared.division.judge(start);
    const Found found = search_division(prepared.division, start);
    RC_ASSERT(found.objective <= greedy);
    RC_ASSERT(found.objective == prepared.division.judge(found.holders));
  }));
}

}  // namespace rr
