#include "shared/commands/cycles.h"

#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

std::shared_ptr<const Cycle> cycle_at(const ChoreHome& home, std::int64_t index) {
  return home.store.find<Cycle>(cycle_id_of(home.context.scope, index));
}

Instant vienna(Date day, int minute) {
  return built_in_time_zones().find("Europe/Vienna")->instant_of(day, minute);
}

// Applies a system command; answers the refusal.
template <class Arguments>
std::string as_system(ChoreHome& home, const Arguments& arguments) {
  Overlay attempt(home.store);
  Context context = home.next_context();
  context.actor = ActorKind::system;
  context.person = Id{};
  const Status status = run_command(attempt, context, *make_command(arguments));
  if (status) attempt.apply_to(home.store);
  return words_of(status);
}

}  // namespace

TEST_CASE("the first cycle begins with the household") {
  ChoreHome home;
  const auto first = running_cycle(home.store);
  REQUIRE(first != nullptr);
  CHECK(first->index == 0);
  CHECK(first->starts_at == home.store.find<Household>(home.context.scope)->created_at);
  CHECK(as_system(home, OpenCycle{}) == "already_open:");
  CHECK_FALSE(next_system_command(home.store, home.context.now, built_in_time_zones()));
}

TEST_CASE("a run in a household without a cycle opens the one the program would open") {
  ChoreHome home(1);
  home.chore(41, ChoreType::random, 4);
  const Cycle first = *running_cycle(home.store);
  home.store.erase<Cycle>(first.id);
  home.divide();
  CHECK(running_cycle(home.store)->id == first.id);
  CHECK(running_cycle(home.store)->starts_at == first.starts_at);
  CHECK(home.faults().empty());
}

TEST_CASE("a cycle closes at the weekly reset, to the millisecond") {
  ChoreHome home;
  const Instant end = vienna(add_days(kMonday, 6), 23 * 60 + 59);
  CHECK_FALSE(next_system_command(home.store, Instant{end.unix_ms - 1}, built_in_time_zones()));
  const auto command = next_system_command(home.store, end, built_in_time_zones());
  REQUIRE(command.has_value());
  CHECK(command->info->name == "cycle.close");
  home.go_to(add_days(kMonday, 7));
  CHECK(cycle_at(home, 0)->state == CycleState::closed);
  CHECK(cycle_at(home, 0)->ends_at == end);
  CHECK(cycle_at(home, 1)->starts_at == end);
}

TEST_CASE(
    "several missed weeks are closed one by one with the right boundaries, across a clock change") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 4);
  home.divide();
  const Date april = make_date({2027, 4, 5});
  home.go_to(april);
  const auto running = running_cycle(home.store);
  CHECK(running->index == 19);
  // The weekly chore was carried over once and then missed; later weeks were empty.
  CHECK(home.store.where<CycleShare>("cycle_id", cycle_at(home, 1)->id).size() == 2);
  CHECK(home.store.where<CycleShare>("cycle_id", cycle_at(home, 2)->id).empty());
  CHECK(running->starts_at == vienna(add_days(april, -1), 23 * 60 + 59));
  // 28 March 2027: the clocks go forward, that week is an hour short.
  const Cycle week = *cycle_at(home, 17);
  CHECK(week.ends_at->unix_ms - week.starts_at.unix_ms ==
        7 * kMillisecondsPerDay - kMillisecondsPerHour);
  CHECK(home.faults().empty());
}

TEST_CASE("a cycle is closed once, in order, not before it is over, and by the program only") {
  ChoreHome home(1);
  const Instant now = home.context.now;
  CHECK(as_system(home, CloseCycle{1, now}) == "not_running:index");
  CHECK(as_system(home, CloseCycle{0, Instant{now.unix_ms + 1}}) == "too_early:ends_at");
  CHECK(as_system(home, CloseCycle{0, running_cycle(home.store)->starts_at}) ==
        "too_early:ends_at");
  CHECK(home.act(CloseCycle{0, now}) == "not_for_people:");
  CHECK(as_system(home, CloseCycle{0, now}).empty());
  CHECK(as_system(home, CloseCycle{0, now}) == "not_running:index");
  CHECK(home.store.all<Cycle>().size() == 2);
  CHECK(home.faults().empty());
}

TEST_CASE("at the close what was due is missed and the rest is carried over with its charge") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 4, Frequency::daily);
  home.chore(42, ChoreType::random, 6);
  home.chore(43, ChoreType::random, 9);
  home.divide();
  home.must(CompleteAssignment{home.given(43).id, Id{}});
  const Balance before = home.points(21).balance;
  home.go_to(add_days(kMonday, 7));
  const Cycle first = *cycle_at(home, 0);
  const Cycle second = *cycle_at(home, 1);
  CHECK(home.given(41).status == AssignmentStatus::missed);
  CHECK(home.given(41).cycle_id == first.id);
  CHECK(home.given(42).status == AssignmentStatus::open);
  CHECK(home.given(42).cycle_id == second.id);
  CHECK(home.given(43).status == AssignmentStatus::done);
  CHECK(home.given(43).cycle_id == first.id);
  CHECK(home.points(21).assigned_load + home.points(22).assigned_load == 6 * kMicroPerPoint);
  CHECK(home.points(21).current_cycle == 0);
  CHECK(home.points(21).balance == before);
  CHECK(first.largest_random_points == 9);
  CHECK(home.faults().empty());
}

TEST_CASE("frozen shares do not follow later changes of weight") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 8, Frequency::daily);
  home.divide();
  home.go_to(add_days(kMonday, 7));
  const Balance before = home.points(21).balance;
  const auto row =
      home.store.find<CycleShare>(cycle_share_id(cycle_at(home, 0)->id, number_id(21)));
  REQUIRE(row != nullptr);
  CHECK(row->availability == 700);
  CHECK(row->share_micro == 4 * kMicroPerPoint);
  EditRoommate edit;
  edit.id = number_id(21);
  edit.weight = 10;
  edit.given = 0b1001;
  home.must(edit);
  CHECK(home.points(21).balance == before);
  CHECK(home.faults().empty());
}

TEST_CASE("an absence counts days and occurrences in the running cycle, also after the fact") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 8, Frequency::daily);
  home.divide();
  const Id holder = home.given(41).roommate_id;
  const Id other = holder == number_id(21) ? number_id(22) : number_id(21);
  CHECK(home.points(other.bytes[15]).balance.total == -4 * kMicroPerPoint);
  home.must(AddAbsence{number_id(90), other, kMonday, add_days(kMonday, 2)});
  CHECK(home.points(other.bytes[15]).balance.total == 0);
  home.go_to(add_days(kMonday, 7));
  CHECK(home.store.find<CycleShare>(cycle_share_id(cycle_at(home, 0)->id, other))->availability ==
        400);
  CHECK(home.faults().empty());
}

TEST_CASE("an admin resets the cycle by hand, with the same effects") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 6);
  home.divide();
  home.must(CompleteAssignment{home.given(42).id, Id{}});
  home.chore(43, ChoreType::random, 3);
  home.divide();
  home.must(ResetCycle{});
  CHECK(cycle_at(home, 0)->ends_at == home.context.now);
  CHECK(cycle_at(home, 1)->state == CycleState::running);
  CHECK(home.given(43).cycle_id == cycle_at(home, 1)->id);
  CHECK(home.store.find<Household>(home.context.scope)->last_run_at == home.context.now);
  // The second press in the same millisecond still gives each cycle a length.
  home.must(ResetCycle{});
  CHECK(cycle_at(home, 2)->starts_at > cycle_at(home, 1)->starts_at);
  CHECK(home.faults().empty());
  home.add_member(1, "Ana", Role::member);
  CHECK(home.act(ResetCycle{}) == "not_allowed:");
}

TEST_CASE("the running cycle is found among any number") {
  ChoreHome home;
  for (std::int64_t index = 1; index < 70; ++index) {
    CHECK(running_cycle(home.store)->index == index - 1);
    home.must(ResetCycle{});
  }
}

}  // namespace rr
