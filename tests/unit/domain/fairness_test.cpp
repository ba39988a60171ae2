#include "shared/domain/fairness.h"

#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

std::int64_t score(const std::vector<FairnessPart>& parts) { return fairness_score(parts); }

std::vector<CycleReport> reports_of(const ChoreHome& home) {
  const auto zone = built_in_time_zones().find("Europe/Vienna");
  return cycle_reports(home.store, *zone, home.context.now);
}

std::vector<TurnRow> turns_of(const ChoreHome& home) {
  const auto zone = built_in_time_zones().find("Europe/Vienna");
  return turns_table(home.store, *zone, home.context.now);
}

}  // namespace

TEST_CASE("the fairness score is 100 for equal parts, 0 when one does it all, and in between") {
  CHECK(score({{10, 7}, {10, 7}, {10, 7}, {10, 7}}) == 1000);
  CHECK(score({{12, 7}, {10, 7}, {10, 7}, {8, 7}}) == 933);
  CHECK(score({{40, 7}, {0, 7}, {0, 7}, {0, 7}}) == 0);
  CHECK(score({{10, 7}, {7, 7}, {6, 7}, {7, 7}}) == 889);  // the worked example
}

TEST_CASE("who was there for less of the time owes less, and who was away owes nothing") {
  CHECK(score({{10, 700}, {5, 350}}) == 1000);
  CHECK(score({{10, 700}, {10, 700}, {0, 0}}) == 1000);
  CHECK(score({{10, 0}, {10, 700}, {10, 700}}) == 1000);
}

TEST_CASE("a fairness score needs two people and something that was given out") {
  CHECK(score({}) == 1000);
  CHECK(score({{10, 7}}) == 1000);
  CHECK(score({{0, 7}, {0, 7}}) == 1000);
  CHECK(score({{-4, 7}, {0, 7}}) == 1000);
}

TEST_CASE("the running cycle is told by assigned, earned and share of everybody") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 6);
  home.chore(42, ChoreType::random, 4);
  home.divide();
  home.must(CompleteAssignment{home.given(41).id, Id{}});
  const std::vector<CycleReport> reports = reports_of(home);
  REQUIRE(reports.size() == 1);
  CHECK_FALSE(reports[0].ends_at);
  REQUIRE(reports[0].people.size() == 2);
  for (const PersonInCycle& person : reports[0].people) {
    const bool has_heavy = person.roommate_id == home.given(41).roommate_id;
    CHECK(person.assigned == (has_heavy ? 6 : 4) * kMicroPerPoint);
    CHECK(person.earned == (has_heavy ? 6 : 0) * kMicroPerPoint);
    CHECK(person.share == 5 * kMicroPerPoint);
    CHECK(person.done_count == (has_heavy ? 1 : 0));
    CHECK(person.missed_count == 0);
  }
  CHECK(reports[0].score == 800);
  CHECK(score_over(reports) == 800);
}

TEST_CASE("closed cycles stay as they were, newest first, with what was missed") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 6, Frequency::daily);
  home.divide();
  const Id holder = home.given(41).roommate_id;
  home.go_to(add_days(kMonday, 7));
  home.chore(42, ChoreType::random, 6);
  home.divide();
  const std::vector<CycleReport> reports = reports_of(home);
  REQUIRE(reports.size() == 2);
  CHECK_FALSE(reports[0].ends_at);
  CHECK(reports[1].ends_at == reports[0].starts_at);
  CHECK(reports[1].score == 0);
  for (const PersonInCycle& person : reports[1].people) {
    CHECK(person.missed_count == (person.roommate_id == holder ? 1 : 0));
    CHECK(person.missed_points == (person.roommate_id == holder ? 6 : 0));
    CHECK(person.earned == 0);
  }
}

TEST_CASE("what one cycle gave too much and the next made up for is fair over both") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 6);
  home.divide();
  home.must(CompleteAssignment{home.given(41).id, Id{}});
  const Id holder = home.given(41).roommate_id;
  home.go_to(add_days(kMonday, 7));
  home.divide();
  CHECK(home.given(41, add_days(kMonday, 7)).roommate_id != holder);
  const std::vector<CycleReport> reports = reports_of(home);
  CHECK(reports[0].score == 0);
  CHECK(reports[1].score == 0);
  CHECK(score_over(reports) == 1000);
}

TEST_CASE("turns go on after the last holder, in the order of rotation") {
  ChoreHome home(3);
  home.chore(41, ChoreType::predefined, 6);
  home.chore(42, ChoreType::random, 6);
  CHECK(turns_of(home)[0].last_holder.is_nil());
  CHECK(turns_of(home)[0].next.size() == 3);
  const Id first = turns_of(home)[0].next[0];
  home.divide();
  CHECK(home.given(41).roommate_id == first);
  const std::vector<TurnRow> turns = turns_of(home);
  REQUIRE(turns.size() == 1);
  CHECK(turns[0].last_holder == first);
  REQUIRE(turns[0].next.size() == 2);
  home.go_to(add_days(kMonday, 7));
  home.divide();
  CHECK(home.given(41, add_days(kMonday, 7)).roommate_id == turns[0].next[0]);
}

TEST_CASE("whoever never does a chore stands in no turn of it, and alone it is always the same") {
  ChoreHome home(2);
  for (std::uint8_t number = 41; number < 44; ++number) {
    home.chore(number, ChoreType::predefined, 3);
  }
  home.must(SetPreference{number_id(41), number_id(21), PreferenceLevel::never});
  home.divide();
  const std::vector<TurnRow> turns = turns_of(home);
  CHECK(turns[0].next == std::vector<Id>{number_id(22)});
  CHECK(turns[1].next.size() == 1);
  CHECK(turns[1].next[0] != turns[1].last_holder);
}

}  // namespace rr
