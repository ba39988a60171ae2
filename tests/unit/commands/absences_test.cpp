#include "shared/commands/absences.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr {
namespace {

Date day(std::int32_t number) { return make_date({2026, 12, number}); }

struct AbsenceHome : Home {
  AbsenceHome() : Home(Role::member) {
    Roommate roommate;
    roommate.id = number_id(10);
    roommate.name = "Ben";
    store.put(roommate);
    roommate.id = number_id(11);
    roommate.name = "Chi";
    store.put(roommate);
    roommate.id = number_id(12);
    roommate.status = RoommateStatus::moved_out;
    store.put(roommate);
  }

  [[nodiscard]] std::string add(std::uint8_t number, std::int32_t first,
                                std::optional<std::int32_t> last, std::uint8_t roommate = 10) {
    AddAbsence arguments{number_id(number), number_id(roommate), day(first), {}};
    if (last) arguments.last_day = day(*last);
    return run(arguments);
  }
};

}  // namespace

TEST_CASE("an absence is a range of days, one day at least, or open-ended") {
  AbsenceHome home;
  CHECK(home.add(20, 5, 5) == "");
  CHECK(home.add(21, 6, 8) == "");
  CHECK(home.add(22, 20, std::nullopt) == "");
  CHECK(home.store.find<Absence>(number_id(21))->last_day == day(8));
  CHECK_FALSE(home.store.find<Absence>(number_id(22))->last_day.has_value());
  CHECK(home.add(23, 15, 14) == "ends_before_start:last_day");
  CHECK(home.add(20, 12, 13) == "id_taken:id");
}

TEST_CASE("one person's absences never overlap, two people's may") {
  AbsenceHome home;
  REQUIRE(home.add(20, 10, 15) == "");
  CHECK(home.add(21, 15, 16) == "overlaps:first_day");
  CHECK(home.add(21, 5, 10) == "overlaps:first_day");
  CHECK(home.add(21, 12, 13) == "overlaps:first_day");
  CHECK(home.add(21, 1, 30) == "overlaps:first_day");
  CHECK(home.add(21, 1, std::nullopt) == "overlaps:first_day");
  CHECK(home.add(21, 9, 9) == "");
  CHECK(home.add(22, 16, std::nullopt) == "");
  CHECK(home.add(23, 28, 29) == "overlaps:first_day");
  CHECK(home.add(23, 10, 15, 11) == "");
}

TEST_CASE("an absence needs a roommate who lives here") {
  AbsenceHome home;
  CHECK(home.add(20, 1, 2, 99) == "not_found:roommate_id");
  CHECK(home.add(20, 1, 2, 12) == "moved_out:roommate_id");
  CHECK(home.run("absence.add",
                 R"({"id":"00000000-0000-0000-0000-000000000014",)"
                 R"("roommate_id":"00000000-0000-0000-0000-00000000000a",)"
                 R"("first_day":"2026-02-30","last_day":null})") == "wrong_type:first_day");
}

TEST_CASE("a roommate has at most two hundred absences") {
  AbsenceHome home;
  Absence absence;
  absence.roommate_id = number_id(10);
  for (std::size_t i = 0; i < kMaximumAbsences; ++i) {
    absence.id = derive_id(number_id(1), "absence", i);
    absence.first_day = add_days(day(1), -2 * static_cast<std::int32_t>(i) - 1);
    absence.last_day = absence.first_day;
    home.store.put(absence);
  }
  CHECK(home.add(20, 1, 2) == "too_many:");
  CHECK(home.add(20, 1, 2, 11) == "");
}

TEST_CASE("an absence changes its days, and is judged again") {
  AbsenceHome home;
  REQUIRE(home.add(20, 10, 15) == "");
  REQUIRE(home.add(21, 18, 20) == "");
  const std::string id = R"({"id":"00000000-0000-0000-0000-000000000014",)";
  CHECK(home.run("absence.edit", id + R"("last_day":"2026-12-17"})") == "");
  CHECK(home.store.find<Absence>(number_id(20))->first_day == day(10));
  CHECK(home.run("absence.edit", id + R"("last_day":"2026-12-18"})") == "overlaps:first_day");
  CHECK(home.run("absence.edit", id + R"("last_day":null})") == "overlaps:first_day");
  CHECK(home.run("absence.edit", id + R"("first_day":"2026-12-30"})") ==
        "ends_before_start:last_day");
  CHECK(home.run("absence.edit", id + R"("first_day":null})") == "missing:first_day");
  CHECK(home.run("absence.edit", R"({"id":"00000000-0000-0000-0000-0000000000ff"})") ==
        "not_found:id");
}

TEST_CASE("an absence is taken back") {
  AbsenceHome home;
  REQUIRE(home.add(20, 10, 15) == "");
  CHECK(home.run(RemoveAbsence{number_id(20)}) == "");
  CHECK(home.store.all<Absence>().empty());
  CHECK(home.run(RemoveAbsence{number_id(20)}) == "not_found:id");
}

TEST_CASE("changes of absences are undone exactly") {
  AbsenceHome home;
  CHECK(home.undo_restores(AddAbsence{number_id(20), number_id(10), day(1), day(2)}));
  REQUIRE(home.add(20, 10, std::nullopt) == "");
  EditAbsence edit;
  edit.given = 0b111;
  edit.id = number_id(20);
  edit.first_day = day(11);
  edit.last_day = day(12);
  CHECK(home.undo_restores(edit));
  CHECK(home.undo_restores(RemoveAbsence{number_id(20)}));
}

}  // namespace rr
