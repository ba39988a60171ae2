// A household of this device alone, through the real session, engine and storage semantics.
#include <doctest/doctest.h>

#include <memory>
#include <string>

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

  // Until neither the disk nor the program has anything to do.
  void settle() {
    tab.enter();
    Browser& browser = tab.browser();
    for (int rounds = 0; rounds < 200; ++rounds) {
      browser.run_disk();
      tab.enter();
      const auto events = platform::take_data_events();
      for (const platform::Event& event : events) session_->take(event);
      browser.advance(16);
      app_->frame(browser.monotonic_ms);
      const bool is_at_rest = events.empty() && browser.disk_requests.empty();
      if (is_at_rest && !tab.is_frame_wanted) return;
      answer_nobody();
    }
    FAIL("the page does not come to rest");
  }

  Tab tab;

 private:
  // The server is out of reach.
  void answer_nobody() {
    while (!tab.requests.empty()) tab.answer(tab.requests.front().token, 0, "");
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
