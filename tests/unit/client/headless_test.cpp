// The stand-in for the browser must behave as web/ does (tests/e2e), or tests on it prove nothing.
#include <doctest/doctest.h>

#include <optional>

#include "client/platform/headless/fake.h"
#include "client/platform/network.h"
#include "client/platform/storage.h"
#include "client/platform/system.h"

namespace rr::platform {
namespace {

using fake::Browser;
using fake::Tab;

Event only_data_event(Tab& tab) {
  tab.enter();
  const std::vector<Event> events = take_data_events();
  REQUIRE(events.size() == 1);
  return events.front();
}

DiskOutcome outcome_of(Tab& tab) {
  tab.browser().run_disk();
  return static_cast<DiskOutcome>(only_data_event(tab).number);
}

void open_database(Tab& tab, std::string_view name) {
  tab.enter();
  disk_open(1, name);
  CHECK(outcome_of(tab) == DiskOutcome::done);
}

TEST_CASE("headless storage keeps what two tabs enqueue in one order") {
  Browser browser;
  Tab first(browser);
  Tab second(browser);
  open_database(first, "person");
  open_database(second, "person");
  first.enter();
  disk_enqueue(2, {}, "next", "q/", "one");
  second.enter();
  disk_enqueue(2, {}, "next", "q/", "two");
  browser.run_disk();
  CHECK(only_data_event(first).text == "1");
  CHECK(only_data_event(second).text == "2");
  CHECK(browser.databases["person"]["q/000000000002"] == "two");
  CHECK(browser.databases["person"]["next"] == "3");
}

TEST_CASE("headless storage writes nothing when an expectation fails") {
  Browser browser;
  Tab tab(browser);
  open_database(tab, "person");
  disk_write(2, {{{"cookie", std::nullopt}}, {{"cookie", "a"}}, Durability::strict});
  CHECK(outcome_of(tab) == DiskOutcome::done);
  disk_write(3, {{{"cookie", "b"}}, {{"row", "x"}}, Durability::strict});
  CHECK(outcome_of(tab) == DiskOutcome::conflict);
  disk_enqueue(4, {{"cookie", "b"}}, "next", "q/", "never");
  CHECK(outcome_of(tab) == DiskOutcome::conflict);
  CHECK(browser.databases["person"] == Browser::Database{{"cookie", "a"}});
}

TEST_CASE("headless storage loses what a crash came before, and nothing else") {
  Browser browser;
  Tab tab(browser);
  open_database(tab, "person");
  disk_enqueue(2, {}, "next", "q/", "kept");
  disk_enqueue(3, {}, "next", "q/", "lost");
  browser.run_disk(1);
  browser.crash();
  CHECK(browser.databases["person"].size() == 2);
  CHECK(browser.databases["person"]["q/000000000001"] == "kept");
}

TEST_CASE("erasing a headless database takes it from the other tabs") {
  Browser browser;
  Tab holder(browser);
  Tab eraser(browser);
  open_database(holder, "person");
  eraser.enter();
  disk_erase(7, "person");
  CHECK(outcome_of(eraser) == DiskOutcome::done);
  const Event told = only_data_event(holder);
  CHECK(told.token == 0);
  CHECK(static_cast<DiskOutcome>(told.number) == DiskOutcome::closed);
  disk_reload(8);
  CHECK(only_data_event(holder).number == static_cast<std::int32_t>(DiskOutcome::closed));
}

TEST_CASE("a headless lock passes on when its tab closes, and can be stolen") {
  Browser browser;
  std::optional<Tab> first(std::in_place, browser);
  lock_request(1, "person", LockWish::wait);
  CHECK(only_data_event(*first).number == 1);
  Tab second(browser);
  lock_request(1, "person", LockWish::wait);
  CHECK(take_data_events().empty());
  first.reset();
  CHECK(only_data_event(second).number == 1);
  Tab third(browser);
  lock_request(5, "person", LockWish::steal);
  CHECK(only_data_event(third).number == 1);
  CHECK(only_data_event(second).number == 0);
  third.enter();
  lock_release(5);
  CHECK(take_data_events().empty());
}

TEST_CASE("without locks a headless tab is told so") {
  Browser browser;
  browser.has_locks = false;
  Tab tab(browser);
  lock_request(1, "person", LockWish::wait);
  CHECK(only_data_event(tab).number == -1);
}

TEST_CASE("headless tabs hear each other on the same channel only") {
  Browser browser;
  Tab first(browser);
  channel_open("person");
  Tab second(browser);
  channel_open("person");
  Tab stranger(browser);
  channel_open("another");
  second.enter();
  channel_post("hello");
  CHECK(take_data_events().empty());
  CHECK(only_data_event(first).text == "hello");
  stranger.enter();
  CHECK(take_data_events().empty());
}

TEST_CASE("headless timers fire in their order when time passes") {
  Browser browser;
  Tab tab(browser);
  const std::int64_t before = wall_clock_ms();
  timer_start(1, 300);
  timer_start(2, 100);
  timer_start(3, 200);
  timer_stop(3);
  browser.advance(99);
  CHECK(take_data_events().empty());
  browser.advance(500);
  const std::vector<Event> fired = take_data_events();
  REQUIRE(fired.size() == 2);
  CHECK(fired[0].token == 2);
  CHECK(fired[1].token == 1);
  CHECK(wall_clock_ms() == before + 599);
}

TEST_CASE("a headless server answers what was asked, once") {
  Browser browser;
  Tab tab(browser);
  http_send(4, "POST", "/api/sync/push", "{}", "token", 1000);
  http_send(5, "GET", "/api/session", "", "", 1000);
  http_cancel(5);
  REQUIRE(tab.requests.size() == 1);
  CHECK(tab.requests.front().csrf == "token");
  tab.answer(4, 503, "busy", 7);
  const Event answer = only_data_event(tab);
  CHECK(answer.number == 503);
  CHECK(answer.x == 7);
  CHECK_THROWS(tab.answer(4, 200, ""));
}

}  // namespace
}  // namespace rr::platform
