#include "client/app/palette.h"

#include "tests/unit/client/page.h"

namespace rr::app {
namespace {

constexpr std::string_view kName = "Search or go to";

TEST_CASE("letters and Enter in one frame lead where the letters say") {
  TestPage page("/");
  page.settle();
  page.key("ctrl+k");
  REQUIRE(page.has("dialog", kName));
  page.tab.fill("combobox", kName, "appea");
  page.tab.enter_key("combobox", kName);
  page.settle();
  CHECK_FALSE(page.has("dialog", kName));
  CHECK(page.has("heading", "Appearance"));
}

TEST_CASE("Enter with nothing found keeps the words") {
  TestPage page("/");
  page.settle();
  page.key("ctrl+k");
  page.tab.fill("combobox", kName, "zzz");
  page.tab.enter_key("combobox", kName);
  page.settle();
  REQUIRE(page.has("dialog", kName));
  CHECK(page.tab.dom.find("combobox", kName)->value == "zzz");
}

}  // namespace
}  // namespace rr::app
