#include "shared/commands/chores.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr {
namespace {

AddChore dishes() {
  AddChore arguments;
  arguments.id = number_id(10);
  arguments.name = " Dishes ";
  arguments.frequency = Frequency::daily;
  arguments.type = ChoreType::predefined;
  arguments.points = 7;
  arguments.anchor = make_date({2026, 11, 23});
  return arguments;
}

Home home_with_dishes() {
  Home home(Role::member);
  REQUIRE(home.run(dishes()).empty());
  return home;
}

Chore chore_of(const Home& home) { return *home.store.find<Chore>(number_id(10)); }

}  // namespace

TEST_CASE("a chore is added and first due on its anchor") {
  Home home = home_with_dishes();
  const Chore chore = chore_of(home);
  CHECK(chore.name == "Dishes");
  CHECK(chore.frequency == Frequency::daily);
  CHECK(chore.type == ChoreType::predefined);
  CHECK(chore.points == 7);
  CHECK(chore.next_due == make_date({2026, 11, 23}));
  CHECK(chore.created_at == home.context.meant_at);
  CHECK_FALSE(chore.effort_minutes.has_value());
}

TEST_CASE("a chore's bounds are judged") {
  Home home(Role::member);
  AddChore arguments = dishes();
  arguments.points = 21;
  CHECK(home.run(arguments) == "out_of_range:points");
  arguments.points = 0;
  CHECK(home.run(arguments) == "out_of_range:points");
  arguments = dishes();
  arguments.name = "";
  CHECK(home.run(arguments) == "missing:name");
  arguments.name = std::string(201, 'x');
  CHECK(home.run(arguments) == "too_long:name");
  arguments = dishes();
  arguments.effort_minutes = 601;
  CHECK(home.run(arguments) == "out_of_range:effort_minutes");
  CHECK(home.store.all<Chore>().empty());
}

TEST_CASE("two chores may have one name, but not one id") {
  Home home = home_with_dishes();
  CHECK(home.run(dishes()) == "id_taken:id");
  AddChore second = dishes();
  second.id = number_id(11);
  CHECK(home.run(second).empty());
}

TEST_CASE("the five hundred and first chore is refused") {
  Home home(Role::member);
  Chore chore;
  for (std::size_t i = 0; i < kMaximumChores; ++i) {
    chore.id = derive_id(number_id(1), "chore", i);
    home.store.put(chore);
  }
  CHECK(home.run(dishes()) == "too_many:");
}

TEST_CASE("an edit keeps what was not sent and clears what is null") {
  Home home = home_with_dishes();
  const std::string id = R"({"id":"00000000-0000-0000-0000-00000000000a",)";
  CHECK(home.run("chore.edit", id + R"("effort_minutes":30,"is_paused":true})").empty());
  CHECK(chore_of(home).effort_minutes == 30);
  CHECK(chore_of(home).is_paused);
  CHECK(chore_of(home).points == 7);
  CHECK(home.run("chore.edit", id + R"("effort_minutes":null})").empty());
  CHECK_FALSE(chore_of(home).effort_minutes.has_value());
  CHECK(home.run("chore.edit", id + R"("points":null})") == "missing:points");
  CHECK(home.run("chore.edit", id + R"("frequency":"biweekly"})") == "not_a_choice:frequency");
  CHECK(home.run("chore.edit", R"({"id":"00000000-0000-0000-0000-0000000000ff","points":3})") ==
        "not_found:id");
}

TEST_CASE("another anchor becomes the next turn's day; the same one changes nothing") {
  Home home = home_with_dishes();
  Chore later = chore_of(home);
  later.next_due = make_date({2026, 11, 30});
  home.store.put(later);
  const std::string id = R"({"id":"00000000-0000-0000-0000-00000000000a",)";
  CHECK(home.run("chore.edit", id + R"("anchor":"2026-11-23"})").empty());
  CHECK(chore_of(home).next_due == make_date({2026, 11, 30}));
  CHECK(home.run("chore.edit", id + R"("anchor":"2026-12-01"})").empty());
  CHECK(chore_of(home).next_due == make_date({2026, 12, 1}));
}

TEST_CASE("undoing an edit restores every field, and is not offered where it could not") {
  Home home = home_with_dishes();
  EditChore edit;
  edit.given = 0b11111111;
  edit.id = number_id(10);
  edit.name = "Pots";
  edit.anchor = make_date({2026, 12, 24});
  edit.effort_minutes = 5;
  CHECK(home.undo_restores(edit));

  Chore later = chore_of(home);
  later.next_due = make_date({2026, 11, 30});
  home.store.put(later);
  const Result<Command> command = make_command(edit);
  REQUIRE(command.ok());
  CHECK_FALSE(command->info->inverse(home.store, home.context, &edit).has_value());
}

}  // namespace rr
