#include "shared/commands/roommates.h"

#include <doctest/doctest.h>

#include "shared/store/memory_store.h"

namespace rr {
namespace {

Id number_id(std::uint8_t number) {
  Id id;
  id.bytes[15] = number;
  return id;
}

struct Home {
  MemoryStore store;
  Context context;

  Home() {
    context.person = number_id(1);
    context.scope = number_id(200);
    context.meant_at = context.now = Instant{1'700'000'000'000};
    Member member;
    member.id = context.person;
    member.name = "Ana";
    store.put(member);
  }

  template <class Arguments>
  std::string run(const Arguments& arguments) {
    const Result<Command> command = make_command(arguments);
    if (!command) return command.error().code + ":" + command.error().field;
    const Status status = run_command(store, context, *command);
    return status ? "" : status.error().code + ":" + status.error().field;
  }

  std::string add(std::uint8_t number, std::string name) {
    AddRoommate arguments;
    arguments.id = number_id(number);
    arguments.name = std::move(name);
    return run(arguments);
  }
};

}  // namespace

TEST_CASE("a roommate is added with a trimmed name") {
  Home home;
  CHECK(home.add(2, "  Ben ").empty());
  CHECK(home.store.find<Roommate>(number_id(2))->name == "Ben");
}

TEST_CASE("blank, long and taken names are refused at the name") {
  Home home;
  CHECK(home.add(2, "   ") == "missing:name");
  CHECK(home.add(2, std::string(101, 'x')) == "too_long:name");
  CHECK(home.add(2, "Ben").empty());
  CHECK(home.add(3, "BEN") == "name_taken:name");
  CHECK(home.add(2, "Chi") == "id_taken:id");
}

TEST_CASE("an edit keeps what was not sent, and its inverse restores what was") {
  Home home;
  CHECK(home.add(2, "Ben").empty());
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

TEST_CASE("a stranger is refused") {
  Home home;
  home.context.person = number_id(77);
  CHECK(home.add(2, "Ben") == "not_a_member:");
}

}  // namespace rr
