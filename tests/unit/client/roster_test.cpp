#include "client/screens/roster.h"

#include <doctest/doctest.h>

#include "client/app/memory_session.h"
#include "server/ops/built_in_time_zones.h"
#include "shared/commands/absences.h"
#include "shared/commands/assignments.h"
#include "shared/commands/chores.h"
#include "shared/commands/cycles.h"
#include "shared/commands/roommates.h"
#include "shared/commands/sub_chores.h"

namespace rr::screens {
namespace {

// Thursday, 12 March 2026, 12:00 in Los Angeles.
constexpr Instant kNoon{1'773'342'000'000};

struct House {
  app::MemorySession session{kNoon, Id{{7}}, &built_in_time_zones()};

  template <class Arguments>
  std::string run(const Arguments& arguments) {
    const Result<Command> command = make_command(arguments);
    const Status status = command ? session.issue(*command) : Status(command.error());
    return status ? "" : status.error().code;
  }

  Id add_roommate(const std::string& name) {
    AddRoommate arguments;
    arguments.id = session.new_id();
    arguments.name = name;
    CHECK(run(arguments).empty());
    return arguments.id;
  }

  Id add_chore(const std::string& name, std::int64_t points) {
    AddChore arguments;
    arguments.id = session.new_id();
    arguments.name = name;
    arguments.points = points;
    arguments.anchor = calendar().today;
    CHECK(run(arguments).empty());
    return arguments.id;
  }

  Id add_step(const Id& chore, const std::string& name) {
    AddSubChore arguments;
    arguments.id = session.new_id();
    arguments.chore_id = chore;
    arguments.name = name;
    CHECK(run(arguments).empty());
    return arguments.id;
  }

  [[nodiscard]] Calendar calendar() const { return calendar_of(session); }
  [[nodiscard]] Roster roster() const { return make_roster(session, calendar()); }
  void go_on(std::int64_t days) {
    session.move_to({session.now().unix_ms + days * kMillisecondsPerDay});
  }
};

}  // namespace

TEST_CASE("days are those of the household, and the next reset is Sunday night") {
  House house;
  CHECK(to_string(house.calendar().today) == "2026-03-12");
  house.session.move_to({kNoon.unix_ms + 13 * kMillisecondsPerHour});
  CHECK(to_string(house.calendar().today) == "2026-03-13");
  const auto reset = next_reset(house.session, house.calendar());
  REQUIRE(reset);
  CHECK(to_rfc3339(*reset) == "2026-03-16T06:59:00.000Z");
}

TEST_CASE("an empty home has nothing to show and nothing to say") {
  House house;
  const Roster roster = house.roster();
  CHECK(roster.groups.empty());
  CHECK(roster.count == 0);
  CHECK_FALSE(roster.has_chores);
  CHECK_FALSE(roster.last_run_at);
}

TEST_CASE("what was divided stands under its people, with points and steps") {
  House house;
  house.add_roommate("Ana");
  house.add_roommate("Ben");
  const Id dishes = house.add_chore("Dishes", 7);
  house.add_chore("windows", 4);
  house.add_step(dishes, "Wash");
  const Id dry = house.add_step(dishes, "Dry");
  CHECK(house.run(RunAssignments{}).empty());
  Roster roster = house.roster();
  CHECK(roster.count == 2);
  REQUIRE(roster.summary.size() == 2);
  CHECK(roster.summary[0].name == "Ana");
  CHECK(roster.summary[0].points + roster.summary[1].points == 11);
  REQUIRE(roster.groups.size() == 2);
  const bool is_first = !roster.groups[0].cards[0].sub_tasks.empty();
  const RosterCard& card = roster.groups[is_first ? 0 : 1].cards.at(0);
  REQUIRE(card.sub_tasks.size() == 2);
  CHECK(card.sub_tasks[0].name == "Wash");
  CHECK(card.done_count == 0);
  CHECK(roster.last_run_at == kNoon);

  const std::uint64_t before = roster.groups[is_first ? 0 : 1].list_rows.at(0).version;
  CHECK(house.run(SetCompletion{card.assignment->id, dry, true}).empty());
  roster = house.roster();
  const RosterGroup& group = roster.groups[is_first ? 0 : 1];
  CHECK(group.cards.at(0).done_count == 1);
  CHECK(group.cards.at(0).sub_tasks.at(1).is_done);
  CHECK(group.list_rows.at(0).version != before);
}

TEST_CASE("done chores stand last until the day after they were due, then leave") {
  House house;
  house.add_roommate("Ana");
  house.add_chore("Dishes", 7);
  house.add_chore("Windows", 4);
  CHECK(house.run(RunAssignments{}).empty());
  Roster roster = house.roster();
  REQUIRE(roster.groups.at(0).cards.size() == 2);
  const Id dishes = roster.groups[0].cards[0].assignment->id;
  CHECK(roster.groups[0].cards[0].assignment->chore_name == "Dishes");
  CHECK(house.run(CompleteAssignment{dishes, Id{}}).empty());
  roster = house.roster();
  CHECK(roster.groups[0].cards[0].assignment->chore_name == "Windows");
  CHECK(roster.groups[0].cards[1].done_by == "Ana");
  CHECK(roster.open_count == 1);
  // A reset begins a new cycle: what was done in the old one is history.
  CHECK(house.run(ResetCycle{}).empty());
  roster = house.roster();
  CHECK(roster.count == 1);
}

TEST_CASE("what is past its day counts as overdue") {
  House house;
  house.add_roommate("Ana");
  house.add_chore("Dishes", 7);
  CHECK(house.run(RunAssignments{}).empty());
  CHECK(house.roster().overdue_count == 0);
  const Date due = house.roster().groups.at(0).cards.at(0).assignment->due_date;
  const Calendar later{kNoon, add_days(due, 1), "", std::nullopt};
  CHECK(make_roster(house.session, later).overdue_count == 1);
}

TEST_CASE("somebody who is away today is marked so") {
  House house;
  const Id ana = house.add_roommate("Ana");
  house.add_roommate("Ben");
  AddAbsence absence;
  absence.id = house.session.new_id();
  absence.roommate_id = ana;
  absence.first_day = house.calendar().today;
  CHECK(house.run(absence).empty());
  const Roster roster = house.roster();
  CHECK(roster.summary.at(0).is_away);
  CHECK_FALSE(roster.summary.at(1).is_away);
}

}  // namespace rr::screens
