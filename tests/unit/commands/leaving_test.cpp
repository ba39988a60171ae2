#include "shared/commands/leaving.h"

#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

std::uint8_t number_of(const Id& id) { return id.bytes[15]; }

}  // namespace

TEST_CASE("removing a chore cancels what is open, keeps what is closed and every charge") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 4, Frequency::daily);
  home.must(AddSubChore{number_id(61), number_id(41), "Sort", std::nullopt});
  home.must(AddSubChore{number_id(62), number_id(41), "Carry", std::nullopt});
  home.must(SetPreference{number_id(41), number_id(21), PreferenceLevel::dislike});
  home.divide();
  home.must(CompleteAssignment{home.given(41).id, Id{}});
  home.go_to(add_days(kMonday, 1));
  home.divide();
  const Assignment open = home.given(41, add_days(kMonday, 1));
  home.must(SetCompletion{open.id, number_id(61), true});
  const Balance before = home.points(21).balance;

  home.must(RemoveChore{number_id(41)});
  CHECK(home.given(41).status == AssignmentStatus::done);
  CHECK(home.given(41, add_days(kMonday, 1)).status == AssignmentStatus::cancelled);
  CHECK(home.store.all<SubChore>().empty());
  CHECK(home.store.all<Preference>().empty());
  CHECK(home.store.all<Completion>().empty());
  CHECK(home.points(21).balance == before);
  CHECK(home.points(number_of(open.roommate_id)).assigned_load >= 4 * kMicroPerPoint);
  CHECK(home.faults().empty());
  CHECK(home.act(RemoveChore{number_id(41)}) == "not_found:id");
  home.go_to(add_days(kMonday, 7));
  CHECK(home.faults().empty());
}

TEST_CASE("who moves out leaves open assignments to the pool and the balance to the others") {
  ChoreHome home(3);
  home.chore(41, ChoreType::random, 9);
  home.chore(42, ChoreType::random, 2, Frequency::daily);
  home.divide();
  const Assignment given = home.given(41);
  const Id leaver = given.roommate_id;
  home.must(MoveOutRoommate{leaver});
  CHECK(home.store.find<Roommate>(leaver)->status == RoommateStatus::moved_out);
  CHECK(home.given(41).status == AssignmentStatus::cancelled);
  CHECK(home.store.find<Chore>(number_id(41))->next_due == kMonday);
  CHECK(home.points(number_of(leaver)).balance == Balance{});
  CHECK(home.faults().empty());

  home.divide();
  CHECK(home.given(41).status == AssignmentStatus::open);
  CHECK(home.given(41).roommate_id != leaver);
  CHECK(home.given(41).rule == AssignmentRule::lowest_balance);
  CHECK(home.points(number_of(leaver)).balance == Balance{});
  CHECK(home.faults().empty());
  CHECK(home.act(MoveOutRoommate{leaver}) == "wrong_state:id");
  CHECK(home.act(MoveOutRoommate{number_id(99)}) == "not_found:id");
}

TEST_CASE("a leaver's balance is spread by weight and every cent of it arrives") {
  ChoreHome home(1);
  home.join(22, 50);
  home.join(23, 25);
  home.chore(41, ChoreType::random, 10);
  home.must(SetPreference{number_id(41), number_id(22), PreferenceLevel::dislike});
  home.divide();
  const Id holder = home.given(41).roommate_id;
  home.must(CompleteAssignment{home.given(41).id, Id{}});
  std::int64_t others_before = 0;
  for (std::uint8_t number = 21; number < 24; ++number) {
    if (number_id(number) != holder) others_before += home.points(number).balance.total;
  }
  const std::int64_t left = home.points(number_of(holder)).balance.total;
  CHECK(left == -others_before);
  home.must(MoveOutRoommate{holder});
  CHECK(home.points(number_of(holder)).balance == Balance{});
  // What was earned stays in the history.
  CHECK(home.points(number_of(holder)).total == 10 * kMicroPerPoint);
  CHECK(home.faults().empty());
}

TEST_CASE("a change to shared occurrences after moving out is passed on at the close") {
  ChoreHome home(3);
  home.chore(41, ChoreType::random, 9);
  home.chore(42, ChoreType::random, 6);
  home.divide();
  const Id skipped = home.given(41).roommate_id;
  Id leaver = number_id(21);
  while (leaver == skipped || leaver == home.given(42).roommate_id) ++leaver.bytes[15];
  home.must(MoveOutRoommate{leaver});
  home.must(SkipAssignment{home.given(41).id});
  CHECK(home.points(number_of(leaver)).balance.total == 3 * kMicroPerPoint);
  CHECK(home.faults().empty());
  home.go_to(add_days(kMonday, 7));
  CHECK(home.points(number_of(leaver)).balance == Balance{});
  CHECK(home.faults().empty());
}

TEST_CASE("the last one to leave takes the balance along") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 9);
  home.divide();
  home.must(CompleteAssignment{home.given(41).id, number_id(22)});
  home.must(MoveOutRoommate{number_id(21)});
  home.chore(42, ChoreType::random, 3);
  home.divide();
  const std::size_t entries = home.store.all<LedgerEntry>().size();
  home.must(MoveOutRoommate{number_id(22)});
  // The chore's charge was taken back; nobody is there to take a balance over.
  CHECK(home.store.all<LedgerEntry>().size() == entries + 1);
  CHECK(home.faults().empty());
  home.must(RunAssignments{});
  home.go_to(add_days(kMonday, 14));
  CHECK(home.faults().empty());
}

TEST_CASE("an owed turn goes with who moves out, and rotation goes on after them") {
  ChoreHome home(3);
  home.chore(41, ChoreType::predefined, 5, Frequency::daily);
  home.divide();
  const std::uint8_t first = number_of(home.given(41).roommate_id);
  const auto next = [](std::uint8_t number) {
    return static_cast<std::uint8_t>(number == 23 ? 21 : number + 1);
  };
  const Date tuesday = add_days(kMonday, 1);
  home.must(AddAbsence{number_id(90), number_id(next(first)), tuesday, std::nullopt});
  home.go_to(tuesday);
  home.divide();
  CHECK(home.given(41, tuesday).roommate_id == number_id(next(next(first))));
  CHECK(home.store.find<Chore>(number_id(41))->owed_turn == number_id(next(first)));
  home.must(MoveOutRoommate{number_id(next(first))});
  CHECK(home.store.find<Chore>(number_id(41))->owed_turn.is_nil());
  CHECK(home.faults().empty());
  home.go_to(add_days(kMonday, 2));
  home.divide();
  CHECK(home.given(41, add_days(kMonday, 2)).roommate_id == number_id(first));
}

}  // namespace rr
