// The way in, by roles and names.
#include <doctest/doctest.h>

#include "tests/unit/client/page.h"

namespace rr::app {
namespace {

constexpr std::string_view kCode = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-F";

}  // namespace

TEST_CASE("the gate offers each way in where it works") {
  TestPage page("/");
  page.session->set_place(Place::gate);
  page.settle();
  CHECK(page.has("heading", "RoomieRoster"));
  CHECK(page.has("button", "Start a household"));
  CHECK(page.has("button", "Join a household"));
  CHECK(page.has("button", "Use on this device only"));
  CHECK_FALSE(page.has("button", "Retry Connection"));
  page.account().set_contact(ServerContact::unreachable);
  page.settle();
  CHECK_FALSE(page.has("button", "Start a household"));
  CHECK_FALSE(page.has("button", "Join a household"));
  CHECK(page.has("button", "Use on this device only"));
  page.press("button", "Retry Connection");
  CHECK(page.has("button", "Start a household"));
}

TEST_CASE("a household is started with what was typed, synced or for this device alone") {
  for (const bool is_synced : {true, false}) {
    TestPage page("/");
    page.session->set_place(Place::gate);
    page.settle();
    page.press("button", is_synced ? "Start a household" : "Use on this device only");
    CHECK(page.has("dialog", "Start a household"));
    page.fill("Household name", "Linden Street");
    page.fill("Your name", "Ana");
    page.press("button", "Create household");
    CHECK(page.account().started().household_name == "Linden Street");
    CHECK(page.account().started().person_name == "Ana");
    CHECK((page.account().started().place == HouseholdPlace::synced) == is_synced);
  }
}

TEST_CASE("a refusal stands at its field, and what was typed stays") {
  TestPage page("/");
  page.session->set_place(Place::gate);
  page.settle();
  page.press("button", "Start a household");
  page.fill("Household name", "Linden Street");
  page.fill("Your name", "A");
  page.account().fail_next(Error{"too_short", "Say who you are.", "person_name"});
  page.press("button", "Create household");
  CHECK(page.tab.dom.find("alert", "") != nullptr);
  CHECK(page.tab.dom.words().find("Say who you are.") != std::string::npos);
  CHECK(page.tab.dom.find("textbox", "Household name")->value == "Linden Street");
  page.key("Escape");
  CHECK_FALSE(page.has("dialog", "Start a household"));
}

TEST_CASE("names that are missing are said both at once, and nobody is asked") {
  TestPage page("/");
  page.session->set_place(Place::gate);
  page.settle();
  page.press("button", "Start a household");
  page.press("button", "Create household");
  CHECK(page.tab.dom.words().find("Household name is required.") != std::string::npos);
  CHECK(page.tab.dom.words().find("Your name is required.") != std::string::npos);
  CHECK(page.account().started().household_name.empty());
  page.fill("Household name", "Linden Street");
  CHECK(page.tab.dom.words().find("Household name is required.") == std::string::npos);
}

TEST_CASE("while a household is being made the dialog stays and is busy") {
  TestPage page("/");
  page.session->set_place(Place::gate);
  page.settle();
  page.press("button", "Start a household");
  page.fill("Household name", "Linden Street");
  page.fill("Your name", "Ana");
  page.account().hold_jobs();
  page.press("button", "Create household");
  page.key("Escape");
  CHECK(page.has("dialog", "Start a household"));
}

TEST_CASE("a whole invitation code shows the household and who is free") {
  TestPage page("/");
  page.session->set_place(Place::gate);
  page.settle();
  page.press("button", "Join a household");
  page.fill("Invitation code", "AAAAA");
  CHECK_FALSE(page.has("radio", "I am new here"));
  page.fill("Invitation code", kCode);
  CHECK(page.has("heading", "Maple Street"));
  CHECK(page.has("textbox", "Your name"));
  page.press("radio", "Ben");
  CHECK_FALSE(page.has("textbox", "Your name"));
  page.press("button", "Join household");
  CHECK(page.account().joined().code == kCode);
  CHECK_FALSE(page.account().joined().roommate.is_nil());
  page.press("radio", "I am new here");
  page.fill("Your name", "Chi");
  page.press("button", "Join household");
  CHECK(page.account().joined().roommate.is_nil());
  CHECK(page.account().joined().name == "Chi");
}

TEST_CASE("an invitation's address opens the form, and the code leaves the address") {
  TestPage page("/join#" + std::string(kCode));
  page.session->set_place(Place::gate);
  page.settle();
  CHECK(page.has("dialog", "Join a household"));
  CHECK(page.tab.dom.find("textbox", "Invitation code")->value == kCode);
  CHECK(page.has("radio", "Ben"));
  CHECK(page.tab.history.back().find(kCode) == std::string::npos);
}

TEST_CASE("a short code is one for a further device") {
  TestPage page("/");
  page.session->set_place(Place::gate);
  page.settle();
  page.press("button", "Join a household");
  page.fill("Invitation code", "ABCDE-FGHJK");
  page.account().fail_next(Error{"unknown_code", "Nobody knows this code.", "code"});
  page.press("button", "Join household");
  CHECK(page.account().recovered() == "ABCDE-FGHJK");
  CHECK(page.tab.dom.words().find("Nobody knows this code.") != std::string::npos);
}

}  // namespace rr::app
