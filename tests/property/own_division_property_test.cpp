// Division by own ratings: no envy beyond one chore in every run, nothing left to exchange, and
// balances that stay within what is proved in docs/fairness.md.
#include <doctest/doctest.h>

#include <map>

#include "shared/domain/own_division.h"
#include "shared/domain/rated_shares.h"
#include "tests/property/generated_home.h"

namespace rr {
namespace {

constexpr HomeShape kAlike{.most_cycles = 40};
constexpr HomeShape kMixed{.most_predefined = 6, .heaviest_weight = 100, .most_cycles = 8};

std::int64_t number(std::int64_t least, std::int64_t most) {
  return *rc::gen::resize(100, rc::gen::inRange<std::int64_t>(least, most + 1));
}

enum class Vetoes : std::uint8_t { none, some };
enum class Ratings : std::uint8_t { own, same };

// What everybody finds of each chore, and who rules it out, by ids.
struct Opinions {
  std::map<std::pair<Id, Id>, std::int64_t> ratings;  // chore, person
  std::map<Id, std::vector<Id>> eligible;
};

Opinions make_opinions(const GeneratedHome& home, Ratings ratings, Vetoes vetoes) {
  Opinions opinions;
  for (std::size_t c = 0; c < home.random_points.size(); ++c) {
    const Id chore = PlannedHome::chore_id(c);
    for (std::size_t i = 0; i < home.weights.size(); ++i) {
      const Id person = spread_id(0, i);
      const bool differs = ratings == Ratings::own && number(0, 3) > 0;
      if (differs) opinions.ratings[{chore, person}] = number(1, 20);
      if (vetoes == Vetoes::none || number(0, 3) > 0) opinions.eligible[chore].push_back(person);
    }
    if (opinions.eligible[chore].empty()) opinions.eligible[chore].push_back(spread_id(0, 0));
  }
  return opinions;
}

void add_opinions(const Opinions& opinions, RunInput& input) {
  input.method = DivisionMethod::own_ratings;
  // In the order in which places are looked up.
  std::sort(input.people.begin(), input.people.end(),
            [](const RunPerson& a, const RunPerson& b) { return a.id < b.id; });
  for (RunChore& chore : input.chores) {
    if (chore.type != ChoreType::random) continue;
    chore.eligible = opinions.eligible.at(chore.chore_id);
    for (const RunPerson& person : input.people) {
      const auto found = opinions.ratings.find({chore.chore_id, person.id});
      if (found != opinions.ratings.end()) chore.ratings.push_back({person.id, found->second});
    }
  }
}

template <class Check>
bool in_every_run(HomeShape shape, Ratings ratings, Vetoes vetoes, const Check& check) {
  return rc::check([=] {
    const GeneratedHome home = *gen_home(shape);
    const Opinions opinions = make_opinions(home, ratings, vetoes);
    PlannedHome planned(home);
    for (std::size_t cycle = 0; cycle < home.due.size(); ++cycle) {
      RunInput input = planned.input(cycle);
      add_opinions(opinions, input);
      check(input, planned.run(input));
    }
  });
}

// A random chore, as the definition of envy needs it.
struct Held {
  const RunChore* chore;
  std::size_t holder;  // place in input.people
};

std::vector<Held> held_in(const RunInput& input, const RunPlan& plan) {
  std::vector<Held> held;
  for (const PlannedAssignment& planned : plan.assignments) {
    for (const RunChore& chore : input.chores) {
      if (chore.assignment_id != planned.assignment_id || chore.type != ChoreType::random) continue;
      held.push_back({&chore, place_in(input.people, planned.roommate_id)});
    }
  }
  return held;
}

// By the definition, over every choice of the chore that is left out.
bool envies(const RunInput& input, const std::vector<Held>& held, std::size_t i, std::size_t j) {
  const RunPerson& me = input.people[i];
  std::int64_t own = 0;
  std::int64_t other = 0;
  for (const Held& each : held) {
    if (each.holder == i) own += own_rating(*each.chore, me.id);
    if (each.holder == j) other += own_rating(*each.chore, me.id);
  }
  bool has_any = false;
  for (const Held& left_out : held) {
    if (left_out.holder != i) continue;
    has_any = true;
    const std::int64_t rest = own - own_rating(*left_out.chore, me.id);
    if (rest * input.people[j].weight <= other * me.weight) return false;
  }
  return has_any;
}

// Among those who may be given what is held.
bool has_envy(const RunInput& input, const std::vector<Held>& held) {
  const auto may_have = [&](std::size_t place) {
    if (held.empty()) return false;
    const std::vector<Id>& eligible = held.front().chore->eligible;
    return std::find(eligible.begin(), eligible.end(), input.people[place].id) != eligible.end();
  };
  for (std::size_t i = 0; i < input.people.size(); ++i) {
    for (std::size_t j = 0; j < input.people.size(); ++j) {
      if (may_have(i) && may_have(j) && envies(input, held, i, j)) return true;
    }
  }
  return false;
}

// 1: the holder would find `taken` lighter than `given`; -1: heavier.
int gain(const RunInput& input, const Held& given, const Held& taken) {
  const Id& person = input.people[given.holder].id;
  const std::int64_t less = own_rating(*given.chore, person) - own_rating(*taken.chore, person);
  return less > 0 ? 1 : less < 0 ? -1 : 0;
}

bool has_exchange_left(const RunInput& input, std::vector<Held> held) {
  for (Held& a : held) {
    for (Held& b : held) {
      if (a.holder == b.holder || gain(input, a, b) < 0 || gain(input, b, a) < 0) continue;
      if (gain(input, a, b) + gain(input, b, a) == 0) continue;
      std::swap(a.holder, b.holder);
      if (!has_envy(input, held)) return true;
      std::swap(a.holder, b.holder);
    }
  }
  return false;
}

bool was_moved_for_floor(const RunPlan& plan) {
  return std::any_of(
      plan.assignments.begin(), plan.assignments.end(),
      [](const PlannedAssignment& planned) { return planned.rule == AssignmentRule::floor; });
}

// Micro-points, squared and summed; as a fraction of a point squared to keep within 64 bits.
double squares_above(const std::vector<RunPerson>& people) {
  double sum = 0;
  for (const RunPerson& person : people) {
    const double points = static_cast<double>(person.own_balance) / kMicroPerPoint;
    if (points > 0) sum += points * points;
  }
  return sum;
}

}  // namespace

TEST_CASE("own ratings: in every run nobody envies another beyond one chore, by the definition") {
  CHECK(in_every_run(kMixed, Ratings::own, Vetoes::none,
                     [](const RunInput& input, const RunPlan& plan) {
                       RC_ASSERT(!has_envy(input, held_in(input, plan)));
                     }));
}

TEST_CASE("own ratings: no exchange makes one lighter and nobody heavier without making envy") {
  CHECK(in_every_run(kMixed, Ratings::own, Vetoes::none,
                     [](const RunInput& input, const RunPlan& plan) {
                       RC_ASSERT(!has_exchange_left(input, held_in(input, plan)));
                     }));
}

TEST_CASE("own ratings: with vetoes there is no envy beyond one of the chores that are shared") {
  CHECK(in_every_run(kMixed, Ratings::own, Vetoes::some,
                     [](const RunInput& input, const RunPlan& plan) {
                       if (was_moved_for_floor(plan)) return;
                       std::map<std::vector<Id>, std::vector<Held>> groups;
                       for (const Held& held : held_in(input, plan)) {
                         groups[held.chore->eligible].push_back(held);
                       }
                       for (const auto& [eligible, held] : groups) {
                         RC_ASSERT(!has_envy(input, held));
                       }
                     }));
}

TEST_CASE("own ratings: all alike and with enough random chores everybody gets one") {
  int applied = 0;
  CHECK(in_every_run(kAlike, Ratings::own, Vetoes::none,
                     [&applied](const RunInput& input, const RunPlan& plan) {
                       std::map<std::size_t, int> given;
                       for (const Held& held : held_in(input, plan)) ++given[held.holder];
                       if (plan.assignments.size() < input.people.size()) return;
                       ++applied;
                       RC_ASSERT(given.size() == input.people.size());
                     }));
  CHECK(applied >= 1000);
}

TEST_CASE("own ratings: every due chore goes once, to somebody who may have it") {
  CHECK(in_every_run(kMixed, Ratings::own, Vetoes::some,
                     [](const RunInput& input, const RunPlan& plan) {
                       RC_ASSERT(plan.assignments.size() == input.chores.size());
                       std::map<Id, Id> holders;
                       for (const PlannedAssignment& planned : plan.assignments) {
                         holders[planned.chore_id] = planned.roommate_id;
                       }
                       RC_ASSERT(holders.size() == input.chores.size());
                       for (const RunChore& chore : input.chores) {
                         RC_ASSERT(std::count(chore.eligible.begin(), chore.eligible.end(),
                                              holders[chore.chore_id]) == 1);
                       }
                     }));
}

TEST_CASE("own ratings: the order of the input lists changes nothing") {
  CHECK(in_every_run(kMixed, Ratings::own, Vetoes::some, [](RunInput input, const RunPlan& plan) {
    std::reverse(input.people.begin(), input.people.end());
    std::reverse(input.chores.begin(), input.chores.end());
    for (RunChore& chore : input.chores) {
      std::reverse(chore.eligible.begin(), chore.eligible.end());
      std::reverse(chore.ratings.begin(), chore.ratings.end());
    }
    const RunPlan again = plan_run(input);
    RC_ASSERT(again.assignments == plan.assignments);
    RC_ASSERT(again.people == plan.people);
  }));
}

TEST_CASE("own ratings: with enough random chores everybody gets one, wherever that can be") {
  CHECK(in_every_run(kAlike, Ratings::own, Vetoes::none,
                     [](const RunInput& input, const RunPlan& plan) {
                       if (input.chores.size() < input.people.size()) return;
                       RC_ASSERT(plan.objective.without_random == 0);
                     }));
}

TEST_CASE("own ratings: exchanges make nobody's chores heavier than the turns left them") {
  CHECK(rc::check([] {
    const auto people = static_cast<std::size_t>(number(2, 8));
    const auto chores = static_cast<std::size_t>(number(1, 40));
    RatedGroup group;
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < chores; ++c) group.chores.push_back(c);
    for (std::size_t i = 0; i < people; ++i) {
      group.people.push_back(i);
      order.push_back(i);
      group.weights.push_back(number(1, 100));
      group.wishes.emplace_back(chores);
      auto& ratings = group.ratings.emplace_back();
      for (std::size_t c = 0; c < chores; ++c) ratings.push_back(number(1, 20));
    }
    const GroupHolders before = divide_by_turns(group, order);
    RC_ASSERT(has_no_envy_beyond_one(group, before));
    GroupHolders after = before;
    exchange_chores(group, kMostExchangeTries, after);
    RC_ASSERT(has_no_envy_beyond_one(group, after));
    GroupHolders again = after;
    exchange_chores(group, kMostExchangeTries, again);
    RC_ASSERT(again == after);  // none is left
    std::vector<std::int64_t> lighter_by(people);
    for (std::size_t c = 0; c < chores; ++c) {
      lighter_by[before[c]] += group.ratings[before[c]][c];
      lighter_by[after[c]] -= group.ratings[after[c]][c];
    }
    for (const std::int64_t by : lighter_by) RC_ASSERT(by >= 0);
  }));
}

TEST_CASE("own ratings: the squares of balances above 0 grow by no more than one run's own") {
  CHECK(rc::check([] {
    const GeneratedHome home = *gen_home(kAlike);
    const Opinions opinions = make_opinions(home, Ratings::own, Vetoes::none);
    PlannedHome planned(home);
    for (std::size_t cycle = 0; cycle < home.due.size(); ++cycle) {
      RunInput input = planned.input(cycle);
      add_opinions(opinions, input);
      const RunPlan plan = planned.run(input);
      double allowed = squares_above(input.people);
      for (const RunPerson& person : input.people) {
        double whole = 0;
        double heaviest = 0;
        for (const RunChore& chore : input.chores) {
          const auto rating = static_cast<double>(own_rating(chore, person.id));
          whole += rating;
          heaviest = std::max(heaviest, rating);
        }
        const auto count = static_cast<double>(input.people.size());
        const double most = std::max(whole / count, heaviest * (1 - 1 / count));
        allowed += most * most;
      }
      RC_ASSERT(squares_above(plan.people) <= allowed + 0.001);
    }
  }));
}

TEST_CASE("own ratings: who is asked for nothing else stays within one largest chore for ever") {
  CHECK(in_every_run(kAlike, Ratings::same, Vetoes::none,
                     [](const RunInput& input, const RunPlan& plan) {
                       std::int64_t low = INT64_MAX;
                       std::int64_t high = INT64_MIN;
                       for (const RunPerson& person : plan.people) {
                         low = std::min(low, person.own_balance);
                         high = std::max(high, person.own_balance);
                       }
                       RC_ASSERT(high - low <= input.largest_random_points * kMicroPerPoint);
                     }));
}

}  // namespace rr
