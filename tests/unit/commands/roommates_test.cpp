#include "shared/commands/roommates.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr {
namespace {

std::string add_roommate(Home& home, std::uint8_t number, std::string name) {
  AddRoommate arguments;
  arguments.id = number_id(number);
  arguments.name = std::move(name);
  return home.run(arguments);
}

}  // namespace

TEST_CASE("a roommate is added with a trimmed name") {
  Home home(Role::member);
  CHECK(add_roommate(home, 2, "  Ben ").empty());
  CHECK(home.store.find<Roommate>(number_id(2))->name == "Ben");
}

TEST_CASE("blank, long and taken names are refused at the name") {
  Home home(Role::member);
  CHECK(add_roommate(home, 2, "   ") == "missing:name");
  CHECK(add_roommate(home, 2, std::string(101, 'x')) == "too_long:name");
  CHECK(add_roommate(home, 2, "Ben").empty());
  CHECK(add_roommate(home, 3, "BEN") == "name_taken:name");
  CHECK(add_roommate(home, 2, "Chi") == "id_taken:id");
}

TEST_CASE("an edit keeps what was not sent, and its inverse restores what was") {
  Home home(Role::member);
  CHECK(add_roommate(home, 2, "Ben").empty());
  const CommandInfo* info = find_command("roommate.edit", 1);
  REQUIRE(info != nullptr);
  const auto edit =
      decode_command(*info, R"({"id":"00000000-0000-0000-0000-000000000002","colour":4})");
  REQUIRE(edit.ok());
  const auto undo = info->inverse(home.store, home.context, edit->arguments.get());
  REQUIRE(undo.has_value());
  REQUIRE(run_command(home.store, home.context, *edit).ok());
  CHECK(home.store.find<Roommate>(number_id(2))->colour == 4);
  CHECK(home.store.find<Roommate>(number_id(2))->name == "Ben");
  REQUIRE(run_command(home.store, home.context, *undo).ok());
  CHECK(home.store.find<Roommate>(number_id(2))->colour == 1);
}

TEST_CASE("arguments survive their bytes, and only what was given is written") {
  const CommandInfo* info = find_command("roommate.edit", 1);
  const std::string bytes = R"({"id":"00000000-0000-0000-0000-000000000002","weight":50})";
  const auto command = decode_command(*info, bytes);
  REQUIRE(command.ok());
  CHECK(encode_arguments(*command) == bytes);
}

TEST_CASE("somebody who moved out is history, and their name is free again") {
  Home home(Role::member);
  REQUIRE(add_roommate(home, 2, "Ben") == "");
  Roommate gone = *home.store.find<Roommate>(number_id(2));
  gone.status = RoommateStatus::moved_out;
  home.store.put(gone);
  CHECK(home.run("roommate.edit", R"({"id":"00000000-0000-0000-0000-000000000002","weight":50})") ==
        "moved_out:id");
  CHECK(add_roommate(home, 3, "ben") == "");
}

TEST_CASE("a roommate keeps their own name in another spelling, but not another's") {
  Home home(Role::member);
  REQUIRE(add_roommate(home, 2, "Ben") == "");
  REQUIRE(add_roommate(home, 3, "Chi") == "");
  const std::string id = R"({"id":"00000000-0000-0000-0000-000000000002",)";
  CHECK(home.run("roommate.edit", id + R"("name":"BEN"})") == "");
  CHECK(home.run("roommate.edit", id + R"("name":"chi"})") == "name_taken:name");
}

TEST_CASE("the next colour is the first of those that the fewest have") {
  Home home(Role::member);
  CHECK(next_roommate_colour(home.store) == 1);
  REQUIRE(add_roommate(home, 2, "Ben") == "");
  CHECK(next_roommate_colour(home.store) == 2);
}

TEST_CASE("a stranger is refused") {
  Home home(Role::member);
  home.context.person = number_id(77);
  CHECK(add_roommate(home, 2, "Ben") == "not_a_member:");
}

}  // namespace rr
