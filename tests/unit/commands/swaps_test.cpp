#include "shared/commands/swaps.h"

#include "shared/domain/swaps.h"
#include "tests/unit/support/swap_home.h"

namespace rr {
namespace {

std::int64_t sum_of_balances(const SwapHome& home) {
  std::int64_t sum = 0;
  for (const auto& [id, points] : shown_points(home.store)) sum += points.balance.total;
  return sum;
}

}  // namespace

TEST_CASE("what is given away moves with its charge, and due date and rotation stay") {
  SwapHome home;
  const Assignment before = home.of(22);
  const auto chore = *home.store.find<Chore>(before.chore_id);
  const std::int64_t balance = home.points(23).balance.total;
  const Id swap = home.offered(22, 23);
  CHECK(home.state(swap) == SwapState::proposed);
  CHECK(home.row(before.id).roommate_id == number_id(22));
  CHECK(home.as(3, AcceptSwap{swap, {}}) == "");
  const Assignment after = home.row(before.id);
  CHECK(after.roommate_id == number_id(23));
  CHECK(after.roommate_name == "Roommate 23");
  CHECK(after.rule == AssignmentRule::swap);
  CHECK(after.due_date == before.due_date);
  CHECK(home.store.find<Chore>(before.chore_id)->last_holder == chore.last_holder);
  CHECK(home.points(23).balance.total == balance + before.points * kMicroPerPoint);
  CHECK(sum_of_balances(home) == 0);
  CHECK(home.store.find<Swap>(swap)->decided_by == number_id(23));
  CHECK(home.faults() == "");
}

TEST_CASE("an exchange moves both in one step and ends other offers about them") {
  SwapHome home;
  const Assignment given = home.of(22);
  const Assignment wanted = home.of(23);
  const Id exchange = home.offered(22, 23, true);
  const Id other = home.offered(23, 24);
  const Id third = home.offered(21, 23, true);
  const Id untouched = home.offered(24, 21);
  CHECK(home.as(3, AcceptSwap{exchange, {}}) == "");
  CHECK(home.row(given.id).roommate_id == number_id(23));
  CHECK(home.row(wanted.id).roommate_id == number_id(22));
  CHECK(home.state(other) == SwapState::expired);
  CHECK(home.state(third) == SwapState::expired);
  CHECK(home.state(untouched) == SwapState::proposed);
  CHECK(home.faults() == "");
}

TEST_CASE("an offer is made by the assignee or an admin, about what can be swapped") {
  SwapHome home;
  CHECK(home.as(2, home.offer(22, 23)) == "");
  CHECK(home.as(2, home.offer(23, 22)) == "not_allowed:assignment_id");
  CHECK(home.as(2, home.offer(22, 0)) == "offered_already:assignment_id");
  ProposeSwap wrong = home.offer(21, 22);
  wrong.assignment_id = number_id(99);
  CHECK(home.as(1, wrong) == "not_found:assignment_id");
  CHECK(home.as(1, home.offer(21, 21)) == "same_person:to_roommate");
  CHECK(home.as(1, home.offer(21, 99)) == "not_found:to_roommate");
  wrong = home.offer(21, 0);
  wrong.in_return = home.of(22).id;
  CHECK(home.as(1, wrong) == "nobody_asked:to_roommate");
  wrong.to_roommate = number_id(23);
  CHECK(home.as(1, wrong) == "wrong_holder:in_return");
  wrong.in_return = number_id(99);
  CHECK(home.as(1, wrong) == "not_found:in_return");
  wrong = home.offer(23, 21);
  wrong.id = number_id(101);
  CHECK(home.as(1, wrong) == "id_taken:id");
  const ProposeSwap late = home.offer(24, 21);
  home.must(LockAssignment{late.assignment_id, true});
  CHECK(home.as(1, late) == "locked:assignment_id");
  home.must(LockAssignment{late.assignment_id, false});
  home.must(CompleteAssignment{late.assignment_id, {}});
  CHECK(home.as(1, late) == "wrong_state:assignment_id");
}

TEST_CASE("vetoes, absences, weights and moving out apply to who would be given something") {
  SwapHome home;
  const ProposeSwap offer = home.offer(22, 23);
  const ProposeSwap exchange = home.offer(24, 23, true);
  home.must(SetPreference{home.of(22).chore_id, number_id(23), PreferenceLevel::never});
  CHECK(home.as(2, offer) == "vetoed:to_roommate");
  home.must(SetPreference{home.of(22).chore_id, number_id(23), PreferenceLevel::neutral});
  home.must(SetPreference{home.of(23).chore_id, number_id(24), PreferenceLevel::never});
  CHECK(home.as(1, exchange) == "vetoed:in_return");
  home.must(AddAbsence{number_id(90), number_id(23), kMonday, kMonday});
  CHECK(home.as(2, offer) == "away:to_roommate");
  home.must(RemoveAbsence{number_id(90)});
  EditRoommate edit;
  edit.id = number_id(23);
  edit.weight = 0;
  edit.given = FieldMask{1} << 3;
  home.must(edit);
  CHECK(home.as(2, offer) == "no_weight:to_roommate");
  home.context.person = number_id(1);
  home.must(MoveOutRoommate{number_id(23)});
  CHECK(home.as(2, offer) == "moved_out:to_roommate");
  home.context.person = number_id(1);
  for (const int other : {21, 24}) {
    home.must(AddAbsence{number_id(static_cast<std::uint8_t>(other + 70)),
                         number_id(static_cast<std::uint8_t>(other)), kMonday, std::nullopt});
  }
  CHECK(home.as(2, home.offer(22, 0)) == "nobody_able:to_roommate");
}

TEST_CASE("only who was asked accepts, or an admin for whom nobody is linked to") {
  SwapHome home;
  const Id swap = home.offered(22, 23);
  CHECK(home.as(2, AcceptSwap{swap, {}}) == "same_person:roommate_id");
  CHECK(home.as(1, AcceptSwap{swap, {}}) == "not_allowed:roommate_id");
  CHECK(home.as(1, AcceptSwap{swap, number_id(23)}) == "not_allowed:roommate_id");
  CHECK(home.as(1, AcceptSwap{number_id(99), {}}) == "not_found:id");
  const Id to_nobodys = home.offered(23, 24);
  CHECK(home.as(2, AcceptSwap{to_nobodys, number_id(24)}) == "not_allowed:roommate_id");
  CHECK(home.as(1, AcceptSwap{to_nobodys, number_id(24)}) == "");
  home.add_member(4, "Dee", Role::member);
  CHECK(home.as(4, AcceptSwap{swap, {}}) == "no_roommate:roommate_id");
  // A veto that was set since counts as well.
  home.context.person = number_id(1);
  home.must(SetPreference{home.of(22).chore_id, number_id(23), PreferenceLevel::never});
  CHECK(home.as(3, AcceptSwap{swap, {}}) == "vetoed:id");
  CHECK(home.faults() == "");
}

TEST_CASE("an offer is declined by the one asked, or by all who could have accepted") {
  SwapHome home;
  const Id to_one = home.offered(22, 23);
  CHECK(home.as(1, DeclineSwap{to_one, {}}) == "not_allowed:roommate_id");
  CHECK(home.as(3, DeclineSwap{to_one, {}}) == "");
  CHECK(home.state(to_one) == SwapState::declined);
  CHECK(home.as(3, AcceptSwap{to_one, {}}) == "wrong_state:id");
  CHECK(home.as(3, DeclineSwap{to_one, {}}) == "wrong_state:id");
  const Id to_all = home.offered(22, 0);
  home.must(AddAbsence{number_id(90), number_id(24), kMonday, std::nullopt});
  CHECK(home.as(3, DeclineSwap{to_all, {}}) == "");
  CHECK(home.as(3, DeclineSwap{to_all, {}}) == "");
  CHECK(home.state(to_all) == SwapState::proposed);
  CHECK(home.as(1, DeclineSwap{to_all, {}}) == "");
  CHECK(home.state(to_all) == SwapState::declined);
  CHECK(home.store.all<SwapDecline>().size() == 2);
  CHECK(home.faults() == "");
}

TEST_CASE("who offered withdraws, once, and may offer the same again") {
  SwapHome home;
  const ProposeSwap propose = home.offer(22, 23);
  CHECK(home.as(2, propose) == "");
  CHECK(home.as(3, WithdrawSwap{propose.id}) == "not_allowed:id");
  home.context.person = number_id(2);
  CHECK(home.undo_restores(WithdrawSwap{propose.id}));
  CHECK(home.as(2, WithdrawSwap{propose.id}) == "");
  CHECK(home.as(2, WithdrawSwap{propose.id}) == "wrong_state:id");
  CHECK(home.as(3, AcceptSwap{propose.id, {}}) == "wrong_state:id");
  ProposeSwap other = propose;
  other.to_roommate = Id{};
  CHECK(home.as(2, other) == "id_taken:id");
}

TEST_CASE("either side undoes a swap within 10 minutes, and the rule before is the rule again") {
  SwapHome home;
  const Assignment given = home.of(22);
  const Assignment wanted = home.of(23);
  const std::int64_t balance = home.points(22).balance.total;
  const Id swap = home.offered(22, 23, true);
  CHECK(home.as(3, AcceptSwap{swap, {}}) == "");
  CHECK(home.as(1, UndoSwap{swap}) == "not_allowed:id");
  home.pass(10 * kMillisecondsPerMinute);
  CHECK(home.as(2, UndoSwap{swap}) == "");
  CHECK(home.state(swap) == SwapState::undone);
  CHECK(home.row(given.id).roommate_id == number_id(22));
  CHECK(home.row(given.id).rule == given.rule);
  CHECK(home.row(wanted.id).roommate_id == number_id(23));
  CHECK(home.row(wanted.id).rule == wanted.rule);
  CHECK(home.points(22).balance.total == balance);
  CHECK(home.as(2, UndoSwap{swap}) == "wrong_state:id");
  CHECK(home.faults() == "");
}

TEST_CASE("an undo comes too late after 10 minutes, or when something was done or moved on") {
  SwapHome home;
  const Id slow = home.offered(22, 23);
  const Id given = home.of(22).id;
  CHECK(home.as(3, AcceptSwap{slow, {}}) == "");
  home.pass(10 * kMillisecondsPerMinute + 1);
  CHECK(home.as(2, UndoSwap{slow}) == "too_late:id");
  CHECK(home.as(2, UndoSwap{number_id(99)}) == "not_found:id");
  const Id busy = home.offered(21, 22);
  const Id moved = home.of(21).id;
  CHECK(home.as(2, AcceptSwap{busy, {}}) == "");
  home.pass(1000);
  ProposeSwap on{number_id(99), moved, {}, number_id(23), {}};
  CHECK(home.as(2, on) == "");
  CHECK(home.as(3, AcceptSwap{on.id, {}}) == "");
  CHECK(home.as(2, UndoSwap{busy}) == "wrong_holder:id");
  home.must(LockAssignment{moved, true});
  CHECK(home.as(2, UndoSwap{on.id}) == "locked:id");
  CHECK(home.as(2, CompleteAssignment{moved, {}}) == "");
  CHECK(home.as(2, UndoSwap{on.id}) == "wrong_state:id");
  CHECK(home.row(given).status == AssignmentStatus::open);
  CHECK(home.faults() == "");
}

TEST_CASE("a swap of what was swapped is undone to the swap before") {
  SwapHome home;
  const Assignment given = home.of(22);
  const Id first = home.offered(22, 23);
  CHECK(home.as(3, AcceptSwap{first, {}}) == "");
  home.pass(1000);
  const ProposeSwap back{number_id(99), given.id, {}, number_id(22), {}};
  CHECK(home.as(3, back) == "");
  CHECK(home.as(2, AcceptSwap{back.id, {}}) == "");
  CHECK(home.as(2, UndoSwap{back.id}) == "");
  CHECK(home.row(given.id).rule == AssignmentRule::swap);
  CHECK(home.as(3, UndoSwap{first}) == "");
  CHECK(home.row(given.id).rule == given.rule);
  CHECK(home.faults() == "");
}

TEST_CASE("an offer expires after 48 hours, by the program's own command, once") {
  SwapHome home;
  const Id swap = home.offered(22, 23);
  home.pass(48 * kMillisecondsPerHour - 1);
  CHECK(home.state(swap) == SwapState::proposed);
  home.context.now.unix_ms += 1;
  const Swap row = *home.store.find<Swap>(swap);
  CHECK(swap_state(home.store, row, home.context.now, add_days(kMonday, 2)) == SwapState::expired);
  // Also where that command has not run yet.
  CHECK(home.as(3, AcceptSwap{swap, {}}) == "wrong_state:id");
  home.pass(0);
  CHECK(home.state(swap) == SwapState::expired);
  CHECK_FALSE(next_system_command(home.store, home.context.now, built_in_time_zones()));
  CHECK(home.as(1, ExpireSwap{swap}) == "not_for_people:");
  home.context.actor = ActorKind::system;
  CHECK(home.act(ExpireSwap{swap}) == "wrong_state:id");
  CHECK(home.act(ExpireSwap{number_id(99)}) == "not_found:id");
  home.context.actor = ActorKind::person;
  const Id standing = home.offered(22, 23);
  home.context.actor = ActorKind::system;
  CHECK(home.act(ExpireSwap{standing}) == "too_early:id");
}

TEST_CASE("an offer expires when what is in it is overdue") {
  SwapHome home;
  home.chore(45, ChoreType::random, 1, Frequency::daily);
  home.divide();
  const Assignment daily = home.given(45);
  const std::uint8_t other = daily.roommate_id == number_id(23) ? 22 : 23;
  const ProposeSwap propose{number_id(99), daily.id, {}, number_id(other), {}};
  home.go_to(daily.due_date, 1);
  CHECK(home.as(1, propose) == "");
  home.go_to(daily.due_date, 23 * 60 + 59);
  CHECK(home.state(propose.id) == SwapState::proposed);
  home.go_to(add_days(daily.due_date, 1), 0);
  CHECK(home.state(propose.id) == SwapState::expired);
  ProposeSwap late = propose;
  late.id = number_id(98);
  CHECK(home.as(1, late) == "overdue:assignment_id");
}

TEST_CASE("an offer expires when what is in it is done, skipped, fixed, given back or removed") {
  SwapHome home;
  const Id exchange = home.offered(22, 23, true);
  home.must(CompleteAssignment{home.of(23).id, {}});
  CHECK(home.state(exchange) == SwapState::expired);
  const Id skipped = home.offered(22, 23);
  home.must(SkipAssignment{home.of(22).id});
  CHECK(home.state(skipped) == SwapState::expired);
  const Id fixed = home.offered(24, 23);
  home.must(LockAssignment{home.of(24).id, true});
  CHECK(home.state(fixed) == SwapState::expired);
  home.must(LockAssignment{home.of(24).id, false});
  const Id returned = home.offered(24, 23);
  home.must(ReturnAssignment{home.of(24).id});
  CHECK(home.state(returned) == SwapState::expired);
  const Id removed = home.offered(21, 23);
  home.must(RemoveChore{home.of(21).chore_id});
  CHECK(home.state(removed) == SwapState::expired);
  CHECK(home.faults() == "");
}

TEST_CASE("who moves out takes their offers along, made and asked") {
  SwapHome home;
  const Id made = home.offered(22, 0);
  const Id asked = home.offered(23, 22);
  const Id other = home.offered(24, 23);
  home.must(MoveOutRoommate{number_id(22)});
  CHECK(home.state(made) == SwapState::expired);
  CHECK(home.state(asked) == SwapState::expired);
  CHECK(home.state(other) == SwapState::proposed);
  CHECK(home.faults() == "");
}

TEST_CASE(
    "at the close of a cycle an offer of what is carried over stands, of what is missed not") {
  SwapHome home;
  const Date friday = add_days(kMonday, 4);
  const Date saturday = add_days(kMonday, 5);
  home.chore(45, ChoreType::random, 1, Frequency::daily, friday);
  home.go_to(friday);
  home.divide();
  home.go_to(saturday);
  home.chore(46, ChoreType::random, 1, Frequency::weekly, saturday);
  home.divide();
  const Assignment missed = home.given(45, friday);
  const Assignment carried = home.given(46, saturday);
  const auto to = [](const Assignment& assignment) {
    return assignment.roommate_id == number_id(24) ? number_id(23) : number_id(24);
  };
  CHECK(home.as(1, ProposeSwap{number_id(98), missed.id, {}, to(missed), {}}) == "");
  CHECK(home.as(1, ProposeSwap{number_id(99), carried.id, {}, to(carried), {}}) == "");
  home.go_to(add_days(kMonday, 7), 1);
  CHECK(home.row(missed.id).status == AssignmentStatus::missed);
  CHECK(home.state(number_id(98)) == SwapState::expired);
  CHECK(home.row(carried.id).cycle_id == running_cycle(home.store)->id);
  CHECK(home.state(number_id(99)) == SwapState::proposed);
  const std::uint8_t member = to(carried) == number_id(23) ? 3 : 1;
  CHECK(home.as(member, AcceptSwap{number_id(99), to(carried)}) == "");
  CHECK(home.faults() == "");
}

TEST_CASE("of two who act at once the first one wins and the other hears why") {
  SwapHome home;
  const Id both = home.offered(22, 0);
  CHECK(home.as(3, AcceptSwap{both, {}}) == "");
  CHECK(home.as(1, AcceptSwap{both, {}}) == "wrong_state:id");
  CHECK(home.as(2, WithdrawSwap{both}) == "wrong_state:id");
  const Id done = home.offered(21, 22);
  CHECK(home.as(1, CompleteAssignment{home.of(21).id, {}}) == "");
  CHECK(home.as(2, AcceptSwap{done, {}}) == "wrong_state:id");
  CHECK(home.faults() == "");
}

}  // namespace rr
