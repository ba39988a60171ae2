// Whole households under generated commands: whatever people do, nothing verify_household knows of
// goes wrong.
#include <rapidcheck.h>

#include <map>

#include "shared/commands/by_hand.h"
#include "shared/commands/effort_votes.h"
#include "shared/commands/household.h"
#include "shared/commands/swaps.h"
#include "shared/domain/run_input.h"
#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

// One thing that somebody does; the numbers choose who and what among what is there.
struct Step {
  std::uint8_t kind = 0;
  std::uint8_t a = 0;
  std::uint8_t b = 0;
  std::uint8_t c = 0;
};

void showValue(const Step& step, std::ostream& out) {
  out << "{" << int{step.kind} << "," << int{step.a} << "," << int{step.b} << "," << int{step.c}
      << "}";
}

rc::Gen<Step> gen_step() {
  const auto number = rc::gen::inRange<std::uint8_t>(0, 255);
  return rc::gen::build<Step>(rc::gen::set(&Step::kind, rc::gen::inRange<std::uint8_t>(0, 36)),
                              rc::gen::set(&Step::a, number), rc::gen::set(&Step::b, number),
                              rc::gen::set(&Step::c, number));
}

// RapidCheck narrows ranges while its size is small; every kind of step is wanted from the start.
rc::Gen<std::vector<Step>> gen_steps() {
  return rc::gen::resize(100, rc::gen::mapcat(rc::gen::inRange(1, 80), [](int count) {
                           return rc::gen::container<std::vector<Step>>(
                               static_cast<std::size_t>(count), gen_step());
                         }));
}

// How often each command was accepted: a test that only meets refusals proves nothing.
using Tally = std::map<std::string_view, int>;

class BusyHome {
 public:
  explicit BusyHome(Tally& accepted) : home_(3), accepted_(accepted) {
    for (std::uint8_t i = 0; i < 4; ++i) add_chore({0, i, static_cast<std::uint8_t>(i * 5), i});
  }

  void take(const Step& step) {
    if (step.kind < 6) return divide();
    if (step.kind < 10) return pass_time(step);
    switch (step.kind) {
      case 10:
      case 11: return say(CompleteAssignment{pick<Assignment>(step.a), Id{}}, step.c);
      case 12:
        return say(CompleteAssignment{pick<Assignment>(step.a), pick<Roommate>(step.b)}, step.c);
      case 13: return say(UndoAssignment{pick<Assignment>(step.a)}, 0);
      case 14: return say(SkipAssignment{pick<Assignment>(step.a)}, 0);
      case 15:
      case 16: return tick(step);
      case 17: return say(ResetCycle{}, 0);
      case 18: return say(RemoveChore{pick<Chore>(step.a)}, 0);
      case 19: return say(MoveOutRoommate{pick<Roommate>(step.a)}, 0);
      case 20:
        return say(AddRoommate{next_id(), "R" + std::to_string(made_), 1, step.a % 101}, step.c);
      case 21: return add_chore(step);
      case 22: return edit_chore(step);
      case 23: return edit_weight(step);
      case 24: return change_absence(step);
      case 25: return set_preference(step);
      case 26:
      case 27: return offer(step);
      case 28:
      case 29:
      case 30: return answer(step);
      case 31: return fix_or_return(step);
      case 32: return rate(step);
      case 33: return switch_method(step);
      case 34: return change_options(step);
      default: return say(GiveAssignment{pick<Chore>(step.a), pick<Roommate>(step.b)}, 0);
    }
  }

  [[nodiscard]] std::string faults() const { return home_.faults(); }

 private:
  Id next_id() { return derive_id(number_id(204), "made", ++made_); }

  template <class T>
  Id pick(std::uint8_t number) const {
    const auto rows = home_.store.all<T>();
    return rows.empty() ? number_id(99) : rows[number % rows.size()]->id;
  }

  // As meant some half days ago by somebody who was offline. Refusals are part of life.
  template <class Arguments>
  void say(const Arguments& arguments, std::uint8_t half_days_ago) {
    const Instant now = home_.context.now;
    home_.context.meant_at.unix_ms -= half_days_ago % 24 * kMillisecondsPerDay / 2;
    const std::string before = home_.rows();
    const std::string refusal = home_.act(arguments);
    if (refusal.empty()) {
      ++accepted_[describe_command<Arguments>().name];
    } else {
      RC_ASSERT(home_.rows() == before);
    }
    home_.context.meant_at = now;
  }

  // P3: the second run adds nothing and removes nothing.
  void divide() {
    const std::string at_first = home_.rows();
    const RunPlan plan = expected_plan();
    RC_ASSERT(home_.act(RunAssignments{}).empty());
    const std::string before = home_.rows();
    if (before != at_first) ++accepted_["assignment.run"];
    const HouseholdBalances found = balances_of(home_.store);
    for (const RunPerson& person : plan.people) {
      RC_ASSERT(found.balances.at(person.id) == person.balance);
    }
    RC_ASSERT(home_.act(RunAssignments{}).empty());
    RC_ASSERT(home_.rows() == before);
  }

  // What the run is about to decide: its balances must be those that the rows show afterwards.
  [[nodiscard]] RunPlan expected_plan() const {
    const auto household = household_of(home_.store);
    const auto zone = *built_in_time_zones().find(household->time_zone);
    const RunMoment moment = run_moment(home_.store, *household, zone, home_.context.now);
    return plan_run(build_run_input(home_.store, *household, zone, moment));
  }

  void pass_time(const Step& step) {
    const auto zone = *built_in_time_zones().find("Europe/Vienna");
    const LocalTime now = zone.local_time_of(home_.context.now);
    home_.go_to(add_days(now.date, step.a % 4), now.minute + step.b % 60);
    if (step.c % 16 == 0) home_.go_to(add_days(now.date, 20 + step.c));
  }

  void tick(const Step& step) {
    const Id id = pick<Assignment>(step.a);
    const auto assignment = home_.store.find<Assignment>(id);
    if (!assignment) return;
    const auto steps = sub_chores_of(home_.store, assignment->chore_id);
    if (steps.empty()) return;
    say(SetCompletion{id, steps[step.b % steps.size()]->id, step.c % 4 != 0}, step.c);
  }

  void add_chore(const Step& step) {
    const Id id = next_id();
    const Date today = built_in_time_zones().find("Europe/Vienna")->date_of(home_.context.now);
    say(AddChore{id, "Chore", static_cast<Frequency>(step.a % 4),
                 static_cast<ChoreType>(step.b % 2), 1 + step.c % 20,
                 add_days(today, step.b % 9 - 2), std::nullopt},
        0);
    for (int i = 0; i < step.a % 3; ++i) say(AddSubChore{next_id(), id, "Step", std::nullopt}, 0);
  }

  void edit_chore(const Step& step) {
    const auto chore = home_.store.find<Chore>(pick<Chore>(step.a));
    if (!chore) return;
    EditChore edit;
    edit.id = chore->id;
    edit.given = FieldMask{1} << (1 + step.b % 7);
    edit.name = "Other";
    edit.frequency = static_cast<Frequency>(step.c % 4);
    edit.type = static_cast<ChoreType>(step.c % 2);
    edit.points = 1 + step.c % 20;
    edit.is_paused = step.c % 3 == 0;
    edit.anchor = add_days(chore->anchor, step.c % 40 - 20);
    say(edit, 0);
  }

  void edit_weight(const Step& step) {
    EditRoommate edit;
    edit.id = pick<Roommate>(step.a);
    edit.weight = step.b % 101;
    edit.given = FieldMask{1} << 3;
    say(edit, 0);
  }

  void change_options(const Step& step) {
    EditHousehold edit;
    edit.given = FieldMask{0b111} << 10;  // the first three of them
    edit.division_method = static_cast<DivisionMethod>(step.a % 2);
    edit.plans_whole_cycle = step.b % 2 == 0;
    edit.counts_effort = step.c % 2 == 0;
    say(edit, 0);
  }

  void change_absence(const Step& step) {
    if (step.c % 3 == 0) return say(RemoveAbsence{pick<Absence>(step.a)}, 0);
    const Date today = built_in_time_zones().find("Europe/Vienna")->date_of(home_.context.now);
    const Date first = add_days(today, step.b % 9 - 4);
    say(AddAbsence{next_id(), pick<Roommate>(step.a), first, add_days(first, step.c % 8)}, 0);
  }

  void set_preference(const Step& step) {
    say(SetPreference{pick<Chore>(step.a), pick<Roommate>(step.b),
                      static_cast<PreferenceLevel>(step.c % 4)},
        0);
  }

  void rate(const Step& step) {
    say(SetEffortVote{pick<Chore>(step.a), pick<Roommate>(step.b), 1 + step.c % 20}, 0);
  }
  void switch_method(const Step& step) {
    Household household = *household_of(home_.store);
    household.division_method =
        step.a % 4 == 0 ? DivisionMethod::balanced : DivisionMethod::own_ratings;
    home_.store.put(household);
  }

  // Nobody is linked to anybody here, so the admin speaks for all.
  void offer(const Step& step) {
    std::vector<std::shared_ptr<const Assignment>> open;
    for (const auto& each : home_.store.all<Assignment>()) {
      if (each->status == AssignmentStatus::open) open.push_back(each);
    }
    if (open.empty()) return;
    const Assignment& given = *open[step.a % open.size()];
    const Assignment& wanted = *open[step.b % open.size()];
    ProposeSwap propose{next_id(), given.id, {}, {}, {}};
    if (step.c % 3 == 0) propose.to_roommate = pick<Roommate>(step.b);
    if (step.c % 3 == 1 && wanted.roommate_id != given.roommate_id) {
      propose.in_return = wanted.id;
      propose.to_roommate = wanted.roommate_id;
    }
    say(propose, 0);
  }

  // P15: what a swap or its undo moves, it moves: nothing is made and nothing lost.
  void answer(const Step& step) {
    const auto swaps = home_.store.all<Swap>();
    if (swaps.empty()) return;
    auto chosen = swaps[step.a % swaps.size()];
    for (const auto& each : swaps) {
      if (each->state == SwapState::proposed && step.a % 8 != 0) chosen = each;
    }
    const Id by = chosen->to_roommate.is_nil() ? pick<Roommate>(step.b) : chosen->to_roommate;
    const std::size_t assignments = home_.store.all<Assignment>().size();
    const Balance before = sum_of_balances();
    switch (step.c % 8) {
      case 0:
      case 1:
      case 2: say(DeclineSwap{chosen->id, by}, 0); break;
      case 3:
      case 4: say(WithdrawSwap{chosen->id}, 0); break;
      case 5:
      case 6:
        say(AcceptSwap{chosen->id, by}, 0);
        say(UndoSwap{chosen->id}, 0);
        break;
      default: say(AcceptSwap{chosen->id, by}, 0);
    }
    RC_ASSERT(sum_of_balances() == before);
    RC_ASSERT(before == Balance{});
    RC_ASSERT(home_.store.all<Assignment>().size() == assignments);
  }

  [[nodiscard]] Balance sum_of_balances() const {
    Balance sum;
    for (const auto& [id, balance] : balances_of(home_.store).balances) {
      sum.total += balance.total;
      sum.random += balance.random;
    }
    return sum;
  }

  void fix_or_return(const Step& step) {
    const Id id = pick<Assignment>(step.a);
    if (step.c % 3 == 0) return say(LockAssignment{id, step.b % 2 == 0}, 0);
    if (step.c % 3 == 1) return say(ReturnAssignment{id}, 0);
    say(AdjustPoints{pick<Roommate>(step.a), step.b % 20 - 9, "Reason"}, 0);
  }

  ChoreHome home_;
  Tally& accepted_;
  std::uint64_t made_ = 0;
};

}  // namespace

TEST_CASE("after any commands a household is sound, and a second run changes nothing (P3, P15)") {
  Tally accepted;
  CHECK(rc::check([&] {
    const auto steps = *gen_steps();
    BusyHome home(accepted);
    for (const Step& step : steps) {
      home.take(step);
      RC_ASSERT(home.faults() == "");
    }
  }));
  for (const std::string_view name : {"assignment.run",    "assignment.complete",
                                      "assignment.undo",   "assignment.skip",
                                      "completion.set",    "cycle.reset",
                                      "chore.remove",      "chore.edit",
                                      "roommate.add",      "roommate.edit",
                                      "roommate.move_out", "absence.add",
                                      "absence.remove",    "preference.set",
                                      "swap.propose",      "swap.accept",
                                      "swap.undo",         "swap.decline",
                                      "swap.withdraw",     "assignment.give",
                                      "assignment.lock",   "assignment.return_to_pool",
                                      "points.adjust",     "household.edit"}) {
    INFO(name);
    INFO(accepted[name]);
    CHECK(accepted[name] >= 20);
  }
}

TEST_CASE("P9: who is away gets nothing and keeps the balance; owed turns come on return") {
  int turns_owed = 0;
  CHECK(rc::check([&] {
    const int people = *rc::gen::resize(100, rc::gen::inRange(2, 6));
    const int days_before = *rc::gen::resize(100, rc::gen::inRange(1, 12));
    const int days_away = *rc::gen::resize(100, rc::gen::inRange(1, 20));
    const auto points =
        *rc::gen::resize(100, rc::gen::container<std::vector<int>>(4, rc::gen::inRange(1, 21)));
    ChoreHome home(people);
    for (std::uint8_t i = 0; i < 4; ++i) {
      home.chore(static_cast<std::uint8_t>(41 + i),
                 i < 2 ? ChoreType::predefined : ChoreType::random, points[i], Frequency::daily);
    }
    const Id away = number_id(static_cast<std::uint8_t>(21 + *rc::gen::inRange(0, people)));
    const Date leaves = add_days(kMonday, days_before);
    const Date returns = add_days(leaves, days_away);
    home.must(AddAbsence{number_id(90), away, leaves, add_days(returns, -1)});
    Date day = kMonday;
    for (; day < leaves; day = add_days(day, 1)) {
      home.go_to(day);
      home.divide();
    }
    const Balance before = home.points(away.bytes[15]).balance;
    for (; day < returns; day = add_days(day, 1)) {
      home.go_to(day);
      home.divide();
      RC_ASSERT(home.points(away.bytes[15]).balance == before);
      for (std::uint8_t chore = 41; chore < 45; ++chore) {
        RC_ASSERT(home.given(chore, day).roommate_id != away);
      }
    }
    std::vector<std::uint8_t> owed;
    for (std::uint8_t chore = 41; chore < 43; ++chore) {
      if (home.store.find<Chore>(number_id(chore))->owed_turn == away) owed.push_back(chore);
    }
    home.go_to(returns);
    home.divide();
    for (const std::uint8_t chore : owed) {
      RC_ASSERT(home.given(chore, returns).roommate_id == away);
      ++turns_owed;
    }
    RC_ASSERT(home.faults() == "");
  }));
  CHECK(turns_owed >= 100);
}

}  // namespace rr
