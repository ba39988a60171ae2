#include "shared/commands/by_hand.h"

#include "shared/domain/swaps.h"
#include "tests/unit/support/swap_home.h"

namespace rr {

TEST_CASE("an admin gives a due chore to somebody, fixed and charged") {
  ChoreHome home(3);
  home.chore(41, ChoreType::predefined, 6);
  home.must(GiveAssignment{number_id(41), number_id(22)});
  const Assignment given = home.given(41);
  CHECK(given.roommate_id == number_id(22));
  CHECK(given.rule == AssignmentRule::lock);
  CHECK(given.is_locked);
  CHECK(home.points(22).balance.total == 4 * kMicroPerPoint);
  CHECK(home.store.find<Chore>(number_id(41))->last_holder.is_nil());
  CHECK(home.act(GiveAssignment{number_id(41), number_id(22)}) == "nothing_due:chore_id");
  home.divide();
  CHECK(home.given(41).roommate_id == number_id(22));
  CHECK(home.faults() == "");
}

TEST_CASE("nothing is given by hand to who is away, vetoes it, or is not here") {
  ChoreHome home(3);
  for (std::uint8_t number = 41; number < 44; ++number) home.chore(number, ChoreType::random, 6);
  CHECK(home.act(GiveAssignment{number_id(99), number_id(22)}) == "not_found:chore_id");
  CHECK(home.act(GiveAssignment{number_id(41), number_id(99)}) == "not_found:roommate_id");
  home.must(SetPreference{number_id(41), number_id(22), PreferenceLevel::never});
  CHECK(home.act(GiveAssignment{number_id(41), number_id(22)}) == "vetoed:roommate_id");
  home.must(AddAbsence{number_id(90), number_id(23), kMonday, kMonday});
  CHECK(home.act(GiveAssignment{number_id(41), number_id(23)}) == "away:roommate_id");
  home.must(MoveOutRoommate{number_id(23)});
  CHECK(home.act(GiveAssignment{number_id(41), number_id(23)}) == "moved_out:roommate_id");
  home.add_member(2, "Ben", Role::member);
  home.context.person = number_id(2);
  CHECK(home.act(GiveAssignment{number_id(41), number_id(21)}) == "not_allowed:");
  CHECK(home.act(LockAssignment{number_id(41), true}) == "not_allowed:");
  CHECK(home.act(AdjustPoints{number_id(21), 3, "Party"}) == "not_allowed:");
}

TEST_CASE("an admin fixes and frees an open assignment") {
  SwapHome home;
  const Id id = home.of(22).id;
  CHECK(home.undo_restores(LockAssignment{id, true}));
  home.must(LockAssignment{id, true});
  CHECK(home.row(id).is_locked);
  CHECK(home.act(LockAssignment{id, true}) == "");
  CHECK(home.act(ReturnAssignment{id}) == "locked:id");
  home.must(CompleteAssignment{id, {}});
  CHECK(home.act(LockAssignment{id, false}) == "wrong_state:id");
  CHECK(home.act(LockAssignment{number_id(99), false}) == "not_found:id");
}

TEST_CASE("what overlaps an absence is offered back and goes to somebody else") {
  SwapHome home;
  const Assignment given = home.of(22);
  CHECK(home.as(2, ReturnAssignment{given.id}) == "not_allowed:id");
  home.context.person = number_id(1);
  home.must(AddAbsence{number_id(90), number_id(22), kMonday, add_days(kMonday, 9)});
  const auto open = open_assignments_overlapping(home.store, number_id(22), kMonday, std::nullopt);
  REQUIRE(open.size() == 1);
  CHECK(open.front()->id == given.id);
  CHECK(open_assignments_overlapping(home.store, number_id(22), add_days(kMonday, 30), std::nullopt)
            .empty());
  CHECK(home.as(2, ReturnAssignment{given.id}) == "");
  CHECK(home.row(given.id).status == AssignmentStatus::cancelled);
  CHECK(home.as(2, ReturnAssignment{given.id}) == "wrong_state:id");
  CHECK(home.as(2, ReturnAssignment{number_id(99)}) == "not_found:id");
  CHECK(home.points(22).balance.total == 0);
  CHECK(home.faults() == "");
  home.divide();
  CHECK(home.row(given.id).status == AssignmentStatus::open);
  CHECK(home.row(given.id).roommate_id != number_id(22));
  CHECK(home.faults() == "");
}

TEST_CASE("what is given back before an absence begins goes to who is here on its days") {
  for (const ChoreType type : {ChoreType::random, ChoreType::predefined}) {
    ChoreHome home(3);
    home.chore(41, type, 6);
    home.divide();
    const Id away = home.given(41).roommate_id;
    // Both are here today; one of the others leaves with the assignee, two days from now.
    const Id also_away = away == number_id(21) ? number_id(22) : number_id(21);
    const Date due = home.given(41).due_date;
    home.must(AddAbsence{number_id(90), away, add_days(kMonday, 1), add_days(kMonday, 5)});
    home.must(AddAbsence{number_id(91), also_away, add_days(kMonday, 3), add_days(kMonday, 3)});
    home.must(ReturnAssignment{home.given(41).id});
    home.divide();
    const Assignment given = home.given(41);
    CHECK(given.roommate_id != away);
    CHECK(given.roommate_id != also_away);
    CHECK(given.share_day == add_days(kMonday, 3));
    CHECK(given.due_date == due);
    const bool is_turn = type == ChoreType::predefined;
    CHECK(home.store.find<Chore>(number_id(41))->owed_turn == (is_turn ? away : Id{}));
    CHECK(home.faults() == "");
  }
}

TEST_CASE("what nobody else can have comes back to who gave it back, who is here today") {
  ChoreHome home(2);
  home.chore(41, ChoreType::random, 6);
  home.divide();
  const Id holder = home.given(41).roommate_id;
  const Id other = holder == number_id(21) ? number_id(22) : number_id(21);
  home.must(AddAbsence{number_id(90), holder, add_days(kMonday, 2), add_days(kMonday, 4)});
  home.must(AddAbsence{number_id(91), other, kMonday, add_days(kMonday, 9)});
  home.must(ReturnAssignment{home.given(41).id});
  home.divide();
  CHECK(home.given(41).roommate_id == holder);
  CHECK(home.given(41).share_day == kMonday);
  CHECK(home.faults() == "");
}

TEST_CASE("a turn given back because of absence is owed") {
  SwapHome home;
  const Assignment turn = home.given(44);
  home.must(AddAbsence{number_id(90), turn.roommate_id, kMonday, kMonday});
  home.must(ReturnAssignment{turn.id});
  CHECK(home.store.find<Chore>(number_id(44))->owed_turn == turn.roommate_id);
  home.divide();
  CHECK(home.row(turn.id).roommate_id != turn.roommate_id);
  home.go_to(add_days(kMonday, 7));
  home.divide();
  CHECK(home.given(44, add_days(kMonday, 7)).roommate_id == turn.roommate_id);
  CHECK(home.given(44, add_days(kMonday, 7)).rule == AssignmentRule::owed_turn);
  CHECK(home.faults() == "");
}

TEST_CASE("points corrected by hand are shown and leave balances alone") {
  SwapHome home;
  const Balance before = home.points(22).balance;
  home.must(AdjustPoints{number_id(22), -3, "Counted twice"});
  CHECK(home.points(22).total == -3 * kMicroPerPoint);
  CHECK(home.points(22).current_cycle == -3 * kMicroPerPoint);
  CHECK(home.points(22).balance == before);
  CHECK(home.act(AdjustPoints{number_id(22), 0, "Nothing"}) == "no_points:points");
  CHECK(home.act(AdjustPoints{number_id(22), 101, "Much"}) == "out_of_range:points");
  CHECK(home.act(AdjustPoints{number_id(99), 1, "Who"}) == "not_found:roommate_id");
  home.must(MoveOutRoommate{number_id(22)});
  CHECK(home.act(AdjustPoints{number_id(22), 1, "Gone"}) == "moved_out:roommate_id");
  CHECK(home.faults() == "");
}

}  // namespace rr
