#include "shared/commands/household_start.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr {
namespace {

StartHousehold wish() { return {"Maple Street", "Ana", "Europe/Berlin", "EUR", number_id(7)}; }

TEST_CASE("starting a household makes it, its owner and the owner's roommate") {
  Home home;
  REQUIRE(home.run(wish()) == "");
  const auto household = home.store.find<Household>(home.context.scope);
  REQUIRE(household);
  CHECK(household->name == "Maple Street");
  CHECK(household->time_zone == "Europe/Berlin");
  CHECK_FALSE(household->next_run_seed.is_nil());
  const auto member = home.store.find<Member>(home.context.person);
  REQUIRE(member);
  CHECK(member->role == Role::owner);
  CHECK(member->roommate_id == number_id(7));
  CHECK(home.store.find<Roommate>(number_id(7))->name == "Ana");
}

TEST_CASE("a household is started once") {
  Home home;
  REQUIRE(home.run(wish()) == "");
  CHECK(home.run(wish()) == "not_empty:");
}

TEST_CASE("a household needs a name, and so does its starter") {
  Home home;
  StartHousehold nameless = wish();
  nameless.household_name = "  ";
  CHECK(home.run(nameless) == "missing:household_name");
  StartHousehold anonymous = wish();
  anonymous.person_name = "";
  CHECK(home.run(anonymous) == "missing:person_name");
}

}  // namespace
}  // namespace rr
