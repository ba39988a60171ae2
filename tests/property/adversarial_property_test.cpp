// P6 and P7 in homes that do their worst: chores come and go, change their points and types, people
// join and leave, are away whenever there is a run, or rule out what they can.
#include <doctest/doctest.h>

#include "tests/property/eventful_home.h"

namespace rr {
namespace {

constexpr std::int64_t kWeeks = 60;

EventfulHome make_home(std::int64_t least_people = 2) {
  EventfulHome home(number(least_people, 8));
  for (std::int64_t i = number(1, 8); i > 0; --i) home.add(ChoreType::random, number(1, 20));
  return home;
}

void add_rotating(EventfulHome& home, std::int64_t most) {
  for (std::int64_t i = number(0, most); i > 0; --i) {
    home.add(ChoreType::predefined, number(1, 20));
  }
}

std::int64_t random_points(const EventfulHome& home) {
  std::int64_t sum = 0;
  for (const RunChore& chore : home.chores()) {
    if (chore.type == ChoreType::random) sum += chore.points;
  }
  return sum;
}

// Once nothing happens any more and everything is due in each cycle: the spread rises by no more
// than rotation moves it, and it is back within 2 M + 2 Q when the others were given what they
// lacked, and one rotation more.
void check_return(EventfulHome& home) {
  const auto people = static_cast<std::int64_t>(home.people().size());
  const std::int64_t limit = 2 * home.largest() * kMicroPerPoint + people;
  const std::int64_t start = std::max(home.spread(), limit);
  std::int64_t lacking = 0;
  std::int64_t given = 0;
  for (std::int64_t left = people; left > 0; given >= lacking ? --left : left) {
    home.run_all();
    const std::int64_t turning = home.rotating() * kMicroPerPoint;
    RC_ASSERT(home.spread() <= start + turning);
    lacking = (people - 1) * (start + turning);
    given += random_points(home) * kMicroPerPoint;
  }
  const std::int64_t turning = home.rotating() * kMicroPerPoint;
  RC_ASSERT(home.spread() <= home.bound() + turning);
}

const PlannedAssignment& assignment_of(const RunPlan& plan, const Id& chore_id) {
  return *std::find_if(
      plan.assignments.begin(), plan.assignments.end(),
      [&](const PlannedAssignment& planned) { return planned.chore_id == chore_id; });
}

std::size_t any_place(std::size_t count) {
  return static_cast<std::size_t>(number(0, static_cast<std::int64_t>(count) - 1));
}

}  // namespace

TEST_CASE("P6: a new predefined chore every week, and the last one removed") {
  CHECK(rc::check([] {
    EventfulHome home = make_home();
    const std::size_t randoms = home.chores().size();
    for (std::int64_t week = 0; week < kWeeks; ++week) {
      if (home.chores().size() > randoms) home.remove(randoms);
      home.add(ChoreType::predefined, number(1, 20));
      home.run([&](std::size_t i) { return i >= randoms || number(0, 1) == 1; });
      RC_ASSERT(home.spread() <= home.bound_ever());
    }
    check_return(home);
  }));
}

TEST_CASE("P6: chores get other points every week") {
  CHECK(rc::check([] {
    EventfulHome home = make_home();
    add_rotating(home, 6);
    for (std::int64_t week = 0; week < kWeeks; ++week) {
      for (RunChore& chore : home.chores()) chore.points = number(1, 20);
      home.run([](std::size_t) { return number(0, 1) == 1; });
      RC_ASSERT(home.spread() <= home.bound_ever());
    }
    check_return(home);
  }));
}

TEST_CASE("P6: people join and leave") {
  CHECK(rc::check([] {
    EventfulHome home = make_home();
    add_rotating(home, 6);
    for (std::int64_t week = 0; week < kWeeks; ++week) {
      const std::size_t people = home.people().size();
      if (people < 8 && number(0, 2) == 0) home.join();
      if (people > 2 && number(0, 2) == 0) home.leave(any_place(people));
      home.run([](std::size_t) { return number(0, 1) == 1; });
      // Whoever comes or goes shifts the rotation once more: by Q at the most.
      RC_ASSERT(home.spread() <= home.bound_ever() + home.rotating() * kMicroPerPoint);
    }
    check_return(home);
  }));
}

TEST_CASE("P5: the largest chore is removed again and again, and the bound counts it on") {
  CHECK(rc::check([] {
    EventfulHome home = make_home();
    for (std::int64_t week = 0; week < kWeeks; ++week) {
      if (number(0, 3) == 0) {
        auto& chores = home.chores();
        const auto largest = std::max_element(
            chores.begin(), chores.end(),
            [](const RunChore& a, const RunChore& b) { return a.points < b.points; });
        home.remove(static_cast<std::size_t>(largest - chores.begin()));
        home.add(ChoreType::random, number(1, 20));
      }
      home.run([](std::size_t) { return number(0, 1) == 1; });
      RC_ASSERT(home.spread() <=
                home.largest() * kMicroPerPoint + static_cast<std::int64_t>(home.people().size()));
    }
  }));
}

TEST_CASE("P9: somebody away on the day of every run is given nothing and owes nothing") {
  CHECK(rc::check([] {
    EventfulHome home = make_home(3);
    const Id away = home.people()[any_place(home.people().size())].id;
    for (std::int64_t week = 0; week < kWeeks; ++week) {
      const RunPlan plan = home.run([](std::size_t) { return number(0, 1) == 1; }, {away});
      for (const PlannedAssignment& planned : plan.assignments) {
        RC_ASSERT(planned.roommate_id != away);
      }
      for (const RunPerson& person : home.people()) {
        if (person.id == away) RC_ASSERT(person.balance == Balance{});
      }
      // The others are as close as if they lived alone.
      RC_ASSERT(home.spread() <=
                home.largest() * kMicroPerPoint + static_cast<std::int64_t>(home.people().size()));
    }
  }));
}

TEST_CASE("P5: a chore that vetoes leave to one person moves no balance") {
  CHECK(rc::check([] {
    EventfulHome home = make_home();
    const Id only = home.people()[any_place(home.people().size())].id;
    for (std::int64_t week = 0; week < kWeeks; ++week) {
      const RunPlan plan = home.run([](std::size_t) { return true; }, {}, only);
      const PlannedAssignment& first = assignment_of(plan, home.chores().front().chore_id);
      RC_ASSERT(first.roommate_id == only);
      RC_ASSERT(first.rule == AssignmentRule::only_eligible);
      RC_ASSERT(home.spread() <= home.bound());
    }
  }));
}

TEST_CASE("a chore that only one may have does not make the floor give the others away") {
  EventfulHome home(2);
  home.add(ChoreType::random, 5);
  home.add(ChoreType::random, 5);
  const Id only = home.people().front().id;
  for (std::int64_t week = 1; week <= 10; ++week) {
    // While that stays within 2 M, who has nothing else gets the other one.
    const RunPlan plan = home.run([](std::size_t) { return true; }, {}, only);
    CHECK(home.spread() == (week % 2 == 1 ? 5 : 10) * kMicroPerPoint);
    CHECK(plan.guard_missed_micro == 0);
  }
}

TEST_CASE("a floor of as many equal chores as people yields until a drift is over") {
  EventfulHome home(2);
  home.add(ChoreType::predefined, 20);
  home.run_all();
  home.remove(0);
  home.add(ChoreType::random, 5);
  home.add(ChoreType::random, 5);
  for (int cycle = 0; cycle < 10; ++cycle) home.run_all();
  CHECK(home.spread() == 10 * kMicroPerPoint);  // 2 M: from there on everybody gets one again
}

TEST_CASE("P7: one person of weight 700 among people of weight 1, and the other way round") {
  CHECK(rc::check([] {
    const std::int64_t people = number(2, 8);
    const bool is_one_heavy = number(0, 1) == 1;
    EventfulHome home(0);
    for (std::int64_t i = 0; i < people; ++i) home.join((i == 0) == is_one_heavy ? 700 : 1);
    for (std::int64_t i = number(1, 8); i > 0; --i) home.add(ChoreType::random, number(1, 20));
    for (std::int64_t week = 0; week < kWeeks; ++week) {
      home.run([](std::size_t) { return number(0, 1) == 1; });
      const std::int64_t largest = home.largest() * kMicroPerPoint;
      std::int64_t harmonic = 0;
      for (std::int64_t k = 2; k <= people; ++k) harmonic += (largest + k - 1) / k;
      for (const RunPerson& person : home.people()) {
        RC_ASSERT(person.balance.total <= largest - largest / people);
        RC_ASSERT(person.balance.total >= -harmonic);
      }
    }
  }));
}

}  // namespace rr
