#include "client/app/shortcuts.h"

#include "tests/unit/client/page.h"

namespace rr::app {
namespace {

bool says(const TestPage& page, std::string_view words) {
  return page.tab.dom.words().find(words) != std::string::npos;
}

TEST_CASE("G and a letter lead to a screen") {
  TestPage page("/");
  page.settle();
  page.key("g");
  page.key("r");
  CHECK(page.has("heading", "Manage Roommates"));
}

TEST_CASE("a letter long after G leads nowhere") {
  TestPage page("/");
  page.settle();
  page.key("g");
  page.browser.advance(5000);
  page.key("r");
  CHECK_FALSE(page.has("heading", "Manage Roommates"));
}

TEST_CASE("the sheet lists what the keys do, and Escape closes it") {
  TestPage page("/");
  page.settle();
  page.key("?");
  REQUIRE(page.has("dialog", "Keyboard shortcuts"));
  CHECK(says(page, "Manage Roommates: G then R"));
  CHECK(says(page, "Undo the last change: Ctrl Z"));
  page.key("Escape");
  CHECK_FALSE(page.has("dialog", "Keyboard shortcuts"));
}

TEST_CASE("letters do nothing under an open dialog") {
  TestPage page("/");
  page.settle();
  page.key("ctrl+k");
  page.key("?");
  CHECK_FALSE(page.has("dialog", "Keyboard shortcuts"));
}

TEST_CASE("Ctrl Z takes back the last changes one by one, and says when there are none left") {
  TestPage page("/settings/appearance");
  page.settle();
  const auto is_chosen = [&](std::string_view name) {
    return page.tab.dom.find("radio", name)->is_checked;
  };
  page.press("radio", "Dark");
  page.press("radio", "High contrast");
  page.key("ctrl+z");
  CHECK(is_chosen("Dark"));
  page.key("ctrl+z");
  CHECK(is_chosen("System"));
  page.key("ctrl+z");
  CHECK(is_chosen("System"));
  CHECK(says(page, "There is nothing to undo"));
}

TEST_CASE("letters can be turned off on this device") {
  TestPage page("/settings/appearance");
  page.settle();
  page.tab.press("switch", "Single-letter shortcuts");
  page.settle();
  page.key("?");
  CHECK_FALSE(page.has("dialog", "Keyboard shortcuts"));
  page.key("ctrl+k");
  CHECK(page.has("dialog", "Search or go to"));
}

}  // namespace
}  // namespace rr::app
