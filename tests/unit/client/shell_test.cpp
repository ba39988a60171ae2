// The frame around every screen, by roles and names.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/commands/roommates.h"
#include "tests/unit/client/page.h"

namespace rr::app {
namespace {

RefusedChange refusal(std::uint64_t number) {
  RefusedChange change;
  change.mutation_id = derive_id(Id{}, "mutation", number);
  change.what = "Add a roommate";
  change.why = "Somebody has that name.";
  change.typed = "Ana";
  return change;
}

bool shows(const TestPage& page, std::string_view words) {
  const auto& elements = page.tab.dom.elements();
  return std::any_of(elements.begin(), elements.end(),
                     [&](const auto& each) { return each.second.text == words; });
}

}  // namespace

TEST_CASE("on a phone the bar holds four places, and More leads to the others") {
  TestPage page("/assignments", 390);
  page.settle();
  CHECK(page.tab.dom.find_all("link").size() == 3);
  page.press("button", "More");
  CHECK(page.has("dialog", "More"));
  page.press("link", "This device");
  CHECK_FALSE(page.has("dialog", "More"));
  CHECK(page.has("heading", "This device"));
  CHECK(page.tab.history.back() == "/settings/device");
}

TEST_CASE("every layout names the suite and its version") {
  for (const float width : {390.0F, 800.0F, 1280.0F}) {
    TestPage page("/assignments", width);
    page.settle();
    if (width < ui::kTabletWidth) page.press("button", "More");
    CHECK(shows(page, "Zeith 1.0"));
  }
}

TEST_CASE("no label of the bar is cut on narrow phones") {
  for (const float width : {320.0F, 360.0F, 390.0F}) {
    TestPage page("/assignments", width);
    page.settle();
    float right = 0;
    for (const auto* link : page.tab.dom.find_all("link")) {
      CHECK(link->x >= right - 0.5F);
      // 13 px letters of Inter are 7.2 wide on average.
      CHECK(link->width >= 6.0F * static_cast<float>(link->text.size()));
      right = link->x + link->width;
    }
    CHECK(right < width);
  }
}

TEST_CASE("every layout reaches every section and marks the present one") {
  for (const float width : {800.0F, 1280.0F}) {
    TestPage page("/chores", width);
    page.settle();
    CHECK(page.has("navigation", "Sections"));
    for (const char* name :
         {"Assignments", "Roommates", "Chores", "Members", "This device", "Appearance"}) {
      CHECK(page.has("link", name));
    }
    const auto* current = page.tab.dom.find("link", "Chores");
    const auto attribute = static_cast<std::uint8_t>(ui::Attribute::current);
    CHECK(current->attributes.at(attribute) == "page");
  }
}

TEST_CASE("refused changes are listed with what, why and what can be done") {
  TestPage page("/assignments");
  page.session->set_save_status({SaveState::refused, 0, 2});
  page.session->set_refusals({refusal(1), refusal(2)});
  page.settle();
  page.press("button", "2 changes could not be applied");
  CHECK(page.has("dialog", "Not applied"));
  CHECK(page.tab.dom.words().find("Somebody has that name.") != std::string::npos);
  page.press("button", "Copy");
  CHECK(page.tab.copied == "Ana");
  page.press("button", "Discard");
  CHECK(page.session->refusals().size() == 1);
  page.press("button", "Try again");
  CHECK(page.session->refusals().empty());
  CHECK_FALSE(page.has("dialog", "Not applied"));
}

TEST_CASE("a new program version is said, and started only on demand") {
  TestPage page("/assignments");
  page.settle();
  CHECK_FALSE(page.has("button", "Reload"));
  page.session->set_update_ready();
  page.settle();
  CHECK(page.tab.dom.words().find("Update ready") != std::string::npos);
  page.press("button", "Reload");
  CHECK_FALSE(page.session->is_update_ready());
}

TEST_CASE("a recovery code is shown once, until it was kept") {
  TestPage page("/assignments");
  page.account().set_recovery_code("AAAAA-BBBBB");
  page.settle();
  page.press("button", "Show code");
  CHECK(page.tab.dom.words().find("AAAAA-BBBBB") != std::string::npos);
  page.press("button", "Copy code");
  CHECK(page.tab.copied == "AAAAA-BBBBB");
  page.press("button", "I have kept it");
  CHECK_FALSE(page.has("dialog", "Recovery code"));
  CHECK_FALSE(page.has("button", "Show code"));
}

TEST_CASE("the menu behind the profile opens, closes with Escape and leads to settings") {
  TestPage page("/assignments");
  page.settle();
  page.press("button", "Profile: Me");
  CHECK(page.has("menu", "Profile"));
  page.key("Escape");
  CHECK_FALSE(page.has("menu", "Profile"));
  page.press("button", "Profile: Me");
  page.press("menuitem", "Appearance");
  CHECK(page.has("heading", "Appearance"));
  CHECK_FALSE(page.has("menu", "Profile"));
}

TEST_CASE("signing out asks first") {
  TestPage page("/assignments");
  page.settle();
  page.press("button", "Profile: Me");
  page.press("menuitem", "Sign out");
  CHECK(page.has("dialog", "Sign out?"));
  page.press("button", "Cancel");
  CHECK(page.account().status(Job::sign_out).state == JobState::idle);
}

}  // namespace rr::app
