#include "client/screens/chores_view.h"

#include <doctest/doctest.h>

#include "shared/commands/chores.h"
#include "shared/commands/sub_chores.h"
#include "tests/unit/support/home.h"

namespace rr::screens {
namespace {

AddChore chore(std::uint8_t number, const std::string& name, ChoreType type) {
  AddChore arguments;
  arguments.id = number_id(number);
  arguments.name = name;
  arguments.type = type;
  arguments.anchor = make_date({2026, 3, 12});
  return arguments;
}

}  // namespace

TEST_CASE("chores stand by name without regard to case, and are counted by type") {
  Home home(Role::member);
  CHECK(home.run(chore(10, "windows", ChoreType::random)).empty());
  CHECK(home.run(chore(11, "Dishes", ChoreType::predefined)).empty());
  CHECK(home.run(chore(12, "Vacuum", ChoreType::random)).empty());
  const ChoresView view = make_chores_view(home.store);
  REQUIRE(view.cards.size() == 3);
  CHECK(view.cards[0].chore->name == "Dishes");
  CHECK(view.cards[1].chore->name == "Vacuum");
  CHECK(view.cards[2].chore->name == "windows");
  CHECK(view.predefined_count == 1);
  CHECK(view.random_count == 2);
}

TEST_CASE("a card's version changes with what the card shows, and with nothing else") {
  Home home(Role::member);
  CHECK(home.run(chore(10, "Dishes", ChoreType::random)).empty());
  CHECK(home.run(chore(11, "Windows", ChoreType::random)).empty());
  const ChoresView before = make_chores_view(home.store);
  EditChore edit;
  edit.given = 0b11;
  edit.id = number_id(10);
  edit.name = "Dishes and pans";
  CHECK(home.run(edit).empty());
  const ChoresView renamed = make_chores_view(home.store);
  CHECK(renamed.list_rows[0].key == before.list_rows[0].key);
  CHECK(renamed.list_rows[0].version != before.list_rows[0].version);
  CHECK(renamed.list_rows[1].version == before.list_rows[1].version);
  AddSubChore step;
  step.id = number_id(20);
  step.chore_id = number_id(11);
  step.name = "Wipe";
  CHECK(home.run(step).empty());
  const ChoresView stepped = make_chores_view(home.store);
  CHECK(stepped.list_rows[0].version == renamed.list_rows[0].version);
  CHECK(stepped.list_rows[1].version != renamed.list_rows[1].version);
  CHECK(stepped.cards[1].sub_chore_count == 1);
}

}  // namespace rr::screens
