#include "client/screens/roommates_view.h"

#include <doctest/doctest.h>

#include "client/app/memory_session.h"
#include "server/ops/built_in_time_zones.h"
#include "shared/commands/absences.h"
#include "shared/commands/assignments.h"
#include "shared/commands/chores.h"
#include "shared/commands/leaving.h"
#include "shared/commands/members.h"
#include "shared/commands/roommates.h"

namespace rr::screens {
namespace {

constexpr Instant kNoon{1'773'342'000'000};  // 12 March 2026 in Los Angeles

struct House {
  app::MemorySession session{kNoon, Id{{8}}, &built_in_time_zones()};

  template <class Arguments>
  bool run(const Arguments& arguments) {
    const Result<Command> command = make_command(arguments);
    return command && session.issue(*command);
  }

  Id add_roommate(const std::string& name) {
    const AddRoommate arguments{session.new_id(), name};
    CHECK(run(arguments));
    return arguments.id;
  }

  [[nodiscard]] RoommatesView view() const {
    return make_roommates_view(session, calendar_of(session));
  }
  [[nodiscard]] Date day(std::int32_t ahead) const {
    return add_days(calendar_of(session).today, ahead);
  }
};

}  // namespace

TEST_CASE("roommates stand as they joined, with their own and linked marks") {
  House house;
  const Id zoe = house.add_roommate("Zoe");
  house.add_roommate("Ana");
  CHECK(house.run(LinkMember{house.session.person_id(), zoe}));
  const RoommatesView view = house.view();
  REQUIRE(view.cards.size() == 2);
  CHECK(view.cards[0].roommate->name == "Zoe");
  CHECK(view.cards[0].is_own);
  CHECK(view.cards[0].is_linked);
  CHECK_FALSE(view.cards[1].is_linked);
}

TEST_CASE("points are those earned in the running cycle") {
  House house;
  const Id ana = house.add_roommate("Ana");
  AddChore chore;
  chore.id = house.session.new_id();
  chore.name = "Dishes";
  chore.points = 7;
  chore.anchor = house.day(0);
  CHECK(house.run(chore));
  CHECK(house.run(RunAssignments{}));
  CHECK(house.view().cards.at(0).points == 0);
  const auto given = house.session.household().where<Assignment>("roommate_id", ana);
  REQUIRE(given.size() == 1);
  CHECK(house.run(CompleteAssignment{given[0]->id, Id{}}));
  CHECK(house.view().cards.at(0).points == 7);
}

TEST_CASE("days away that are over are not told, the next ones come first") {
  House house;
  const Id ana = house.add_roommate("Ana");
  const auto add = [&](std::int32_t first, std::optional<std::int32_t> last) {
    AddAbsence absence;
    absence.id = house.session.new_id();
    absence.roommate_id = ana;
    absence.first_day = house.day(first);
    if (last) absence.last_day = house.day(*last);
    CHECK(house.run(absence));
  };
  add(-9, -1);
  add(20, std::nullopt);
  add(3, 5);
  RoommateCard card = house.view().cards.at(0);
  REQUIRE(card.absences.size() == 2);
  CHECK(card.absences[0]->first_day == house.day(3));
  CHECK_FALSE(card.is_away);
  const std::uint64_t before = house.view().list_rows.at(0).version;
  add(0, 0);
  card = house.view().cards.at(0);
  CHECK(card.is_away);
  CHECK(house.view().list_rows.at(0).version != before);
}

TEST_CASE("who moved out is not listed") {
  House house;
  const Id ana = house.add_roommate("Ana");
  house.add_roommate("Ben");
  CHECK(house.run(MoveOutRoommate{ana}));
  const RoommatesView view = house.view();
  REQUIRE(view.cards.size() == 1);
  CHECK(view.cards[0].roommate->name == "Ben");
}

}  // namespace rr::screens
