// Items in the address: what a person opens goes there, what the browser names is opened.
#include <doctest/doctest.h>

#include <string>

#include "shared/commands/chores.h"
#include "tests/unit/client/page.h"

namespace rr::app {
namespace {

// As the browser's buttons do.
void go_to(TestPage& page, const std::string& address) {
  page.tab.history.push_back(address);
  page.tab.is_item_entry = false;
  platform::Event event;
  event.kind = platform::EventKind::route;
  event.text = address;
  page.tab.post(std::move(event));
  page.settle();
}

std::string address_of(const TestPage& page) { return page.tab.history.back(); }

void add_chore(TestPage& page, std::string_view name) {
  page.press("button", "Add New Chore");
  page.fill("Chore Name", name);
  page.press("button", "Save");
}

TEST_CASE("an opened item is in the address and in the title, and leaves both when it closes") {
  TestPage page("/chores");
  page.settle();
  add_chore(page, "Oven");
  CHECK(address_of(page) == "/chores");
  const std::size_t depth = page.tab.history.size();
  page.press("button", "Edit Oven");
  const std::string item = address_of(page);
  CHECK(item.starts_with("/chores/"));
  CHECK(page.tab.title == "Oven – Manage Chores – RoomieRoster");
  CHECK(page.tab.dom.announcements.back() == "Oven");
  CHECK(page.tab.history.size() == depth + 1);
  page.press("button", "Cancel");
  CHECK(address_of(page) == "/chores");
  CHECK(page.tab.title == "Manage Chores – RoomieRoster");
  CHECK(page.tab.history.size() == depth);
  go_to(page, item);
  CHECK(page.has("heading", "Edit Chore"));
  CHECK(page.focused() == "Chore Name");
}

TEST_CASE("what was typed comes back with its address, and not after it was given up") {
  TestPage page("/chores/new");
  page.settle();
  page.fill("Chore Name", "Wash the car");
  go_to(page, "/chores");
  CHECK(!page.has("textbox", "Chore Name"));
  go_to(page, "/chores/new");
  CHECK(page.tab.dom.find("textbox", "Chore Name")->value == "Wash the car");
  page.press("button", "Cancel");
  page.press("button", "Add New Chore");
  CHECK(page.tab.dom.find("textbox", "Chore Name")->value.empty());
}

TEST_CASE("what is not there is said once and the screen is shown") {
  TestPage page("/chores/00000000-0000-7000-8000-000000000000");
  page.settle();
  CHECK(address_of(page) == "/chores");
  CHECK(page.tab.title == "Manage Chores – RoomieRoster");
  std::size_t told = 0;
  for (const std::string& each : page.tab.dom.announcements) {
    if (each == "This chore is no longer here") ++told;
  }
  CHECK(told == 1);
}

TEST_CASE("an item that this device hears of only later is opened then") {
  TestPage page("/chores");
  page.settle();
  AddChore chore;
  chore.id = page.session->new_id();
  chore.name = "Oven";
  const std::string item = "/chores/" + chore.id.to_string();
  go_to(page, item);
  CHECK(address_of(page) == "/chores");
  CHECK(!page.has("heading", "Edit Chore"));
  REQUIRE(page.session->issue(*make_command(chore)).ok());
  page.settle();
  CHECK(address_of(page) == item);
  CHECK(page.has("heading", "Edit Chore"));
}

TEST_CASE("the screen's own link closes what is open on it") {
  TestPage page("/chores/new");
  page.settle();
  CHECK(page.has("heading", "Add New Chore"));
  page.press("link", "Chores");
  CHECK(address_of(page) == "/chores");
  CHECK(!page.has("heading", "Add New Chore"));
}

}  // namespace
}  // namespace rr::app
