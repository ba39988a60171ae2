// A household of this device alone, through the real session, engine and storage semantics.
#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "client/app/app.h"
#include "client/app/sync_session.h"
#include "client/platform/headless/fake.h"

namespace rr::app {
namespace {

using platform::fake::Browser;
using platform::fake::Tab;

// A tab with the program in it, as client/main.cpp runs it.
class Page {
 public:
  Page(Browser& browser, const std::string& address) : tab(browser) {
    tab.history = {address};
    tab.set_online(false);
    auto session = std::make_unique<SyncSession>();
    session_ = session.get();
    app_ = std::make_unique<App>(std::move(session));
    session_->start();
  }

  // What the server answers to the paths it knows; every other request finds nobody.
  std::map<std::string, std::pair<int, std::string>> answers;

  // Until neither the disk nor the program has anything to do.
  void settle() {
    tab.enter();
    Browser& browser = tab.browser();
    for (int rounds = 0; rounds < 200; ++rounds) {
      browser.run_disk();
      tab.enter();
      const auto events = platform::take_data_events();
      for (const platform::Event& event : events) session_->take(event);
      frame();
      const bool is_at_rest = events.empty() && browser.disk_requests.empty();
      if (is_at_rest && !tab.is_frame_wanted) return;
      answer();
    }
    FAIL("the page does not come to rest");
  }

  void frame() {
    tab.browser().advance(16);
    app_->frame(tab.browser().monotonic_ms);
  }

  Tab tab;

 private:
  void answer() {
    while (!tab.requests.empty()) {
      const auto request = tab.requests.front();
      const auto known = answers.find(request.path);
      const bool is_known = known != answers.end();
      tab.answer(request.token, is_known ? known->second.first : 0,
                 is_known ? known->second.second : "");
    }
  }

  SyncSession* session_ = nullptr;
  std::unique_ptr<App> app_;
};

void start_on_this_device(Page& page) {
  page.settle();
  page.tab.press("button", "Use on this device only");
  page.settle();
  page.tab.fill("textbox", "Household name", "Maple Street");
  page.tab.fill("textbox", "Your name", "Olga");
  page.settle();
  page.tab.press("button", "Create household");
  page.settle();
}

void add_roommate(Page& page, const std::string& name) {
  page.tab.fill("textbox", "Name", name);
  page.tab.press("button", "Add Roommate");
  page.settle();
}

TEST_CASE("without a server a household starts on this device and survives a killed browser") {
  Browser browser;
  {
    Page page(browser, "/roommates");
    start_on_this_device(page);
    REQUIRE(page.tab.dom.find("heading", "Manage Roommates") != nullptr);
    add_roommate(page, "Ana");
    CHECK(page.tab.dom.find("status", "") != nullptr);
    CHECK(page.tab.dom.words().find("Saved on this device") != std::string::npos);
    browser.crash();
  }
  Page again(browser, "/roommates");
  again.settle();
  CHECK(again.tab.dom.find_all("heading", "Ana").size() == 1);
  CHECK(again.tab.dom.find_all("listitem").size() == 2);
}

std::string session_of(const std::string& account) {
  return R"({"account_id":")" + account + R"(","csrf":"c","device_accounts":true})";
}

// The server answers from now on, and has made the account of who lives on this device.
void reach_server(Page& page) {
  const std::string person = page.tab.browser().settings.at("person");
  page.answers["/api/auth/device"] = {201, session_of(person)};
  page.answers["/api/session"] = {200, session_of(person)};
  page.tab.set_online(true);
}

TEST_CASE("a refused upload says why and can be tried again") {
  Browser browser;
  Page page(browser, "/settings/device");
  start_on_this_device(page);
  reach_server(page);
  page.answers["/api/households"] = {409, R"({"code":"full","message":"There is no room."})"};
  page.tab.press("button", "Sync this household");
  page.settle();
  CHECK(page.tab.dom.words().find("There is no room.") != std::string::npos);
  page.answers["/api/households"] = {201, "{}"};
  page.tab.press("button", "Sync this household");
  page.settle();
  CHECK(page.tab.dom.words().find("There is no room.") == std::string::npos);
  CHECK(page.tab.dom.find("button", "Sync this household") == nullptr);
}

TEST_CASE("a page closed before the upload goes on with it at its next start") {
  Browser browser;
  {
    Page page(browser, "/settings/device");
    start_on_this_device(page);
    reach_server(page);
    page.tab.press("button", "Sync this household");
    page.frame();
  }  // the server made the account, and nobody was there to hear it
  Page again(browser, "/settings/device");
  reach_server(again);
  again.answers["/api/households"] = {201, "{}"};
  again.settle();
  CHECK(again.tab.dom.find("button", "Sync this household") == nullptr);
  CHECK(browser.settings["roomieroster.upload"].empty());
}

TEST_CASE("nobody uploads a household that was to stay on this device") {
  Browser browser;
  {
    Page page(browser, "/settings/device");
    start_on_this_device(page);
  }
  Page again(browser, "/settings/device");
  reach_server(again);
  again.answers["/api/households"] = {201, "{}"};
  again.settle();
  CHECK(again.tab.dom.find("button", "Sync this household") != nullptr);
}

TEST_CASE("two tabs of a device show the same without reloading") {
  Browser browser;
  Page first(browser, "/roommates");
  start_on_this_device(first);
  Page second(browser, "/roommates");
  second.settle();
  add_roommate(second, "Ben");
  for (int rounds = 0; rounds < 3; ++rounds) {  // the first one decides and tells the second
    first.settle();
    second.settle();
  }
  CHECK(first.tab.dom.find_all("heading", "Ben").size() == 1);
  CHECK(second.tab.dom.find_all("heading", "Ben").size() == 1);
  CHECK(second.tab.dom.words().find("Saved on this device") != std::string::npos);
}

}  // namespace
}  // namespace rr::app
