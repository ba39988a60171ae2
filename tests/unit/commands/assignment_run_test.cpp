#include "tests/unit/support/chore_home.h"

namespace rr {

TEST_CASE("a run gives everything that is due, charges it and moves the chores on") {
  ChoreHome home(2);
  home.chore(41, ChoreType::predefined, 7);
  home.chore(42, ChoreType::random, 5, Frequency::daily);
  home.divide();
  const Assignment dishes = home.given(41);
  CHECK(dishes.status == AssignmentStatus::open);
  CHECK(dishes.chore_name == "Chore 41");
  CHECK(dishes.points == 7);
  CHECK(dishes.rule == AssignmentRule::rotation);
  CHECK(dishes.due_date == add_days(kMonday, 7));
  CHECK(dishes.assigned_at == home.context.now);
  CHECK(home.given(42).due_date == add_days(kMonday, 1));
  // 7 to one, 5 to the other.
  CHECK(dishes.roommate_id != home.given(42).roommate_id);
  CHECK(home.store.find<Chore>(number_id(41))->next_due == add_days(kMonday, 7));
  CHECK(home.store.find<Chore>(number_id(41))->last_holder == dishes.roommate_id);
  CHECK(home.store.find<Chore>(number_id(42))->next_due == add_days(kMonday, 1));
  CHECK(home.points(21).assigned_load + home.points(22).assigned_load == 12 * kMicroPerPoint);
  CHECK(home.points(21).balance.total == -home.points(22).balance.total);
  CHECK(home.faults().empty());
}

TEST_CASE("a run takes the household's seed and puts a fresh one in its place") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 5);
  home.divide();
  const auto household = home.store.find<Household>(home.context.scope);
  CHECK(household->next_run_seed == home.context.fresh_seed);
  CHECK(household->last_run_at == home.context.now);
}

TEST_CASE("a run with nothing due, or nobody to give it to, succeeds and changes nothing") {
  ChoreHome home(1);
  std::string before = home.rows();
  CHECK(home.act(RunAssignments{}).empty());
  CHECK(home.rows() == before);

  home.chore(42, ChoreType::random, 5);
  home.divide();
  before = home.rows();
  CHECK(home.act(RunAssignments{}).empty());
  CHECK(home.rows() == before);

  home.chore(43, ChoreType::random, 5);
  home.must(AddAbsence{number_id(90), number_id(21), kMonday, std::nullopt});
  before = home.rows();
  CHECK(home.act(RunAssignments{}).empty());
  CHECK(home.rows() == before);
  CHECK(home.store.find<Chore>(number_id(43))->next_due == kMonday);
}

TEST_CASE("a daily chore comes once a day, also after days without a run") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 3, Frequency::daily);
  home.divide();
  home.go_to(add_days(kMonday, 3));
  home.divide();
  home.divide();
  CHECK(home.store.all<Assignment>().size() == 2);
  CHECK(home.was_given(42, add_days(kMonday, 3)));
  CHECK(home.faults().empty());
}

TEST_CASE("a weekly chore is given ahead within its cycle, a later one is not") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 3, Frequency::weekly, add_days(kMonday, 6));
  home.chore(43, ChoreType::random, 3, Frequency::weekly, add_days(kMonday, 7));
  home.divide();
  CHECK(home.was_given(42, add_days(kMonday, 6)));
  CHECK_FALSE(home.was_given(43, add_days(kMonday, 7)));
}

TEST_CASE("an occurrence nobody ran for lapses when the cycle has one of its own") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 3, Frequency::weekly, add_days(kMonday, 6));
  home.chore(43, ChoreType::random, 3, Frequency::monthly, add_days(kMonday, 2));
  home.go_to(add_days(kMonday, 12));
  home.divide();
  CHECK_FALSE(home.was_given(42, add_days(kMonday, 6)));
  CHECK(home.was_given(42, add_days(kMonday, 13)));
  CHECK(home.was_given(43, add_days(kMonday, 2)));
  const std::string before = home.rows();
  home.divide();
  CHECK(home.rows() == before);
}

TEST_CASE("a paused chore is passed over") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 3);
  EditChore pause;
  pause.id = number_id(42);
  pause.is_paused = true;
  for (std::size_t i = 0; i < describe_command<EditChore>().fields.size(); ++i) {
    if (describe_command<EditChore>().fields[i].name == "is_paused") pause.given |= 1u << i;
  }
  home.must(pause);
  home.divide();
  CHECK(home.store.all<Assignment>().empty());
}

TEST_CASE("nobody gets a chore while away, with a veto, or without a weight") {
  ChoreHome home(2);
  home.join(23, 0);
  for (std::uint8_t number = 41; number < 47; ++number) {
    home.chore(number, ChoreType::random, 4, Frequency::daily);
  }
  home.must(SetPreference{number_id(41), number_id(21), PreferenceLevel::never});
  home.divide();
  CHECK(home.given(41).roommate_id == number_id(22));
  CHECK(home.given(41).rule == AssignmentRule::only_eligible);
  const Date tuesday = add_days(kMonday, 1);
  home.must(AddAbsence{number_id(90), number_id(22), tuesday, tuesday});
  home.go_to(tuesday);
  home.divide();
  CHECK_FALSE(home.was_given(41, tuesday));
  for (std::uint8_t number = 42; number < 47; ++number) {
    CHECK(home.given(number, tuesday).roommate_id == number_id(21));
  }
  CHECK(home.points(23).assigned_load == 0);
  CHECK(home.points(23).balance.total == 0);
  CHECK(home.faults().empty());
}

TEST_CASE("without any weight all count alike") {
  ChoreHome home;
  home.join(21, 0);
  home.join(22, 0);
  home.chore(41, ChoreType::random, 4);
  home.chore(42, ChoreType::random, 4);
  home.divide();
  CHECK(home.points(21).balance.total == 0);
  CHECK(home.points(22).balance.total == 0);
  CHECK(home.points(21).assigned_load == 4 * kMicroPerPoint);
}

TEST_CASE("a run needs the time zones") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 3);
  home.context.time_zones = nullptr;
  CHECK(home.act(RunAssignments{}) == "time_zones_missing:");
}

TEST_CASE("two runs that were pressed offline on both sides give every occurrence once") {
  ChoreHome home(3);
  home.chore(41, ChoreType::predefined, 9);
  home.chore(42, ChoreType::random, 3, Frequency::daily);
  // Each device's own attempt, then both arrive at the server one after the other.
  ChoreHome device = home;
  device.divide();
  home.divide();
  home.divide();
  CHECK(home.store.all<Assignment>().size() == 2);
  CHECK(home.store.all<LedgerEntry>().size() == 2);
  CHECK(home.faults().empty());
}

TEST_CASE("somebody who joins later owes nothing for what was given out before") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 6);
  home.divide();
  home.join(23);
  CHECK(home.points(23).balance.total == 0);
  home.chore(43, ChoreType::random, 6);
  home.divide();
  CHECK(home.points(23).balance.total == -2 * kMicroPerPoint);
  CHECK(home.faults().empty());
}

}  // namespace rr
