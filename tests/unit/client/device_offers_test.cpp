// What a device offers to a program that is kept on it, by roles and names.
#include <doctest/doctest.h>

#include "client/app/due_badge.h"
#include "tests/unit/client/page.h"

namespace rr::app {
namespace {

using platform::Installing;
using platform::Notifying;

constexpr const char* kTellMe = "Tell me about chores that are due";

}  // namespace

TEST_CASE("installing is offered by a button where the browser asks, and goes when it was asked") {
  TestPage page("/settings/device");
  page.settle();
  CHECK_FALSE(page.has("region", "Install"));
  page.tab.installing = Installing::ask;
  page.settle();
  page.press("button", "Install");
  page.settle();
  CHECK_FALSE(page.has("region", "Install"));
}

TEST_CASE("installing by hand is told in steps") {
  TestPage page("/settings/device");
  page.tab.installing = Installing::steps;
  page.settle();
  CHECK(page.has("region", "Install"));
  CHECK_FALSE(page.has("button", "Install"));
  CHECK(page.tab.dom.words().find("2. Choose Add to Home Screen.") != std::string::npos);
}

TEST_CASE("notifications are asked for by a press, and wanted until they are switched off") {
  TestPage page("/settings/device");
  page.settle();
  CHECK_FALSE(page.has("switch", kTellMe));
  page.tab.notifying = Notifying::unasked;
  page.settle();
  CHECK_FALSE(wants_notifications());
  page.press("switch", kTellMe);
  CHECK(page.tab.notifying == Notifying::granted);
  CHECK(wants_notifications());
  page.press("switch", kTellMe);
  CHECK_FALSE(wants_notifications());
}

TEST_CASE("notifications that the browser forbids stay off and say so") {
  TestPage page("/settings/device");
  page.tab.notifying = Notifying::denied;
  page.settle();
  page.press("switch", kTellMe);
  CHECK_FALSE(wants_notifications());
  CHECK(page.tab.dom.words().find("The browser forbids it") != std::string::npos);
}

}  // namespace rr::app
