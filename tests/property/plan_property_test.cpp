// The promises of a run, over generated homes and up to 200 cycles.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "shared/domain/guard.h"
#include "tests/property/generated_home.h"

namespace rr {
namespace {

constexpr HomeShape kEqualRandom{};
constexpr HomeShape kEqualMixed{.most_predefined = 6};
constexpr HomeShape kUnequalRandom{.heaviest_weight = 700};
constexpr HomeShape kUnequalMixed{.most_predefined = 6, .heaviest_weight = 100, .most_cycles = 20};

template <class Check>
bool in_every_run(HomeShape shape, const Check& check) {
  return rc::check([=] {
    const GeneratedHome home = *gen_home(shape);
    PlannedHome planned(home);
    for (std::size_t cycle = 0; cycle < home.due.size(); ++cycle) {
      const RunInput input = planned.input(cycle);
      const RunPlan plan = planned.run(input);
      check(input, plan, planned);
    }
  });
}

std::size_t count_random(const RunInput& input) {
  return static_cast<std::size_t>(
      std::count_if(input.chores.begin(), input.chores.end(),
                    [](const RunChore& chore) { return chore.type == ChoreType::random; }));
}

std::map<Id, std::int64_t> points_by_person(const RunInput& input, const RunPlan& plan,
                                            ChoreType type) {
  std::map<Id, std::int64_t> points;
  for (const PlannedAssignment& planned : plan.assignments) {
    for (const RunChore& chore : input.chores) {
      if (chore.chore_id == planned.chore_id && chore.type == type) {
        points[planned.roommate_id] += chore.points;
      }
    }
  }
  return points;
}

// H_n x micro, rounded up.
std::int64_t harmonic(std::int64_t micro, std::size_t count) {
  std::int64_t sum = 0;
  for (std::int64_t k = 1; k <= static_cast<std::int64_t>(count); ++k) sum += (micro + k - 1) / k;
  return sum;
}

}  // namespace

TEST_CASE("P1: the order of the input lists changes nothing") {
  CHECK(in_every_run(kUnequalMixed, [](RunInput input, const RunPlan& plan, const PlannedHome&) {
    std::reverse(input.people.begin(), input.people.end());
    const auto places = static_cast<std::ptrdiff_t>(input.chores.size() / 2);
    std::rotate(input.chores.begin(), input.chores.begin() + places, input.chores.end());
    for (RunChore& chore : input.chores) std::reverse(chore.eligible.begin(), chore.eligible.end());
    const RunPlan again = plan_run(input);
    RC_ASSERT(again.assignments == plan.assignments);
    RC_ASSERT(again.turns == plan.turns);
    RC_ASSERT(again.people == plan.people);
  }));
}

TEST_CASE("P2: every due chore is given exactly once") {
  CHECK(in_every_run(kUnequalMixed,
                     [](const RunInput& input, const RunPlan& plan, const PlannedHome&) {
                       std::map<Id, int> times;
                       for (const PlannedAssignment& planned : plan.assignments)
                         ++times[planned.chore_id];
                       RC_ASSERT(times.size() == input.chores.size());
                       for (const RunChore& chore : input.chores)
                         RC_ASSERT(times[chore.chore_id] == 1);
                     }));
}

TEST_CASE("P4: balances sum to exactly 0, together and for random chores") {
  CHECK(in_every_run(kUnequalMixed, [](const RunInput&, const RunPlan& plan, const PlannedHome&) {
    Balance sum;
    for (const RunPerson& person : plan.people) {
      sum.total += person.balance.total;
      sum.random += person.balance.random;
    }
    RC_ASSERT(sum == Balance{});
  }));
}

TEST_CASE("P5: random chores only, all alike: nobody is further apart than the largest chore") {
  CHECK(in_every_run(kEqualRandom,
                     [](const RunInput& input, const RunPlan& plan, const PlannedHome&) {
                       // And a micro-point of rounding for each person.
                       RC_ASSERT(spread_of(plan.people, Measure::total) <=
                                 input.largest_random_points * kMicroPerPoint +
                                     static_cast<std::int64_t>(plan.people.size()));
                       RC_ASSERT(plan.guard_missed_micro == 0);
                     }));
}

TEST_CASE("P6: with rotation, all alike: never further apart than 2 M + Q") {
  CHECK(
      in_every_run(kEqualMixed, [](const RunInput& input, const RunPlan& plan, const PlannedHome&) {
        const std::int64_t bound = 2 * input.largest_random_points + input.predefined_points;
        RC_ASSERT(spread_of(plan.people, Measure::total) <= bound * kMicroPerPoint);
        RC_ASSERT(spread_of(plan.people, Measure::random) <=
                  2 * input.largest_random_points * kMicroPerPoint);
        RC_ASSERT(plan.guard_missed_micro == 0);
      }));
}

TEST_CASE("P7: unequal weights up to 1 : 700, random chores only: the harmonic bounds") {
  CHECK(in_every_run(kUnequalRandom,
                     [](const RunInput& input, const RunPlan& plan, const PlannedHome&) {
                       const std::int64_t largest = input.largest_random_points * kMicroPerPoint;
                       const std::size_t count = plan.people.size();
                       const auto people = static_cast<std::int64_t>(count);
                       const std::int64_t highest = largest - largest / people;
                       const std::int64_t lowest = -(harmonic(largest, count) - largest);
                       for (const RunPerson& person : plan.people) {
                         RC_ASSERT(person.balance.total <= highest);
                         RC_ASSERT(person.balance.total >= lowest);
                       }
                       RC_ASSERT(spread_of(plan.people, Measure::total) <=
                                 harmonic(largest, count) - largest / people);
                       RC_ASSERT(plan.guard_missed_micro == 0);
                     }));
}

TEST_CASE("P8: rotation: over any window of turns counts differ by at most 1") {
  int whole_rounds = 0;
  CHECK(rc::check([&] {
    const GeneratedHome home = *gen_home(kEqualMixed);
    PlannedHome planned(home);
    std::map<Id, std::vector<Id>> turns;
    for (std::size_t cycle = 0; cycle < home.due.size(); ++cycle) {
      const RunPlan plan = planned.run(planned.input(cycle));
      for (const PlannedTurn& turn : plan.turns) turns[turn.chore_id].push_back(turn.last_holder);
    }
    for (const auto& [chore, holders] : turns) {
      // Everybody has it once in any n consecutive turns.
      if (holders.size() > home.weights.size()) ++whole_rounds;
      for (std::size_t i = home.weights.size(); i < holders.size(); ++i) {
        RC_ASSERT(holders[i] == holders[i - home.weights.size()]);
      }
      const std::size_t first = std::min(holders.size(), home.weights.size());
      RC_ASSERT(std::set<Id>(holders.begin(), holders.begin() + static_cast<std::ptrdiff_t>(first))
                    .size() == first);
    }
  }));
  CHECK(whole_rounds >= 500);
}

TEST_CASE("P10: with enough random chores everybody gets one") {
  int applied = 0;
  CHECK(in_every_run(
      kEqualMixed, [&applied](const RunInput& input, const RunPlan& plan, const PlannedHome&) {
        if (count_random(input) < input.people.size()) return;
        ++applied;
        RC_ASSERT(points_by_person(input, plan, ChoreType::random).size() == input.people.size());
        RC_ASSERT(plan.left_out.empty());
      }));
  CHECK(applied >= 1000);
}

TEST_CASE("P12: starting level, nobody is more than the largest chore of the run ahead") {
  CHECK(rc::check([] {
    GeneratedHome home = *gen_home(kEqualRandom);
    home.due.resize(1);
    PlannedHome planned(home);
    const RunInput input = planned.input(0);
    const auto points = points_by_person(input, planned.run(input), ChoreType::random);
    std::int64_t most = 0;
    std::int64_t least = 1'000'000;
    for (const RunPerson& person : input.people) {
      const auto found = points.find(person.id);
      const std::int64_t own = found == points.end() ? 0 : found->second;
      most = std::max(most, own);
      least = std::min(least, own);
    }
    RC_ASSERT(most - least <= input.largest_random_points);
  }));
}

TEST_CASE("P11: who stands higher before a run is not given more by it, in 99 of 100") {
  int more = 0;
  int cases = 0;
  CHECK(rc::check([&] {
    GeneratedHome home = *gen_home(kEqualRandom);
    home.due.resize(std::min<std::size_t>(home.due.size(), 4));
    PlannedHome planned(home);
    for (std::size_t cycle = 0; cycle + 1 < home.due.size(); ++cycle) {
      planned.run(planned.input(cycle));
    }
    RunInput input = planned.input(home.due.size() - 1);
    const Id who = input.people.front().id;
    const std::int64_t before = points_by_person(input, plan_run(input), ChoreType::random)[who];
    const auto others = static_cast<std::int64_t>(input.people.size() - 1);
    const std::int64_t raise = 3 * kMicroPerPoint * others;
    input.people.front().balance.total += raise;
    input.people.front().balance.random += raise;
    for (std::size_t i = 1; i < input.people.size(); ++i) {
      input.people[i].balance.total -= raise / others;
      input.people[i].balance.random -= raise / others;
    }
    const std::int64_t after = points_by_person(input, plan_run(input), ChoreType::random)[who];
    ++cases;
    if (after > before) ++more;
  }));
  INFO(more);
  INFO(cases);
  CHECK(more * 100 <= cases);
}

TEST_CASE("P17: a year of the four example chores ends at a fairness score of 99.5 or more") {
  CHECK(rc::check([] {
    GeneratedHome home;
    home.weights = {1, 1, 1, 1};
    home.random_points = {3};             // trash, daily
    home.predefined_points = {10, 7, 7};  // dishwasher and dishes daily, recycling weekly
    const auto weekday = *rc::gen::resize(100, rc::gen::inRange<std::size_t>(0, 7));
    constexpr std::size_t kDays = 364;
    for (std::size_t day = 0; day < kDays; ++day) {
      home.due.push_back(day % 7 == weekday ? 0b1111U : 0b0111U);
    }
    PlannedHome planned(home);
    for (std::size_t day = 0; day < kDays; ++day) planned.run(planned.input(day));
    // Half the sum of |given - share| over all points given, against the worst there can be.
    std::int64_t apart = 0;
    for (const RunPerson& person : planned.people()) apart += std::abs(person.balance.total);
    const std::int64_t all = (kDays * (3 + 10 + 7) + kDays / 7 * 7) * kMicroPerPoint;
    const double score =
        100 * (1 - static_cast<double>(apart) / 2 / static_cast<double>(all) / 0.75);
    RC_ASSERT(score >= 99.5);
  }));
}

}  // namespace rr
