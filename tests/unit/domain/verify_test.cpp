#include "shared/domain/verify.h"

#include <functional>

#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

// A household after two weeks with everything in it.
ChoreHome lived_in_home() {
  ChoreHome home(3);
  home.chore(41, ChoreType::predefined, 7, Frequency::daily);
  home.chore(42, ChoreType::random, 5, Frequency::daily);
  home.must(AddSubChore{number_id(61), number_id(42), "Sort", std::nullopt});
  home.must(AddSubChore{number_id(62), number_id(42), "Carry", std::nullopt});
  home.must(AddAbsence{number_id(90), number_id(21), kMonday, kMonday});
  home.divide();
  home.must(CompleteAssignment{home.given(41).id, Id{}});
  home.must(SetCompletion{home.given(42).id, number_id(61), true});
  home.go_to(add_days(kMonday, 8));
  home.divide();
  home.must(CompleteAssignment{home.given(42, add_days(kMonday, 8)).id, Id{}});
  return home;
}

// The faults of that household after one row of kind T was changed.
template <class T>
std::string faults_after(const std::function<bool(T&)>& change) {
  ChoreHome home = lived_in_home();
  for (const auto& row : home.store.all<T>()) {
    T changed = *row;
    if (!change(changed)) continue;
    home.store.put(changed);
    return home.faults();
  }
  return "no row was changed";
}

bool found(const std::string& faults, std::string_view what) {
  INFO(faults);
  const bool is_there = faults.find(what) != std::string::npos;
  CHECK(is_there);
  return is_there;
}

}  // namespace

TEST_CASE("a household that only commands changed has no faults") {
  CHECK(lived_in_home().faults().empty());
}

TEST_CASE("the checks of the ledger bite") {
  const auto of_kind = [](LedgerKind kind, std::int64_t more) {
    return [=](LedgerEntry& entry) {
      entry.amount_micro += entry.kind == kind ? more : 0;
      return entry.kind == kind;
    };
  };
  found(faults_after<LedgerEntry>(of_kind(LedgerKind::assigned, 1)),
        "not charged as its state says");
  found(faults_after<LedgerEntry>(of_kind(LedgerKind::earned, 1)), "not earned as its state says");
  found(faults_after<LedgerEntry>(of_kind(LedgerKind::earned, 1)), "shown points are not");
  found(faults_after<LedgerEntry>(of_kind(LedgerKind::assigned, -20 * kMicroPerPoint)),
        "wrong sign");
  found(faults_after<LedgerEntry>([](LedgerEntry& entry) {
          entry.kind = LedgerKind::transferred;
          return true;
        }),
        "balances do not sum to 0");
}

TEST_CASE("the checks of frozen shares bite") {
  const auto grow = [](std::int64_t CycleShare::*member) {
    return [=](CycleShare& row) {
      row.*member += 1;
      return true;
    };
  };
  found(faults_after<CycleShare>(grow(&CycleShare::share_micro)), "do not add up");
  found(faults_after<CycleShare>(grow(&CycleShare::random_share_micro)), "do not add up");
  found(faults_after<CycleShare>(grow(&CycleShare::assigned_micro)), "the ledger's charges");
  found(faults_after<CycleShare>(grow(&CycleShare::transferred_micro)), "the ledger's transfers");
  ChoreHome home = lived_in_home();
  for (const auto& row : home.store.all<CycleShare>()) home.store.erase<CycleShare>(row->id);
  found(home.faults(), "somebody who was charged has no frozen share");
}

TEST_CASE("the checks of cycles bite") {
  const auto closed = [](const std::function<void(Cycle&)>& change) {
    return faults_after<Cycle>([&](Cycle& cycle) {
      if (cycle.state != CycleState::closed) return false;
      change(cycle);
      return true;
    });
  };
  found(closed([](Cycle& cycle) { cycle.ends_at.reset(); }), "state and end disagree");
  found(closed([](Cycle& cycle) { cycle.ends_at = cycle.starts_at; }), "ends before it begins");
  found(closed([](Cycle& cycle) { cycle.index = 7; }), "does not belong to its index");
  found(closed([](Cycle& cycle) { cycle.state = CycleState::running; }),
        "does not begin where the last one closed");
}

TEST_CASE("the checks of assignments bite") {
  const auto with_status = [](AssignmentStatus status, const std::function<void(Assignment&)>& to) {
    return faults_after<Assignment>([&](Assignment& assignment) {
      if (assignment.status != status) return false;
      to(assignment);
      return true;
    });
  };
  found(with_status(AssignmentStatus::done, [](Assignment& row) { row.completed_at.reset(); }),
        "state and completion disagree");
  found(with_status(AssignmentStatus::done, [](Assignment& row) { row.points_awarded = 1; }),
        "not earned as its state says");
  found(with_status(AssignmentStatus::open,
                    [](Assignment& row) { row.status = AssignmentStatus::skipped; }),
        "not charged as its state says");
  found(with_status(AssignmentStatus::open,
                    [](Assignment& row) { row.occurrence = add_days(row.occurrence, 1); }),
        "does not belong to its occurrence");
  found(with_status(AssignmentStatus::open, [](Assignment& row) { row.roommate_id = Id{}; }),
        "assignee has moved out");
  found(with_status(AssignmentStatus::open, [](Assignment& row) { row.cycle_id = number_id(9); }),
        "assignment.cycle_id points to nothing");
}

TEST_CASE("the checks of people and chores bite") {
  found(faults_after<Roommate>([](Roommate& row) {
          row.name = "roommate 22";
          return true;
        }),
        "two roommates have one name");
  found(faults_after<Absence>([](Absence& row) {
          row.last_day = add_days(row.first_day, -1);
          return true;
        }),
        "an absence ends before it begins");
  found(faults_after<SubChore>([](SubChore& row) {
          row.position = 5;
          return true;
        }),
        "not numbered");
  found(faults_after<Completion>([](Completion& row) {
          row.assignment_id = occurrence_id(number_id(41), kMonday);
          return true;
        }),
        "a tick belongs to another chore");
}

}  // namespace rr
