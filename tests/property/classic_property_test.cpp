// What a run promises holds for drawn runs, too: over generated homes and up to 200 cycles.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "shared/domain/guard.h"
#include "tests/property/generated_home.h"

namespace rr {
namespace {

template <class Check>
bool in_every_drawn_run(HomeShape shape, const Check& check) {
  return rc::check([=] {
    const GeneratedHome home = *gen_home(shape);
    PlannedHome planned(home, DivisionMethod::classic);
    for (std::size_t cycle = 0; cycle < home.due.size(); ++cycle) {
      const RunInput input = planned.input(cycle);
      check(input, planned.run(input));
    }
  });
}

}  // namespace

TEST_CASE("P1, P2, P4 of classic mode: the same draw, each chore once, balances sum to 0") {
  const HomeShape shape{.most_predefined = 6, .heaviest_weight = 100, .most_cycles = 20};
  CHECK(in_every_drawn_run(shape, [](RunInput input, const RunPlan& plan) {
    std::map<Id, int> times;
    for (const PlannedAssignment& planned : plan.assignments) ++times[planned.chore_id];
    RC_ASSERT(times.size() == input.chores.size());
    for (const auto& [chore, count] : times) RC_ASSERT(count == 1);
    Balance sum;
    for (const RunPerson& person : plan.people) {
      sum.total += person.balance.total;
      sum.random += person.balance.random;
    }
    RC_ASSERT(sum == Balance{});
    std::reverse(input.people.begin(), input.people.end());
    std::reverse(input.chores.begin(), input.chores.end());
    RC_ASSERT(plan_run(input).assignments == plan.assignments);
  }));
}

TEST_CASE("G2 of classic mode: random points stay within 2 M, and nobody is above M") {
  CHECK(in_every_drawn_run(HomeShape{}, [](const RunInput& input, const RunPlan& plan) {
    const std::int64_t largest = input.largest_random_points * kMicroPerPoint;
    RC_ASSERT(spread_of(plan.people, Measure::random) <= 2 * largest);
    for (const RunPerson& person : plan.people) RC_ASSERT(person.balance.total <= largest);
    RC_ASSERT(plan.guard_missed_micro == 0);
  }));
}

TEST_CASE("G2 of classic mode with rotation, and with unequal weights, is never missed") {
  const auto keeps = [](const RunInput&, const RunPlan& plan) {
    RC_ASSERT(plan.guard_missed_micro == 0);
  };
  CHECK(in_every_drawn_run(HomeShape{.most_predefined = 6}, keeps));
  CHECK(in_every_drawn_run(HomeShape{.heaviest_weight = 700}, keeps));
}

TEST_CASE("P10 of classic mode: with enough random chores everybody gets one") {
  CHECK(in_every_drawn_run(HomeShape{.most_predefined = 6},
                           [](const RunInput& input, const RunPlan& plan) {
                             std::set<Id> randoms;
                             for (const RunChore& chore : input.chores) {
                               if (chore.type == ChoreType::random)
                                 randoms.insert(chore.assignment_id);
                             }
                             if (randoms.size() < input.people.size()) return;
                             std::set<Id> holders;
                             for (const PlannedAssignment& planned : plan.assignments) {
                               if (randoms.contains(planned.assignment_id))
                                 holders.insert(planned.roommate_id);
                             }
                             RC_ASSERT(holders.size() == input.people.size());
                           }));
}

}  // namespace rr
