#include "tests/sim/workload.h"

#include <array>

#include "shared/commands/absences.h"
#include "shared/commands/assignments.h"
#include "shared/commands/by_hand.h"
#include "shared/commands/chores.h"
#include "shared/commands/cycles.h"
#include "shared/commands/effort_votes.h"
#include "shared/commands/household.h"
#include "shared/commands/household_start.h"
#include "shared/commands/leaving.h"
#include "shared/commands/members.h"
#include "shared/commands/preferences.h"
#include "shared/commands/roommates.h"
#include "shared/commands/settings.h"
#include "shared/commands/sub_chores.h"
#include "shared/commands/swaps.h"
#include "tests/sim/server.h"

namespace rr::sim {
namespace {

constexpr std::size_t kManyRoommates = 12;
constexpr std::size_t kManyChores = 14;

template <class Arguments>
std::optional<Command> made(const Arguments& arguments) {
  const Result<Command> command = make_command(arguments);
  return command ? std::optional<Command>(*command) : std::nullopt;
}

FieldMask given(std::initializer_list<unsigned> places) {
  FieldMask mask = 0;
  for (const unsigned place : places) mask |= FieldMask{1} << place;
  return mask;
}

class Chooser {
 public:
  Chooser(Random& random, const Reader& view, const Onlooker& who)
      : random_(random), view_(view), who_(who) {}

  std::optional<Command> choose() {
    if (who_.is_offline && random_.percent(30)) return finish_oldest();
    switch (random_.below(32)) {
      case 0:
      case 1: return add_roommate();
      case 2: return edit_roommate();
      case 3:
      case 4: return add_chore();
      case 5:
      case 6: return edit_chore();
      case 7: return remove_chore();
      case 8:
      case 9: return add_sub_chore();
      case 10: return change_sub_chore();
      case 11:
      case 12:
      case 13: return made(RunAssignments{});
      case 14:
      case 15:
      case 16: return change_assignment();
      case 17:
      case 18: return tick();
      case 19: return absence();
      case 20: return preference();
      case 21: return edit_household();
      case 22: return link();
      case 23:
      case 24: return offer();
      case 25:
      case 26: return answer();
      case 27: return by_hand();
      case 28: return effort_vote();
      case 29: return finish_oldest();
      default: return rare();
    }
  }

 private:
  // nil when there is none.
  template <class T>
  Id any() {
    const auto rows = view_.all<T>();
    return rows.empty() ? Id{} : random_.pick(rows)->id;
  }
  std::string name(std::string_view kind) {
    return std::string(kind) + " " + std::to_string(random_.below(60));
  }
  Date day() {
    const auto today = static_cast<std::int32_t>(who_.now.unix_ms / kMillisecondsPerDay);
    return Date{today + static_cast<std::int32_t>(random_.between(-9, 3))};
  }

  std::optional<Command> add_roommate() {
    if (view_.all<Roommate>().size() >= kManyRoommates) return edit_roommate();
    return made(AddRoommate{random_.id(), name("Roommate"), random_.between(1, 8),
                            random_.between(0, 100)});
  }
  std::optional<Command> edit_roommate() {
    EditRoommate edit;
    edit.id = any<Roommate>();
    edit.name = name("Roommate");
    edit.weight = random_.between(0, 100);
    edit.given = random_.percent(50) ? given({1}) : given({3});
    return made(edit);
  }
  std::optional<Command> add_chore() {
    if (view_.all<Chore>().size() >= kManyChores) return edit_chore();
    AddChore add{random_.id(),
                 name("Chore"),
                 static_cast<Frequency>(random_.below(4)),
                 static_cast<ChoreType>(random_.below(2)),
                 random_.between(1, 20),
                 day(),
                 {}};
    if (random_.percent(40)) add.effort_minutes = random_.between(1, 600);
    return made(add);
  }
  std::optional<Command> edit_chore() {
    EditChore edit;
    edit.id = any<Chore>();
    edit.name = name("Chore");
    edit.points = random_.between(1, 20);
    edit.is_paused = random_.percent(20);
    edit.anchor = day();
    edit.effort_minutes = random_.between(1, 600);
    constexpr std::array<unsigned, 5> kPlaces{1, 4, 5, 6, 7};
    edit.given = given({kPlaces[random_.below(kPlaces.size())]});
    return made(edit);
  }
  std::optional<Command> remove_chore() { return made(RemoveChore{any<Chore>()}); }
  std::optional<Command> add_sub_chore() {
    AddSubChore add{random_.id(), any<Chore>(), name("Step"), {}};
    if (random_.percent(50)) add.position = random_.between(0, 5);
    return made(add);
  }
  std::optional<Command> change_sub_chore() {
    const Id id = any<SubChore>();
    switch (random_.below(3)) {
      case 0: return made(EditSubChore{id, name("Step")});
      case 1: return made(MoveSubChore{id, random_.between(0, 5)});
      default: return made(RemoveSubChore{id});
    }
  }
  std::optional<Command> change_assignment() {
    const auto rows = view_.all<Assignment>();
    if (rows.empty()) return made(RunAssignments{});
    // Mostly the newest, and what was missed.
    auto chosen = random_.pick(rows);
    for (int i = 0; i < 4; ++i) {
      const bool is_alive =
          chosen->status == AssignmentStatus::open || chosen->status == AssignmentStatus::missed;
      if (is_alive) break;
      chosen = random_.pick(rows);
    }
    const Id by = random_.percent(30) ? any<Roommate>() : Id{};
    switch (random_.below(6)) {
      case 0: return made(UndoAssignment{chosen->id});
      case 1: return made(SkipAssignment{chosen->id});
      default: return made(CompleteAssignment{chosen->id, by});
    }
  }
  // What the next close will call missed: when that happens before this is heard, it is late truth.
  std::optional<Command> finish_oldest() {
    std::shared_ptr<const Assignment> oldest;
    for (const auto& each : view_.all<Assignment>()) {
      if (each->status != AssignmentStatus::open) continue;
      if (!oldest || each->due_date < oldest->due_date) oldest = each;
    }
    return oldest ? made(CompleteAssignment{oldest->id, Id{}}) : change_assignment();
  }
  // Mostly for those who can: oneself, or whoever nobody is linked to.
  std::optional<Command> offer() {
    std::vector<std::shared_ptr<const Assignment>> open;
    for (const auto& each : view_.all<Assignment>()) {
      if (each->status == AssignmentStatus::open) open.push_back(each);
    }
    if (open.empty()) return made(RunAssignments{});
    const auto given = random_.pick(open);
    ProposeSwap propose{random_.id(), given->id, {}, {}, {}};
    if (random_.percent(60)) propose.to_roommate = any<Roommate>();
    const auto other = random_.pick(open);
    if (random_.percent(40) && other->roommate_id != given->roommate_id) {
      propose.in_return = other->id;
      propose.to_roommate = other->roommate_id;
    }
    if (random_.percent(30)) propose.note = name("Note");
    return made(propose);
  }
  std::optional<Command> answer() {
    const auto rows = view_.all<Swap>();
    if (rows.empty()) return offer();
    auto chosen = random_.pick(rows);
    for (int i = 0; i < 4 && chosen->state != SwapState::proposed; ++i) chosen = random_.pick(rows);
    const Id by = !chosen->to_roommate.is_nil() ? chosen->to_roommate : any<Roommate>();
    switch (random_.below(7)) {
      case 0: return made(WithdrawSwap{chosen->id});
      case 1: return made(DeclineSwap{chosen->id, by});
      case 2: return made(UndoSwap{chosen->id});
      default: return made(AcceptSwap{chosen->id, random_.percent(80) ? by : Id{}});
    }
  }
  std::optional<Command> by_hand() {
    switch (random_.below(4)) {
      case 0: return made(GiveAssignment{any<Chore>(), any<Roommate>()});
      case 1: return made(LockAssignment{any<Assignment>(), random_.percent(50)});
      case 2: return made(ReturnAssignment{any<Assignment>()});
      default: return made(AdjustPoints{any<Roommate>(), random_.between(-9, 9), name("Reason")});
    }
  }
  std::optional<Command> tick() {
    const auto assignment = view_.find<Assignment>(any<Assignment>());
    if (!assignment) return add_sub_chore();
    const auto steps = view_.where<SubChore>("chore_id", assignment->chore_id);
    if (steps.empty()) return change_assignment();
    return made(SetCompletion{assignment->id, random_.pick(steps)->id, random_.percent(75)});
  }
  std::optional<Command> absence() {
    const Date first = day();
    if (random_.percent(30)) return made(RemoveAbsence{any<Absence>()});
    return made(AddAbsence{random_.id(), any<Roommate>(), first,
                           add_days(first, static_cast<std::int32_t>(random_.below(6)))});
  }
  std::optional<Command> preference() {
    return made(SetPreference{any<Chore>(), any<Roommate>(),
                              static_cast<PreferenceLevel>(random_.below(4)), random_.percent(50)});
  }
  std::optional<Command> effort_vote() {
    SetEffortVote vote{any<Chore>(), any<Roommate>(), {}};
    if (random_.percent(80)) vote.points = random_.between(1, 20);
    return made(vote);
  }
  std::optional<Command> edit_household() {
    EditHousehold edit;
    edit.name = name("Home");
    edit.week_reset_day = static_cast<Weekday>(random_.below(7));
    edit.week_reset_minute = random_.between(0, 1439);
    edit.complete_when_all_subtasks_done = random_.percent(80);
    if (random_.percent(50)) edit.fairness_window_cycles = random_.between(1, 104);
    edit.division_method = static_cast<DivisionMethod>(random_.below(3));
    edit.plans_whole_cycle = random_.percent(30);
    edit.counts_effort = random_.percent(50);
    edit.needs_veto_reasons = random_.percent(20);
    switch (random_.below(6)) {
      case 0: edit.given = given({0}); break;
      case 1: edit.given = given({3, 4}); break;
      case 2: edit.given = given({7, 8}); break;
      case 3: edit.given = given({11, 12, 13}); break;
      default: edit.given = given({10});
    }
    return made(edit);
  }
  std::optional<Command> link() {
    const Id member = random_.percent(60) ? who_.account : any<Member>();
    if (random_.percent(30)) return made(UnlinkMember{member});
    return made(LinkMember{member, any<Roommate>()});
  }
  std::optional<Command> rare() {
    if (random_.percent(85)) return made(ResetCycle{});
    return made(MoveOutRoommate{any<Roommate>()});
  }

  Random& random_;
  const Reader& view_;
  const Onlooker& who_;
};

std::optional<Command> choose_settings(Random& random) {
  if (random.percent(30)) {
    SetVetoReason set{Id{}, Id{}, {}};
    set.household_id.bytes[15] = 1;
    set.chore_id.bytes[15] = static_cast<std::uint8_t>(1 + random.below(3));
    if (random.percent(70)) set.reason = "Reason " + std::to_string(random.below(60));
    return made(set);
  }
  EditSettings edit;
  edit.theme = static_cast<Theme>(random.below(4));
  edit.language = random.percent(50) ? "de" : "en-GB";
  edit.has_quiet_hours = random.percent(50);
  edit.quiet_from_minute = random.between(0, 1439);
  edit.given = FieldMask{1} << random.below(4);
  return made(edit);
}

}  // namespace

std::optional<Command> choose_command(Random& random, const Reader& view, ScopeKind scope,
                                      const Onlooker& who) {
  if (scope == ScopeKind::person) return choose_settings(random);
  return Chooser(random, view, who).choose();
}

Command choose_start(Random& random) {
  StartHousehold start;
  start.household_name = "Home";
  start.person_name = "Starter";
  start.time_zone = random.percent(50) ? "Europe/Vienna" : "America/Los_Angeles";
  start.currency = "EUR";
  start.roommate_id = random.id();
  return *make_command(start);
}

std::optional<Command> choose_removal(Random& random, const Reader& view, const Onlooker& who) {
  std::vector<Id> others;
  for (const auto& member : view.all<Member>()) {
    if (member->id != who.account && member->role == Role::member) others.push_back(member->id);
  }
  if (others.empty()) return std::nullopt;
  return made(RemoveMember{random.pick(others)});
}

Command choose_poison(Random& random) {
  return *make_command(
      AddRoommate{random.id(), std::string(kPoison) + " " + std::to_string(random.next() % 9999)});
}

}  // namespace rr::sim
