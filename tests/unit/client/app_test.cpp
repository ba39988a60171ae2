// The whole interface without a browser: frames, words, icons.
#include "client/app/app.h"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <memory>
#include <set>
#include <string>

#include "client/app/memory_session.h"
#include "client/platform/headless/fake.h"
#include "client/ui/widgets.h"

namespace rr::app {
namespace {

using platform::fake::Browser;
using platform::fake::Tab;

std::unique_ptr<App> open_app(Tab& tab, const std::string& address) {
  tab.history = {address};
  const Instant now{tab.browser().wall_ms};
  const Id seed = make_time_ordered_id(now.unix_ms, std::array<std::uint8_t, 10>{1});
  return std::make_unique<App>(std::make_unique<MemorySession>(now, seed));
}

// Frames as long as somebody asks for one; a page that never rests fails.
void settle(App& app, Tab& tab) {
  for (int frames = 0; frames < 100; ++frames) {
    tab.browser().advance(16);
    app.frame(tab.browser().monotonic_ms);
    if (!tab.is_frame_wanted) return;
  }
  FAIL("the page does not come to rest");
}

std::set<std::string> known_icons() {
  std::ifstream in(RR_SOURCE_DIR "/tools/web/icons.txt");
  std::set<std::string> names;
  for (std::string name; in >> name;) names.insert(name);
  return names;
}

TEST_CASE("a roommate that is typed and added stands in the list once") {
  Browser browser;
  Tab tab(browser);
  const auto app = open_app(tab, "/roommates");
  settle(*app, tab);
  CHECK(tab.dom.find("heading", "Manage Roommates") != nullptr);
  tab.fill("textbox", "Name", "Ana");
  tab.press("button", "Add Roommate");
  settle(*app, tab);
  CHECK(tab.dom.find_all("heading", "Ana").size() == 1);
  CHECK(tab.dom.find_all("listitem").size() == 1);
}

TEST_CASE("every icon that a screen draws is in the list of icons") {
  const std::set<std::string> known = known_icons();
  REQUIRE(known.size() > 30);
  for (const char* address : {"/assignments", "/roommates", "/chores", "/settings/members",
                              "/settings/device", "/settings/appearance"}) {
    for (const float width : {390.0F, 800.0F, 1280.0F}) {
      Browser browser;
      Tab tab(browser);
      tab.viewport.width = width;
      const auto app = open_app(tab, address);
      settle(*app, tab);
      CHECK(!tab.icons.empty());
      for (const std::string& name : tab.icons) CHECK_MESSAGE(known.contains(name), name);
    }
  }
}

// The page toggles a checkbox by itself; refused, it must show what the model says.
TEST_CASE("a checkbox whose change is refused shows the model's state again") {
  Browser browser;
  Tab tab(browser);
  ui::Ui ui;
  bool was_pressed = false;
  const auto draw = [&] {
    browser.advance(16);
    ui.begin_frame(tab.viewport, platform::take_events(), browser.monotonic_ms);
    was_pressed = ui::checkbox(ui, {0, 0, 200, 44}, {"box", "Vacuum", false}) || was_pressed;
    ui.end_frame();
  };
  draw();
  tab.press("checkbox", "Vacuum");
  CHECK(tab.dom.find("checkbox", "Vacuum")->is_checked);
  draw();
  CHECK(was_pressed);
  draw();  // the model has answered
  CHECK(!tab.dom.find("checkbox", "Vacuum")->is_checked);
}

TEST_CASE("without graphics the page is complete in the mirror") {
  Browser browser;
  Tab tab(browser);
  tab.has_graphics = false;
  const auto app = open_app(tab, "/roommates");
  settle(*app, tab);
  CHECK(tab.dom.find("button", "Add Roommate") != nullptr);
  CHECK(tab.textures.empty());
}

}  // namespace
}  // namespace rr::app
