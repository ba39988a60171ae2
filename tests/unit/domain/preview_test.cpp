#include "shared/domain/preview.h"

#include "shared/commands/household.h"
#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

RunPreview preview(const ChoreHome& home) {
  const auto household = household_of(home.store);
  const auto zone = built_in_time_zones().find(household->time_zone);
  return preview_run(home.store, *household, *zone, home.context.now);
}

ChoreHome home_with_chores() {
  ChoreHome home(3);
  home.chore(41, ChoreType::predefined, 7);
  home.chore(42, ChoreType::random, 5);
  home.chore(43, ChoreType::random, 3);
  return home;
}

}  // namespace

TEST_CASE("a run that was previewed gives out what the preview showed") {
  ChoreHome home = home_with_chores();
  const RunPreview shown = preview(home);
  home.go_to(kMonday, 20 * 60);  // time that passes within the day changes nothing
  home.must(RunAssignments{shown.digest});
  REQUIRE(shown.plan.assignments.size() == 3);
  for (const PlannedAssignment& planned : shown.plan.assignments) {
    const auto given = home.store.find<Assignment>(planned.assignment_id);
    REQUIRE(given != nullptr);
    CHECK(given->roommate_id == planned.roommate_id);
  }
}

TEST_CASE("a run is refused when anything changed since its preview, and leaves no trace") {
  ChoreHome home = home_with_chores();
  const std::string digest = preview(home).digest;
  home.chore(44, ChoreType::random, 2);
  const std::string before = home.rows();
  CHECK(home.act(RunAssignments{digest}) == "preview_outdated:expected_digest");
  CHECK(home.rows() == before);
  CHECK(home.act(RunAssignments{preview(home).digest}).empty());
  CHECK(home.act(RunAssignments{digest}) == "preview_outdated:expected_digest");
}

TEST_CASE("a wish and an absence change the digest, what the run does not read leaves it") {
  ChoreHome home = home_with_chores();
  const std::string first = preview(home).digest;
  EditHousehold rename;
  rename.given = 1;
  rename.name = "Another name";
  home.must(rename);
  CHECK(preview(home).digest == first);
  home.must(SetPreference{number_id(42), number_id(21), PreferenceLevel::dislike});
  const std::string second = preview(home).digest;
  CHECK(second != first);
  home.must(AddAbsence{number_id(90), number_id(22), kMonday, kMonday});
  CHECK(preview(home).digest != second);
}

TEST_CASE("a digest has 32 characters, and null never asks") {
  ChoreHome home = home_with_chores();
  CHECK(home.run("assignment.run", R"({"expected_digest":"abc"})") == "too_short:expected_digest");
  CHECK(home.run("assignment.run", R"({"expected_digest":null})").empty());
  CHECK(home.store.all<Assignment>().size() == 3);
}

TEST_CASE("what moved between two plans: who has another chore, what is new, what is gone") {
  const auto planned = [](std::uint8_t number, std::uint8_t person) {
    return PlannedAssignment{number_id(number), number_id(static_cast<std::uint8_t>(number + 100)),
                             number_id(person), AssignmentRule::lowest_balance, Id{}};
  };
  RunPlan before;
  before.assignments = {planned(41, 21), planned(42, 22), planned(43, 21)};
  RunPlan after;
  after.assignments = {planned(44, 21), planned(42, 21), planned(41, 21)};
  const std::vector<MovedAssignment> moved = moved_between(before, after);
  REQUIRE(moved.size() == 3);
  CHECK(moved[0] == MovedAssignment{number_id(42), number_id(142), number_id(22), number_id(21)});
  CHECK(moved[1] == MovedAssignment{number_id(43), number_id(143), number_id(21), Id{}});
  CHECK(moved[2] == MovedAssignment{number_id(44), number_id(144), Id{}, number_id(21)});
  CHECK(moved_between(after, after).empty());
}

TEST_CASE("effort minutes count only where the household counts them") {
  ChoreHome home(2);
  home.must(AddChore{number_id(41), "Windows", Frequency::weekly, ChoreType::random, 5, kMonday,
                     std::int64_t{45}});
  CHECK(preview(home).input.chores[0].effort_minutes == 0);
  CHECK(home.run("household.edit", R"({"counts_effort":true})").empty());
  CHECK(preview(home).input.chores[0].effort_minutes == 45);
}

}  // namespace rr
