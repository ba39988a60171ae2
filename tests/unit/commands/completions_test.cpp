#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

// One chore with two sub-tasks, given out; another chore with one.
struct StepsHome : ChoreHome {
  StepsHome() : ChoreHome(2) {
    chore(41, ChoreType::random, 4);
    chore(42, ChoreType::random, 4);
    must(AddSubChore{number_id(61), number_id(41), "Sort", std::nullopt});
    must(AddSubChore{number_id(62), number_id(41), "Carry", std::nullopt});
    must(AddSubChore{number_id(63), number_id(42), "Other", std::nullopt});
    divide();
    id = given(41).id;
  }

  [[nodiscard]] std::string tick(std::uint8_t step) {
    return act(SetCompletion{id, number_id(step), true});
  }
  [[nodiscard]] std::string untick(std::uint8_t step) {
    return act(SetCompletion{id, number_id(step), false});
  }
  [[nodiscard]] AssignmentStatus status() const { return given(41).status; }
  [[nodiscard]] std::int64_t earned() const {
    return points(given(41).roommate_id.bytes[15]).total;
  }

  Id id;
};

}  // namespace

TEST_CASE("the last tick marks the assignment done, unticking opens it again") {
  StepsHome home;
  CHECK(home.tick(61).empty());
  CHECK(home.status() == AssignmentStatus::open);
  CHECK(home.tick(62).empty());
  CHECK(home.status() == AssignmentStatus::done);
  CHECK(home.given(41).is_completed_by_subtasks);
  CHECK(home.earned() == 4 * kMicroPerPoint);
  CHECK(home.faults().empty());
  CHECK(home.untick(61).empty());
  CHECK(home.status() == AssignmentStatus::open);
  CHECK(home.earned() == 0);
  CHECK(home.store.all<Completion>().size() == 1);
  CHECK(home.faults().empty());
}

TEST_CASE("where the household does not want it the last tick marks nothing done") {
  StepsHome home;
  Household household = *home.store.find<Household>(home.context.scope);
  household.complete_when_all_subtasks_done = false;
  home.store.put(household);
  CHECK(home.tick(61).empty());
  CHECK(home.tick(62).empty());
  CHECK(home.status() == AssignmentStatus::open);
}

TEST_CASE("unticking what was marked done by hand leaves it done") {
  StepsHome home;
  CHECK(home.tick(61).empty());
  home.must(CompleteAssignment{home.id, Id{}});
  CHECK(home.untick(61).empty());
  CHECK(home.tick(61).empty());
  CHECK(home.tick(62).empty());
  CHECK(home.status() == AssignmentStatus::done);
  CHECK(home.earned() == 4 * kMicroPerPoint);
  CHECK(home.faults().empty());
}

TEST_CASE("saying what is so already changes nothing") {
  StepsHome home;
  CHECK(home.tick(61).empty());
  const std::string before = home.rows();
  CHECK(home.tick(61).empty());
  CHECK(home.untick(62).empty());
  CHECK(home.rows() == before);
}

TEST_CASE("a tick needs its assignment and a sub-task of its chore") {
  StepsHome home;
  CHECK(home.tick(63) == "wrong_chore:sub_chore_id");
  CHECK(home.tick(64) == "not_found:sub_chore_id");
  CHECK(home.act(SetCompletion{number_id(99), number_id(61), true}) == "not_found:assignment_id");
  home.must(SkipAssignment{home.id});
  CHECK(home.tick(61) == "wrong_state:id");
}

TEST_CASE("ticks made in time count in their cycle although it closed before they arrived") {
  ChoreHome home(1);
  home.chore(41, ChoreType::random, 4, Frequency::daily);
  home.must(AddSubChore{number_id(61), number_id(41), "Sort", std::nullopt});
  home.divide();
  const Assignment before = home.given(41);
  const Instant meant = home.context.now;
  home.go_to(add_days(kMonday, 8));
  REQUIRE(home.given(41).status == AssignmentStatus::missed);
  CHECK(home.act(SetCompletion{before.id, number_id(61), true}) == "wrong_state:id");
  home.context.meant_at = meant;
  home.must(SetCompletion{before.id, number_id(61), true});
  CHECK(home.given(41).status == AssignmentStatus::done);
  CHECK(home.given(41).cycle_id == before.cycle_id);
  CHECK(home.points(21).total == 4 * kMicroPerPoint);
  CHECK(home.points(21).current_cycle == 0);
  CHECK(home.faults().empty());
}

TEST_CASE("the inverse of a tick is its opposite, and none when nothing changed") {
  StepsHome home;
  const Command command = *make_command(SetCompletion{home.id, number_id(61), true});
  const auto inverse = [&] {
    return command.info->inverse(home.store, home.context, command.arguments.get());
  };
  REQUIRE(inverse().has_value());
  CHECK(home.undo_restores(SetCompletion{home.id, number_id(61), true}));
  CHECK(home.tick(61).empty());
  CHECK_FALSE(inverse().has_value());
}

TEST_CASE("the linked roommate is noted as who ticked") {
  StepsHome home;
  Member member = *home.store.find<Member>(number_id(1));
  member.roommate_id = number_id(22);
  home.store.put(member);
  CHECK(home.tick(61).empty());
  CHECK(home.store.all<Completion>().front()->done_by == number_id(22));
}

}  // namespace rr
