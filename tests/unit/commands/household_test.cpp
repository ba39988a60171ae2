#include "shared/commands/household.h"

#include <doctest/doctest.h>

#include "server/ops/built_in_time_zones.h"
#include "shared/commands/household_start.h"
#include "tests/unit/support/home.h"

namespace rr {
namespace {

struct StartedHome : Home {
  explicit StartedHome(Role role = Role::admin) : Home(role) {
    Household household;
    household.id = context.scope;
    household.name = "Maple Street";
    household.time_zone = "Europe/Berlin";
    household.currency = "EUR";
    household.next_run_seed = number_id(9);
    store.put(household);
    context.time_zones = &built_in_time_zones();
  }

  [[nodiscard]] Household household() const { return *store.find<Household>(context.scope); }
};

}  // namespace

TEST_CASE("a setting that is sent changes, the others stay") {
  StartedHome home;
  CHECK(home.run("household.edit", R"({"week_reset_day":"friday","week_reset_minute":60})") == "");
  CHECK(home.household().week_reset_day == Weekday::friday);
  CHECK(home.household().week_reset_minute == 60);
  CHECK(home.household().name == "Maple Street");
  CHECK(home.household().next_run_seed == number_id(9));
  CHECK(home.run("household.edit", R"({"fairness_window_cycles":12})") == "");
  CHECK(home.household().fairness_window_cycles == 12);
  CHECK(home.run("household.edit", R"({"fairness_window_cycles":null})") == "");
  CHECK_FALSE(home.household().fairness_window_cycles.has_value());
}

TEST_CASE("settings out of their bounds are refused by name") {
  StartedHome home;
  CHECK(home.run("household.edit", R"({"name":" "})") == "missing:name");
  CHECK(home.run("household.edit", R"({"week_reset_minute":1440})") ==
        "out_of_range:week_reset_minute");
  CHECK(home.run("household.edit", R"({"approval_threshold":11})") ==
        "out_of_range:approval_threshold");
  CHECK(home.run("household.edit", R"({"auto_approve_limit":-1})") ==
        "out_of_range:auto_approve_limit");
  CHECK(home.run("household.edit", R"({"fairness_window_cycles":105})") ==
        "out_of_range:fairness_window_cycles");
  CHECK(home.run("household.edit", R"({"audit_retention_days":29})") ==
        "out_of_range:audit_retention_days");
  CHECK(home.run("household.edit", R"({"time_zone":null})") == "missing:time_zone");
  CHECK(home.run("household.edit", R"({"next_run_seed":null})") == "unknown_field:next_run_seed");
}

TEST_CASE("time zone and currency must exist") {
  StartedHome home;
  CHECK(home.run("household.edit", R"({"time_zone":"Mars/Olympus"})") ==
        "unknown_time_zone:time_zone");
  CHECK(home.run("household.edit", R"({"currency":"usd"})") == "unknown_currency:currency");
  CHECK(home.run("household.edit", R"({"currency":"XXX"})") == "unknown_currency:currency");
  CHECK(home.run("household.edit", R"({"time_zone":"Asia/Calcutta","currency":"INR"})") == "");
  CHECK(home.household().time_zone == "Asia/Calcutta");
}

TEST_CASE("a device without the zones believes the name of one") {
  StartedHome home;
  home.context.time_zones = nullptr;
  CHECK(home.run("household.edit", R"({"time_zone":"Mars/Olympus"})") == "");
}

TEST_CASE("settings are for admins, and undone exactly") {
  StartedHome member(Role::member);
  CHECK(member.run("household.edit", R"({"name":"Mine"})") == "not_allowed:");
  StartedHome admin;
  EditHousehold edit;
  edit.given = 0b1111111111;
  edit.name = "Oak Street";
  edit.time_zone = "Asia/Tokyo";
  edit.currency = "JPY";
  edit.fairness_window_cycles = 3;
  CHECK(admin.undo_restores(edit));
}

TEST_CASE("how chores are divided is a setting for admins, and undone exactly") {
  const std::string_view wanted =
      R"({"division_method":"classic","plans_whole_cycle":true,"counts_effort":true})";
  StartedHome member(Role::member);
  CHECK(member.run("household.edit", wanted) == "not_allowed:");
  StartedHome admin;
  CHECK(admin.run("household.edit", wanted) == "");
  CHECK(admin.household().division_method == DivisionMethod::classic);
  CHECK(admin.household().plans_whole_cycle);
  CHECK(admin.household().counts_effort);
  CHECK_FALSE(admin.household().needs_veto_reasons);
  CHECK(admin.run("household.edit", R"({"division_method":"dice"})") ==
        "not_a_choice:division_method");
  EditHousehold edit;
  edit.given = 0b1111 << 10;
  edit.division_method = DivisionMethod::own_ratings;
  edit.needs_veto_reasons = true;
  CHECK(admin.undo_restores(edit));
}

TEST_CASE("a scope without a household has no settings") {
  Home home(Role::owner);
  CHECK(home.run("household.edit", R"({"name":"Mine"})") == "not_found:");
}

TEST_CASE("a household starts in a zone and with a currency that exist") {
  Home home;
  home.context.time_zones = &built_in_time_zones();
  CHECK(home.run(StartHousehold{"A", "Ana", "Mars/Olympus", "EUR", number_id(7)}) ==
        "unknown_time_zone:time_zone");
  CHECK(home.run(StartHousehold{"A", "Ana", "Europe/Kiev", "EUX", number_id(7)}) ==
        "unknown_currency:currency");
  CHECK(home.run(StartHousehold{"A", "Ana", "Europe/Kiev", "UAH", number_id(7)}) == "");
}

}  // namespace rr
