// Runs that give out every remaining day of the cycle.
#include "shared/domain/explain.h"
#include "shared/domain/run_codec.h"
#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

ChoreHome whole_cycle_home(int roommates) {
  ChoreHome home(roommates);
  CHECK(home.run("household.edit", R"({"plans_whole_cycle":true})").empty());
  return home;
}

std::vector<int> holders(const ChoreHome& home, std::uint8_t chore) {
  std::vector<int> found;
  for (int day = 0; day < 7 && home.was_given(chore, add_days(kMonday, day)); ++day) {
    found.push_back(home.given(chore, add_days(kMonday, day)).roommate_id.bytes[15]);
  }
  return found;
}

}  // namespace

TEST_CASE("one run gives out every remaining day of the cycle, a second one nothing") {
  ChoreHome home = whole_cycle_home(3);
  home.chore(41, ChoreType::predefined, 7, Frequency::daily);
  home.chore(42, ChoreType::random, 5, Frequency::daily);
  home.chore(43, ChoreType::random, 3);
  const Date wednesday = add_days(kMonday, 2);
  home.go_to(wednesday);
  home.divide();
  CHECK(home.store.all<Assignment>().size() == 5 + 5 + 1);
  CHECK_FALSE(home.was_given(42, add_days(kMonday, 1)));
  for (int day = 2; day < 7; ++day) {
    const Assignment given = home.given(42, add_days(kMonday, day));
    CHECK(given.share_day == given.occurrence);
    CHECK(given.due_date == add_days(given.occurrence, 1));
  }
  CHECK(home.store.find<Chore>(number_id(42))->next_due == add_days(kMonday, 7));
  CHECK(home.store.find<Chore>(number_id(43))->next_due == add_days(kMonday, 7));
  const std::string before = home.rows();
  home.divide();
  CHECK(home.rows() == before);
  CHECK(home.faults().empty());
}

TEST_CASE("the balances that the plan names are those that the rows show") {
  ChoreHome home = whole_cycle_home(3);
  for (std::uint8_t number = 41; number < 47; ++number) {
    home.chore(number, number < 44 ? ChoreType::predefined : ChoreType::random, number - 36,
               Frequency::daily);
  }
  home.divide();
  const auto run = home.store.find<AssignmentRun>(home.given(41).run_id);
  const Result<RunInput> input = decode_run_input(run->input);
  REQUIRE(input);
  const RunPlan plan = plan_run(*input);
  CHECK(encode_run_plan(plan) == run->outcome);
  CHECK(plan.turns.size() == 3);
  std::int64_t sum = 0;
  for (const RunPerson& person : plan.people) {
    CHECK(home.points(person.id.bytes[15]).balance == person.balance);
    sum += person.balance.total;
  }
  CHECK(sum == 0);
}

TEST_CASE("rotation moves once for each day within the run, and goes on in the next cycle") {
  ChoreHome home = whole_cycle_home(3);
  home.chore(41, ChoreType::predefined, 7, Frequency::daily);
  home.divide();
  const std::vector<int> order = holders(home, 41);
  REQUIRE(order.size() == 7);
  for (std::size_t i = 3; i < 7; ++i) CHECK(order[i] == order[i - 3]);
  CHECK(order[0] != order[1]);
  CHECK(order[1] != order[2]);
  CHECK(order[0] != order[2]);
  CHECK(home.store.find<Chore>(number_id(41))->last_holder.bytes[15] == order[6]);
  home.go_to(add_days(kMonday, 7));
  home.divide();
  CHECK(home.given(41, add_days(kMonday, 7)).roommate_id.bytes[15] == order[1]);
  CHECK(home.faults().empty());
}

TEST_CASE("who is away on a day of the run is passed over and gets the owed turn on return") {
  ChoreHome home = whole_cycle_home(3);
  home.chore(41, ChoreType::predefined, 7, Frequency::daily, add_days(kMonday, -1));
  home.divide();
  const int first = home.given(41).roommate_id.bytes[15];
  ChoreHome away = whole_cycle_home(3);
  away.chore(41, ChoreType::predefined, 7, Frequency::daily, add_days(kMonday, -1));
  const int second = first == 23 ? 21 : first + 1;
  const int third = second == 23 ? 21 : second + 1;
  const Date tuesday = add_days(kMonday, 1);
  away.must(
      AddAbsence{number_id(90), number_id(static_cast<std::uint8_t>(second)), tuesday, tuesday});
  away.divide();
  const std::vector<int> order = holders(away, 41);
  REQUIRE(order.size() == 7);
  CHECK(std::vector<int>(order.begin(), order.begin() + 4) ==
        std::vector<int>{first, third, second, first});
  CHECK(away.given(41, add_days(kMonday, 2)).rule == AssignmentRule::owed_turn);
  CHECK(away.faults().empty());
}

TEST_CASE("a turn within the run is explained by the day before it") {
  ChoreHome home = whole_cycle_home(3);
  home.chore(41, ChoreType::predefined, 7, Frequency::daily);
  home.divide();
  const auto run = home.store.find<AssignmentRun>(home.given(41).run_id);
  const Result<RunInput> input = decode_run_input(run->input);
  REQUIRE(input);
  for (int day = 0; day < 7; ++day) {
    const auto why = explain(*input, home.given(41, add_days(kMonday, day)).id);
    REQUIRE(why);
    CHECK(why->last_holder ==
          (day == 0 ? Id{} : home.given(41, add_days(kMonday, day - 1)).roommate_id));
  }
}

TEST_CASE("days that come back when somebody moves out are given out again") {
  ChoreHome home = whole_cycle_home(3);
  home.chore(41, ChoreType::random, 7, Frequency::daily);
  home.divide();
  home.must(MoveOutRoommate{number_id(22)});
  home.divide();
  for (int day = 0; day < 7; ++day) {
    const Assignment given = home.given(41, add_days(kMonday, day));
    CHECK(given.status == AssignmentStatus::open);
    CHECK(given.roommate_id != number_id(22));
  }
  CHECK(home.faults().empty());
  const std::string before = home.rows();
  home.divide();
  CHECK(home.rows() == before);
}

TEST_CASE("a day on which everybody is away waits, the others are given out") {
  ChoreHome home = whole_cycle_home(1);
  home.chore(41, ChoreType::random, 7, Frequency::daily);
  const Date tuesday = add_days(kMonday, 1);
  home.must(AddAbsence{number_id(90), number_id(21), tuesday, tuesday});
  home.divide();
  CHECK(home.store.all<Assignment>().size() == 6);
  CHECK_FALSE(home.was_given(41, tuesday));
  home.must(RemoveAbsence{number_id(90)});
  home.divide();
  CHECK(home.was_given(41, tuesday));
  CHECK(home.faults().empty());
}

}  // namespace rr
