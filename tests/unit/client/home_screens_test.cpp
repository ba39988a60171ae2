// Assignments, roommates and chores without a browser, used as people use them.
#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>

#include "client/app/app.h"
#include "client/app/memory_session.h"
#include "client/platform/headless/fake.h"
#include "server/ops/built_in_time_zones.h"
#include "shared/commands/assignments.h"
#include "shared/commands/chores.h"
#include "shared/commands/cycles.h"
#include "shared/commands/roommates.h"
#include "shared/commands/sub_chores.h"

namespace rr::app {
namespace {

using platform::fake::Browser;
using platform::fake::Element;
using platform::fake::Tab;

struct Page {
  Browser browser;
  Tab tab{browser};
  MemorySession* session = nullptr;
  std::unique_ptr<App> app;

  explicit Page(const std::string& address) {
    tab.history = {address};
    const Instant now{browser.wall_ms};
    auto made = std::make_unique<MemorySession>(now, Id{{5}}, &built_in_time_zones());
    session = made.get();
    app = std::make_unique<App>(std::move(made));
  }

  template <class Arguments>
  void run(const Arguments& arguments) {
    const Result<Command> command = make_command(arguments);
    REQUIRE(command.ok());
    REQUIRE(session->issue(*command).ok());
  }

  Id add_roommate(const std::string& name) {
    const AddRoommate arguments{session->new_id(), name};
    run(arguments);
    return arguments.id;
  }

  Id add_chore(const std::string& name, std::int64_t points) {
    AddChore arguments;
    arguments.id = session->new_id();
    arguments.name = name;
    arguments.points = points;
    arguments.anchor = *parse_date("2026-03-14");
    run(arguments);
    return arguments.id;
  }

  void add_step(const Id& chore, const std::string& name) {
    run(AddSubChore{session->new_id(), chore, name, std::nullopt});
  }

  // Frames until nobody asks for one.
  void settle() {
    for (int frames = 0; frames < 200; ++frames) {
      browser.advance(16);
      app->frame(browser.monotonic_ms);
      if (!tab.is_frame_wanted) return;
    }
    FAIL("the page does not come to rest");
  }

  void press(std::string_view role, std::string_view name) {
    tab.press(role, name);
    settle();
  }

  [[nodiscard]] bool has_words(std::string_view words) const {
    return tab.dom.words().find(words) != std::string::npos;
  }

  // The right edge of what reaches furthest.
  [[nodiscard]] float furthest_right() const {
    float furthest = 0;
    for (const auto& [number, element] : tab.dom.elements()) {
      float x = element.x;
      for (std::uint32_t parent = element.parent; parent != 0;) {
        const Element& above = tab.dom.elements().at(parent);
        x += above.x;
        parent = above.parent;
      }
      furthest = std::max(furthest, x + element.width);
    }
    return furthest;
  }
};

}  // namespace

TEST_CASE("a chore is added, divided, ticked, finished and opened again") {
  Page page("/chores");
  page.add_roommate("Ana");
  page.settle();
  page.press("button", "Add New Chore");
  page.tab.fill("textbox", "Chore Name", "Dishes");
  page.press("button", "Save");
  CHECK(page.tab.dom.find("heading", "Dishes") != nullptr);
  page.press("button", "Manage Sub-tasks");
  for (const char* step : {"Wash", "Dry"}) {
    page.press("button", "Add Sub-task");
    page.tab.fill("textbox", "Sub-task Name", step);
    page.press("button", "Save");
  }
  page.press("link", "Assignments");
  page.press("button", "Assign Chores");
  CHECK(page.tab.dom.find("heading", "Ana's Chores") != nullptr);
  CHECK(page.has_words("In 7 days"));
  page.press("checkbox", "Dry");
  CHECK(page.has_words("50% (1 of 2 completed)"));
  CHECK(page.tab.dom.find("checkbox", "Dry")->is_checked);
  page.press("checkbox", "Wash");
  CHECK(page.has_words("Done by Ana at"));
  page.press("button", "Mark done");
  CHECK_FALSE(page.has_words("Done by Ana at"));
}

TEST_CASE("only the last change is offered for undo, and undo brings back what was") {
  Page page("/chores");
  const Id chore = page.add_chore("Dishes", 5);
  page.add_step(chore, "Wash");
  page.add_step(chore, "Dry");
  page.settle();
  page.press("button", "Manage Sub-tasks");
  page.press("button", "Delete Wash");
  page.press("button", "Delete Dry");
  CHECK(page.has_words("No sub-tasks yet"));
  CHECK(page.tab.dom.find_all("button", "Undo").size() == 1);
  page.press("button", "Undo");
  CHECK(page.tab.dom.find("button", "Edit Dry") != nullptr);
  CHECK(page.tab.dom.find("button", "Edit Wash") == nullptr);
  CHECK(page.tab.dom.find("button", "Undo") == nullptr);
}

TEST_CASE("nothing reaches over the right edge, however narrow the page and long the names") {
  for (const float width : {320.0F, 390.0F, 700.0F, 1024.0F, 1440.0F}) {
    for (const char* address : {"/assignments", "/roommates", "/chores", "/settings/division"}) {
      CAPTURE(width);
      CAPTURE(address);
      Page page(address);
      page.tab.viewport.width = width;
      page.add_roommate(std::string(100, 'W'));
      page.add_roommate("Ben");
      const Id chore = page.add_chore(std::string(200, 'M'), 20);
      page.add_chore("Dishes", 7);
      page.add_step(chore, std::string(300, 'W'));
      page.settle();
      for (const char* name : {"Assign Chores", "Add New Chore", "Edit Ben", "Manage Sub-tasks",
                               "Add dates", "Adjust points"}) {
        if (page.tab.dom.find("button", name) != nullptr) page.press("button", name);
      }
      CHECK(page.furthest_right() <= width + 0.5F);
    }
  }
}

TEST_CASE("a hundred roommates are all in the page, and the last one can be edited") {
  Page page("/roommates");
  page.tab.viewport.width = 390;
  for (int i = 0; i < 100; ++i) page.add_roommate("Person " + std::to_string(i));
  page.settle();
  CHECK(page.has_words("Total Roommates: 100"));
  page.press("button", "Edit Person 99");
  CHECK(page.tab.dom.find("button", "Move out") != nullptr);
  page.tab.fill("textbox", "Name", "");
  CHECK(page.tab.dom.find_all("listitem").size() >= 100);
}

TEST_CASE("what was typed about one stays while another one is opened") {
  Page page("/roommates");
  for (const char* name : {"Ana", "Ben", "Cleo"}) page.add_roommate(name);
  page.settle();
  const auto typed = [&](std::string_view field) {
    const Element* found = page.tab.dom.find("spinbutton", field);
    return found == nullptr ? std::string("no field") : found->value;
  };
  page.press("button", "Edit Ben");
  page.tab.fill("spinbutton", "Weight", "40");
  page.settle();
  page.press("button", "Edit Ana");
  CHECK(typed("Weight") == "100");
  page.press("button", "Edit Ben");
  CHECK(typed("Weight") == "40");
  page.press("button", "Cancel");
  page.press("button", "Edit Ben");
  CHECK(typed("Weight") == "100");

  Page chores("/chores");
  chores.add_chore("Oven", 5);
  chores.add_chore("Bath", 3);
  chores.settle();
  chores.press("button", "Edit Oven");
  chores.tab.fill("spinbutton", "Points", "7");
  chores.settle();
  chores.press("button", "Edit Bath");
  CHECK(chores.tab.dom.find("spinbutton", "Points")->value == "3");
  chores.press("button", "Edit Oven");
  CHECK(chores.tab.dom.find("spinbutton", "Points")->value == "7");
}

TEST_CASE("Escape leaves the question about moving out, Cancel leaves the edit") {
  Page page("/roommates");
  page.add_roommate("Ana");
  page.add_roommate("Ben");
  page.settle();
  page.press("button", "Edit Ben");
  page.press("button", "Move out");
  CHECK(page.tab.dom.find("dialog", "Ben moves out?") != nullptr);
  page.tab.key("Escape");
  page.settle();
  CHECK(page.tab.dom.find("dialog", "Ben moves out?") == nullptr);
  page.press("button", "Cancel");
  CHECK(page.tab.dom.find("button", "Edit Ben") != nullptr);
}

TEST_CASE("a preview that no longer holds is shown anew with what moved, then saved") {
  Page page("/assignments");
  page.add_roommate("Ana");
  page.add_roommate("Ben");
  page.add_chore("Windows", 6);
  page.add_chore("Fridge", 4);
  page.settle();
  page.press("button", "Preview");
  CHECK(page.has_words("before to after"));
  CHECK_FALSE(page.has_words("Something changed meanwhile"));
  page.add_chore("Oven", 9);
  page.settle();
  CHECK_FALSE(page.has_words("9 points"));
  page.press("button", "Save");
  CHECK(page.has_words("Something changed meanwhile"));
  CHECK(page.has_words("Oven"));
  CHECK(page.has_words("Moved"));
  CHECK(page.session->household().all<Assignment>().empty());
  page.press("button", "Save");
  CHECK(page.session->household().all<Assignment>().size() == 3);
}

TEST_CASE("a closed cycle stands among the past ones, which have an address of their own") {
  Page page("/assignments");
  page.add_roommate("Ana");
  page.add_roommate("Ben");
  const Id chore = page.add_chore("Windows", 6);
  page.run(RunAssignments{});
  const auto given = page.session->household().where<Assignment>("chore_id", chore);
  page.run(CompleteAssignment{given.at(0)->id, Id{}});
  page.run(ResetCycle{});
  page.settle();
  page.press("button", "Past cycles");
  CHECK(page.tab.history.back() == "/assignments/cycles");
  CHECK(page.tab.dom.find("heading", "Past cycles") != nullptr);
  CHECK(page.has_words("Fairness 0"));
  const auto current = static_cast<std::uint8_t>(ui::Attribute::current);
  CHECK(page.tab.dom.find("link", "Assignments")->attributes.at(current) == "page");
}

}  // namespace rr::app
