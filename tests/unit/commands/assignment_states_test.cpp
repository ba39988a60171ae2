#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

constexpr Date kNextMonday{kMonday.days + 7};

// Two roommates; a weekly and a daily chore, both given out.
struct DividedHome : ChoreHome {
  DividedHome() : ChoreHome(2) {
    chore(41, ChoreType::predefined, 7);
    chore(42, ChoreType::random, 5, Frequency::daily);
    divide();
    weekly = given(41).id;
    daily = given(42).id;
    owner = static_cast<std::uint8_t>(given(41).roommate_id.bytes[15]);
    other = owner == 21 ? 22 : 21;
  }

  [[nodiscard]] AssignmentStatus status_of(const Id& id) const {
    return store.find<Assignment>(id)->status;
  }

  Id weekly;
  Id daily;
  std::uint8_t owner = 0;  // of the weekly one
  std::uint8_t other = 0;
};

}  // namespace

TEST_CASE("open to done: the assignee earns the points") {
  DividedHome home;
  home.must(CompleteAssignment{home.weekly, Id{}});
  const Assignment done = home.given(41);
  CHECK(done.status == AssignmentStatus::done);
  CHECK(done.completed_at == home.context.meant_at);
  CHECK(done.completed_by == number_id(home.owner));
  CHECK(done.points_awarded == 7);
  CHECK(home.points(home.owner).current_cycle == 7 * kMicroPerPoint);
  CHECK(home.points(home.other).current_cycle == 0);
  CHECK(home.faults().empty());
}

TEST_CASE("open to done by somebody else: points and balance go to the doer, and back on undo") {
  DividedHome home;
  const Balance before = home.points(home.other).balance;
  home.must(CompleteAssignment{home.weekly, number_id(home.other)});
  CHECK(home.given(41).roommate_id == number_id(home.owner));
  CHECK(home.given(41).completed_by == number_id(home.other));
  CHECK(home.points(home.other).current_cycle == 7 * kMicroPerPoint);
  CHECK(home.points(home.other).balance.total == before.total + 7 * kMicroPerPoint);
  CHECK(home.faults().empty());
  home.must(UndoAssignment{home.weekly});
  CHECK(home.points(home.other).balance == before);
  CHECK(home.points(home.other).current_cycle == 0);
  CHECK(home.faults().empty());
}

TEST_CASE("a cover by somebody unknown or gone is refused") {
  DividedHome home;
  home.join(23);
  home.must(MoveOutRoommate{number_id(23)});
  CHECK(home.act(CompleteAssignment{home.weekly, number_id(23)}) == "moved_out:done_by");
  CHECK(home.act(CompleteAssignment{home.weekly, number_id(99)}) == "not_found:done_by");
  CHECK(home.act(CompleteAssignment{number_id(99), Id{}}) == "not_found:id");
}

TEST_CASE("done to open: undo takes the points back and is the inverse of completing") {
  DividedHome home;
  home.must(CompleteAssignment{home.weekly, Id{}});
  home.must(UndoAssignment{home.weekly});
  CHECK(home.status_of(home.weekly) == AssignmentStatus::open);
  CHECK_FALSE(home.given(41).completed_at.has_value());
  CHECK(home.points(home.owner).current_cycle == 0);
  CHECK(home.faults().empty());
  const Command complete = *make_command(CompleteAssignment{home.weekly, Id{}});
  const auto inverse = complete.info->inverse(home.store, home.context, complete.arguments.get());
  REQUIRE(inverse.has_value());
  CHECK(inverse->info->name == "assignment.undo");
}

TEST_CASE("undo is possible within 7 days, and later only in the running cycle") {
  DividedHome home;
  home.go_to(add_days(kMonday, 5));
  home.must(CompleteAssignment{home.weekly, Id{}});
  home.go_to(add_days(kMonday, 12), 11 * 60);
  ChoreHome later = home;
  home.must(UndoAssignment{home.weekly});
  CHECK(home.status_of(home.weekly) == AssignmentStatus::open);
  CHECK(home.faults().empty());
  later.go_to(add_days(kMonday, 12), 12 * 60 + 1);
  CHECK(later.act(UndoAssignment{home.weekly}) == "too_late:id");
}

TEST_CASE("what was opened again in a closed cycle is missed at the next close, charged once") {
  DividedHome home;
  home.must(CompleteAssignment{home.weekly, Id{}});
  home.go_to(kNextMonday, 60);
  home.must(UndoAssignment{home.weekly});
  CHECK(home.faults().empty());
  CHECK(home.act(SkipAssignment{home.weekly}) == "cycle_closed:id");
  home.go_to(add_days(kNextMonday, 7));
  CHECK(home.status_of(home.weekly) == AssignmentStatus::missed);
  CHECK(home.faults().empty());
}

TEST_CASE("open to skipped: nobody is charged") {
  DividedHome home;
  home.must(SkipAssignment{home.weekly});
  CHECK(home.status_of(home.weekly) == AssignmentStatus::skipped);
  CHECK(home.points(home.owner).assigned_load == 0);
  CHECK(home.faults().empty());
  home.divide();
  CHECK(home.status_of(home.weekly) == AssignmentStatus::skipped);
}

TEST_CASE("a member skips only while the assignee is away") {
  DividedHome home;
  home.add_member(1, "Ana", Role::member);
  CHECK(home.act(SkipAssignment{home.weekly}) == "not_allowed:id");
  home.must(AddAbsence{number_id(90), number_id(home.owner), kMonday, kMonday});
  home.must(SkipAssignment{home.weekly});
  CHECK(home.faults().empty());
}

TEST_CASE("every other transition is refused and names the present state") {
  DividedHome home;
  const auto message = [&](const auto& arguments) {
    Overlay attempt(home.store);
    const Status status = run_command(attempt, home.next_context(), *make_command(arguments));
    return status ? "" : status.error().code + ": " + status.error().message;
  };
  const CompleteAssignment complete{home.weekly, Id{}};
  const UndoAssignment undo{home.weekly};
  const SkipAssignment skip{home.weekly};
  CHECK(message(undo) == "wrong_state: Chore 41 is open, so it cannot be opened again.");
  home.must(complete);
  CHECK(message(complete) == "wrong_state: Chore 41 is done already, so it cannot be marked done.");
  CHECK(message(skip) == "wrong_state: Chore 41 is done already, so it cannot be skipped.");
  home.must(undo);
  home.must(skip);
  CHECK(message(complete) == "wrong_state: Chore 41 was skipped, so it cannot be marked done.");
  CHECK(message(undo) == "wrong_state: Chore 41 was skipped, so it cannot be opened again.");
  CHECK(message(skip) == "wrong_state: Chore 41 was skipped, so it cannot be skipped.");
  home.must(RemoveChore{number_id(42)});
  CHECK(message(CompleteAssignment{home.daily, Id{}}) ==
        "wrong_state: Chore 42 was cancelled, so it cannot be marked done.");
  CHECK(message(UndoAssignment{home.daily}).starts_with("wrong_state: Chore 42 was cancelled"));
  CHECK(message(SkipAssignment{home.daily}).starts_with("wrong_state: Chore 42 was cancelled"));
}

TEST_CASE("missed to done: only what was done before the close and is heard of within 7 days") {
  DividedHome home;
  const auto zone = *built_in_time_zones().find("Europe/Vienna");
  const Instant close = zone.instant_of(add_days(kMonday, 6), 23 * 60 + 59);
  home.go_to(kNextMonday);
  REQUIRE(home.status_of(home.daily) == AssignmentStatus::missed);
  const Id owner = home.store.find<Assignment>(home.daily)->roommate_id;
  const std::uint8_t number = owner.bytes[15];

  home.context.meant_at = close;
  CHECK(home.act(CompleteAssignment{home.daily, Id{}}) == "wrong_state:id");
  CHECK(home.act(UndoAssignment{home.daily}) == "wrong_state:id");
  CHECK(home.act(SkipAssignment{home.daily}) == "wrong_state:id");

  ChoreHome too_late = home;
  too_late.context.meant_at = Instant{close.unix_ms - 1};
  too_late.context.now = Instant{close.unix_ms + 7 * kMillisecondsPerDay + 1};
  CHECK(too_late.act(CompleteAssignment{home.daily, Id{}}) == "wrong_state:id");

  home.context.meant_at = Instant{close.unix_ms - 1};
  home.context.now = Instant{close.unix_ms + 7 * kMillisecondsPerDay};
  home.must(CompleteAssignment{home.daily, Id{}});
  CHECK(home.points(number).total == 5 * kMicroPerPoint);
  CHECK(home.points(number).current_cycle == 0);
  CHECK(home.faults().empty());
  CHECK(home.act(CompleteAssignment{home.daily, Id{}}) == "wrong_state:id");
  CHECK(home.points(number).total == 5 * kMicroPerPoint);
}

TEST_CASE("late truth about a cover moves the charge within the closed cycle") {
  DividedHome home;
  const auto zone = *built_in_time_zones().find("Europe/Vienna");
  home.go_to(kNextMonday);
  const Id owner = home.store.find<Assignment>(home.daily)->roommate_id;
  const Id doer = owner == number_id(21) ? number_id(22) : number_id(21);
  const std::uint8_t number = doer.bytes[15];
  const Balance before = home.points(number).balance;
  home.context.meant_at = zone.instant_of(add_days(kMonday, 2), 0);
  home.must(CompleteAssignment{home.daily, doer});
  CHECK(home.points(number).balance.total == before.total + 5 * kMicroPerPoint);
  CHECK(home.faults().empty());
  home.must(UndoAssignment{home.daily});
  CHECK(home.points(number).balance == before);
  CHECK(home.faults().empty());
}

TEST_CASE("what was done is not opened again for somebody or something that is gone") {
  DividedHome home;
  home.must(CompleteAssignment{home.weekly, Id{}});
  home.must(CompleteAssignment{home.daily, Id{}});
  home.must(RemoveChore{number_id(42)});
  CHECK(home.act(UndoAssignment{home.daily}) == "chore_removed:id");
  home.must(MoveOutRoommate{number_id(home.owner)});
  CHECK(home.act(UndoAssignment{home.weekly}) == "moved_out:id");
  CHECK(home.faults().empty());
}

}  // namespace rr
