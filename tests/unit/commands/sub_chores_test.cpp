#include "shared/commands/sub_chores.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr {
namespace {

struct ChoreHome : Home {
  ChoreHome() : Home(Role::member) {
    Chore chore;
    chore.id = number_id(10);
    chore.name = "Trash";
    store.put(chore);
    chore.id = number_id(11);
    store.put(chore);
  }

  std::string add(std::uint8_t number, std::string name,
                  std::optional<std::int64_t> position = std::nullopt) {
    return run(AddSubChore{number_id(number), number_id(10), std::move(name), position});
  }

  void add_three() {
    REQUIRE(add(20, "a").empty());
    REQUIRE(add(21, "b").empty());
    REQUIRE(add(22, "c").empty());
  }

  // Names in order; checks that positions have no gaps.
  [[nodiscard]] std::string order() const {
    std::string names;
    std::int64_t position = 0;
    for (const auto& sub_chore : sub_chores_of(store, number_id(10))) {
      CHECK(sub_chore->position == position++);
      names += sub_chore->name;
    }
    return names;
  }

  void tick(std::uint8_t number, const Id& sub_chore_id, AssignmentStatus status) {
    Assignment assignment;
    assignment.id = number_id(number);
    assignment.status = status;
    store.put(assignment);
    Completion completion;
    completion.id = number_id(static_cast<std::uint8_t>(number + 1));
    completion.assignment_id = assignment.id;
    completion.sub_chore_id = sub_chore_id;
    store.put(completion);
  }
};

}  // namespace

TEST_CASE("sub-tasks are added at the end or at a place") {
  ChoreHome home;
  home.add_three();
  CHECK(home.order() == "abc");
  CHECK(home.add(23, "first", 0).empty());
  CHECK(home.add(24, "Z", 49).empty());
  CHECK(home.order() == "firstabcZ");
}

TEST_CASE("a sub-task needs a chore, a free id, a name and room") {
  ChoreHome home;
  home.add_three();
  CHECK(home.add(20, "again") == "id_taken:id");
  CHECK(home.add(30, " ") == "missing:name");
  CHECK(home.add(30, std::string(301, 'x')) == "too_long:name");
  CHECK(home.add(30, "x", -1) == "out_of_range:position");
  CHECK(home.run(AddSubChore{number_id(30), number_id(99), "x", {}}) == "not_found:chore_id");
  for (std::uint8_t number = 100; number < 147; ++number) REQUIRE(home.add(number, "x").empty());
  CHECK(home.add(30, "one too many") == "too_many:");
  CHECK(home.run(AddSubChore{number_id(30), number_id(11), "elsewhere", {}}).empty());
}

TEST_CASE("moving keeps the others in order, and beyond the end is the end") {
  ChoreHome home;
  home.add_three();
  CHECK(home.run(MoveSubChore{number_id(22), 0}).empty());
  CHECK(home.order() == "cab");
  CHECK(home.run(MoveSubChore{number_id(22), 1}).empty());
  CHECK(home.order() == "acb");
  CHECK(home.run(MoveSubChore{number_id(20), 49}).empty());
  CHECK(home.order() == "cba");
  CHECK(home.run(MoveSubChore{number_id(99), 0}) == "not_found:id");
}

TEST_CASE("removing closes the gap and takes only open assignments' ticks along") {
  ChoreHome home;
  home.add_three();
  home.tick(40, number_id(21), AssignmentStatus::open);
  home.tick(50, number_id(21), AssignmentStatus::done);
  home.tick(60, number_id(20), AssignmentStatus::open);
  CHECK(home.run(RemoveSubChore{number_id(21)}).empty());
  CHECK(home.order() == "ac");
  CHECK_FALSE(home.store.find<Completion>(number_id(41)));
  CHECK(home.store.find<Completion>(number_id(51)));
  CHECK(home.store.find<Completion>(number_id(61)));
  CHECK(home.run(RemoveSubChore{number_id(21)}) == "not_found:id");
}

TEST_CASE("a sub-task is renamed") {
  ChoreHome home;
  home.add_three();
  CHECK(home.run(EditSubChore{number_id(21), "new"}).empty());
  CHECK(home.order() == "anewc");
  CHECK(home.run(EditSubChore{number_id(99), "new"}) == "not_found:id");
}

TEST_CASE("each change of sub-tasks is undone exactly") {
  ChoreHome home;
  home.add_three();
  CHECK(home.undo_restores(AddSubChore{number_id(23), number_id(10), "x", 1}));
  CHECK(home.undo_restores(EditSubChore{number_id(21), "new"}));
  CHECK(home.undo_restores(MoveSubChore{number_id(20), 2}));
  CHECK(home.undo_restores(RemoveSubChore{number_id(20)}));
}

TEST_CASE("removing a sub-task whose ticks would be lost offers no undo") {
  ChoreHome home;
  home.add_three();
  home.tick(40, number_id(21), AssignmentStatus::open);
  const RemoveSubChore arguments{number_id(21)};
  const CommandInfo& info = describe_command<RemoveSubChore>();
  CHECK_FALSE(info.inverse(home.store, home.context, &arguments).has_value());
}

}  // namespace rr
