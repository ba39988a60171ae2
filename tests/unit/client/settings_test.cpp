// Settings, by roles and names.
#include <doctest/doctest.h>

#include "shared/commands/members.h"
#include "tests/unit/client/page.h"

namespace rr::app {
namespace {

std::string select_value(const TestPage& page, const char* name) {
  const auto* list = page.tab.dom.find("combobox", name);
  REQUIRE(list != nullptr);
  return list->value;
}

}  // namespace

TEST_CASE("an invitation gives a link to copy and stands in the list until it is revoked") {
  TestPage page("/settings/members");
  page.settle();
  CHECK_FALSE(page.has("button", "Copy link"));
  page.press("button", "Invite a roommate");
  page.press("button", "Copy link");
  CHECK(page.tab.copied == page.account().new_invitation().link);
  CHECK(page.has("button", "Revoke"));
  page.press("button", "Revoke");
  CHECK_FALSE(page.has("button", "Revoke"));
  CHECK(page.tab.dom.words().find("Nobody is invited right now.") != std::string::npos);
}

TEST_CASE("a failed invitation says why") {
  TestPage page("/settings/members");
  page.settle();
  page.account().fail_next(Error{"unreachable", "The server did not answer.", ""});
  page.press("button", "Invite a roommate");
  CHECK(page.has("alert", ""));
  CHECK(page.tab.dom.words().find("The server did not answer.") != std::string::npos);
  CHECK_FALSE(page.has("button", "Copy link"));
}

TEST_CASE("a code for a further device is shown and can be copied") {
  TestPage page("/settings/members");
  page.settle();
  page.press("button", "Add a device");
  page.press("button", "Copy code");
  CHECK(page.tab.copied == page.account().device_code());
}

TEST_CASE("the last owner keeps the role and cannot leave") {
  TestPage page("/settings/members");
  page.settle();
  CHECK(select_value(page, "Role of Me") == "2");
  const auto* list = page.tab.dom.find("combobox", "Role of Me");
  CHECK((list->flags & ui::kDisabled) != 0);
  CHECK_FALSE(page.has("button", "Leave household"));
}

TEST_CASE("an owner changes roles and removes members after being asked") {
  TestPage page("/settings/members");
  JoinMember joining;
  joining.person_id = page.session->new_id();
  joining.name = "Ben";
  joining.roommate_id = page.session->new_id();
  joining.roommate_name = "Ben";
  REQUIRE(page.session->issue_for_program(*make_command(joining)).ok());
  page.settle();
  CHECK(select_value(page, "Role of Ben") == "0");
  page.tab.fill("combobox", "Role of Ben", "1");
  page.settle();
  CHECK(page.session->household().find<Member>(joining.person_id)->role == Role::admin);
  page.press("button", "Remove from household");
  CHECK(page.has("dialog", "Remove Ben?"));
  page.press("button", "Remove");
  CHECK(page.session->household().find<Member>(joining.person_id) == nullptr);
  CHECK_FALSE(page.has("dialog", "Remove Ben?"));
}

TEST_CASE("on small phones a member's controls do not lie on each other") {
  for (const float width : {320.0F, 390.0F}) {
    CAPTURE(width);
    TestPage page("/settings/members", width);
    JoinMember joining;
    joining.person_id = page.session->new_id();
    joining.name = "Ben";
    joining.roommate_id = page.session->new_id();
    joining.roommate_name = "Ben";
    REQUIRE(page.session->issue_for_program(*make_command(joining)).ok());
    page.settle();
    const auto* role = page.tab.dom.find("combobox", "Role of Ben");
    const auto* remove = page.tab.dom.find("button", "Remove from household");
    REQUIRE(role != nullptr);
    REQUIRE(remove != nullptr);
    const bool is_beside = role->x + role->width <= remove->x;
    const bool is_above = role->y + role->height <= remove->y;
    CHECK((is_beside || is_above));
    CHECK(remove->x >= role->x - 12);
  }
}

TEST_CASE("how chores are divided is chosen and switched, and taken back") {
  TestPage page("/settings/division");
  page.settle();
  const auto household = [&] {
    return page.session->household().find<Household>(page.session->household_id());
  };
  page.press("radio", "Classic draw");
  CHECK(household()->division_method == DivisionMethod::classic);
  page.press("button", "Undo");
  CHECK(household()->division_method == DivisionMethod::balanced);
  for (const char* name :
       {"Plan daily chores for the whole cycle", "Count effort", "Ask for a reason for Never"}) {
    page.press("switch", name);
  }
  CHECK(household()->plans_whole_cycle);
  CHECK(household()->counts_effort);
  CHECK(household()->needs_veto_reasons);
  page.press("switch", "Count effort");
  CHECK_FALSE(household()->counts_effort);
  CHECK(household()->needs_veto_reasons);
}

TEST_CASE("unsent changes are counted and exported") {
  TestPage page("/settings/device");
  DeviceFacts facts;
  facts.bytes_used = 8'400'000;
  facts.unsent_changes = 3;
  page.account().set_device_facts(facts);
  page.settle();
  CHECK(page.has("heading", "3 unsent changes"));
  CHECK(page.tab.dom.words().find("8.4 MB") != std::string::npos);
  page.press("button", "Export unsent changes");
  CHECK(page.tab.downloaded == "unsent\n");
}

TEST_CASE("erasing asks first") {
  TestPage page("/settings/device");
  page.settle();
  page.press("button", "Erase this device");
  CHECK(page.has("dialog", "Erase this device?"));
  page.press("button", "Cancel");
  CHECK(page.account().status(Job::erase_device).state == JobState::idle);
  page.press("button", "Erase this device");
  page.press("button", "Erase");
  CHECK(page.account().status(Job::erase_device).state == JobState::done);
}

TEST_CASE("a household of this device alone can be synced, and cannot invite before") {
  TestPage page("/settings/device");
  page.account().set_device_only(true);
  page.settle();
  CHECK(page.has("button", "Sync this household"));
  page.press("link", "Members");
  CHECK_FALSE(page.has("button", "Invite a roommate"));
  page.press("link", "This device");
  page.press("button", "Sync this household");
  CHECK_FALSE(page.has("button", "Sync this household"));
}

TEST_CASE("the theme is chosen and kept") {
  TestPage page("/settings/appearance");
  page.settle();
  CHECK(page.tab.dom.find("radio", "System")->is_checked);
  page.press("radio", "Dark");
  CHECK(page.tab.dom.find("radio", "Dark")->is_checked);
  CHECK(page.tab.scheme == platform::ColourScheme::dark);
  CHECK(page.browser.settings.at("theme") == "dark");
}

}  // namespace rr::app
