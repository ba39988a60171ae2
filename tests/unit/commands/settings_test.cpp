#include "shared/commands/settings.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr {
namespace {

struct PersonScope : Home {
  PersonScope() { context.scope = context.person; }

  [[nodiscard]] PersonalSettings settings() const {
    return *store.find<PersonalSettings>(context.person);
  }
};

}  // namespace

TEST_CASE("the first change of settings makes the row, later ones keep the rest") {
  PersonScope scope;
  CHECK(scope.run("settings.edit", R"({"theme":"dark"})") == "");
  CHECK(scope.settings().theme == Theme::dark);
  CHECK(scope.settings().has_quiet_hours);
  CHECK(scope.run("settings.edit", R"({"has_quiet_hours":false,"language":" pt-BR "})") == "");
  CHECK(scope.settings().theme == Theme::dark);
  CHECK(scope.settings().language == "pt-BR");
  CHECK_FALSE(scope.settings().has_quiet_hours);
}

TEST_CASE("settings out of their bounds are refused by name") {
  PersonScope scope;
  CHECK(scope.run("settings.edit", R"({"theme":"pink"})") == "not_a_choice:theme");
  CHECK(scope.run("settings.edit", R"({"quiet_from_minute":1440})") ==
        "out_of_range:quiet_from_minute");
  CHECK(scope.run("settings.edit", R"({"language":"en_GB"})") == "not_a_language:language");
  CHECK(scope.run("settings.edit", R"({"language":"en-"})") == "not_a_language:language");
  CHECK(scope.run("settings.edit", R"({"language":"abcdefghi"})") == "not_a_language:language");
  CHECK(scope.store.all<PersonalSettings>().empty());
}

TEST_CASE("settings belong to one person") {
  PersonScope scope;
  scope.context.person = number_id(2);
  CHECK(scope.run("settings.edit", R"({"theme":"dark"})") == "wrong_scope:");
}

TEST_CASE("undo returns to the settings before, also to the defaults") {
  PersonScope scope;
  EditSettings edit;
  edit.given = 0b1;
  edit.theme = Theme::high_contrast;
  const auto undo = describe_command<EditSettings>().inverse(scope.store, scope.context, &edit);
  REQUIRE(undo.has_value());
  CHECK(scope.run(edit) == "");
  CHECK(scope.apply(*undo) == "");
  CHECK(scope.settings().theme == Theme::system);
  CHECK(scope.undo_restores(edit));
}

}  // namespace rr
