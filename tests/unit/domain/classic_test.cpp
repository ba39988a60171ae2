#include "shared/domain/classic.h"

#include <doctest/doctest.h>

#include "shared/domain/explain.h"
#include "shared/domain/run_codec.h"
#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

// Two people with ids 1 and 2, one random chore of 4 points.
RunInput drawn_run(std::uint64_t seed, std::int64_t first_balance = 0) {
  RunInput run;
  run.method = DivisionMethod::classic;
  run.seed = derive_id(Id{}, "seed", seed);
  for (std::uint8_t i = 1; i <= 2; ++i) {
    RunPerson person;
    person.id = number_id(i);
    person.weight = 100;
    person.availability = 700;
    person.is_present = true;
    const std::int64_t balance = (i == 1 ? first_balance : -first_balance) * kMicroPerPoint;
    person.balance = {balance, balance};
    run.people.push_back(person);
  }
  RunChore chore;
  chore.chore_id = number_id(101);
  chore.assignment_id = number_id(201);
  chore.points = 4;
  chore.eligible = {number_id(1), number_id(2)};
  run.chores.push_back(chore);
  run.largest_random_points = 4;
  return run;
}

int wins_of_first(std::int64_t first_balance) {
  int wins = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const RunPlan plan = plan_run(drawn_run(seed, first_balance));
    if (plan.assignments[0].roommate_id == number_id(1)) ++wins;
  }
  return wins;
}

}  // namespace

TEST_CASE("a draw between equals is even, and better for who has done less") {
  const int level = wins_of_first(0);
  CHECK(level > 150);
  CHECK(level < 250);
  // 1 point to 2 + 1: a quarter of the chances.
  const int ahead = wins_of_first(1);
  CHECK(ahead > 60);
  CHECK(ahead < 140);
}

TEST_CASE("the same seed draws the same, and the record replays it") {
  ChoreHome home(3);
  CHECK(home.run("household.edit", R"({"division_method":"classic"})").empty());
  for (std::uint8_t number = 41; number < 46; ++number) {
    home.chore(number, ChoreType::random, number - 38);
  }
  home.divide();
  const auto run = home.store.find<AssignmentRun>(home.given(41).run_id);
  const Result<RunInput> input = decode_run_input(run->input);
  REQUIRE(input);
  CHECK(input->method == DivisionMethod::classic);
  CHECK(encode_run_plan(plan_run(*input)) == run->outcome);
  CHECK(home.faults().empty());
}

TEST_CASE("a draw never passes the limits: who is far ahead gets nothing") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const RunPlan plan = plan_run(drawn_run(seed, 4));
    CHECK(plan.guard_missed_micro == 0);
    CHECK(spread_of(plan.people, Measure::random) <= 8 * kMicroPerPoint);
  }
}

TEST_CASE("a chore that was drawn is explained by the draw") {
  const auto why = explain(drawn_run(7), number_id(201));
  REQUIRE(why);
  CHECK(why->is_drawn);
  REQUIRE(why->alternatives.size() == 1);
  CHECK(why->alternatives[0].worse_in == Criterion::none);
}

TEST_CASE("what only one person can have was not drawn") {
  RunInput input = drawn_run(7);
  input.chores[0].eligible = {number_id(2)};
  const auto why = explain(input, number_id(201));
  REQUIRE(why);
  CHECK_FALSE(why->is_drawn);
  CHECK(why->rule == AssignmentRule::only_eligible);
}

}  // namespace rr
