// The gallery draws every part in every look; what its parts do is tried here without a browser.
#include "client/gallery/gallery.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

#include "client/platform/headless/fake.h"

namespace rr::gallery {
namespace {

using platform::fake::Browser;
using platform::fake::Element;
using platform::fake::Tab;

constexpr const char* kAddresses[] = {"/gallery",       "/gallery/charts", "/gallery/pickers",
                                      "/gallery/lists", "/gallery/times",  "/gallery/marks"};

struct GalleryPage {
  explicit GalleryPage(const std::string& address, float width = 1280) : tab(browser) {
    tab.viewport.width = width;
    tab.viewport.height = 900;
    tab.history = {address};
    gallery = std::make_unique<Gallery>();
    settle();
  }

  void settle() {
    for (int frames = 0; frames < 120; ++frames) {
      browser.advance(16);
      gallery->frame(browser.monotonic_ms);
      if (!tab.is_frame_wanted) return;
    }
    FAIL("the page does not come to rest");
  }
  void press(std::string_view role, std::string_view name) {
    tab.press(role, name);
    settle();
  }
  void key(std::string_view name) {
    tab.key(name);
    settle();
  }
  void fill(std::string_view role, std::string_view name, std::string_view text) {
    tab.fill(role, name, text);
    settle();
  }
  // As Tab leads there.
  void focus(std::string_view role, std::string_view name) {
    platform::Event event;
    event.kind = platform::EventKind::focus;
    event.node = get(role, name).number;
    event.number = 2;
    tab.dom.focused = event.node;
    tab.post(event);
    settle();
  }
  [[nodiscard]] const Element& get(std::string_view role, std::string_view name) const {
    const Element* found = tab.dom.find(role, name);
    REQUIRE_MESSAGE(found != nullptr, std::string(role) << " " << std::string(name));
    return *found;
  }
  [[nodiscard]] bool has(std::string_view role, std::string_view name) const {
    return tab.dom.find(role, name) != nullptr;
  }
  [[nodiscard]] std::string attribute(std::string_view role, std::string_view name,
                                      std::uint8_t which) const {
    const auto& attributes = get(role, name).attributes;
    const auto found = attributes.find(which);
    return found == attributes.end() ? std::string() : found->second;
  }

  Browser browser;
  Tab tab;
  std::unique_ptr<Gallery> gallery;
};

constexpr std::uint8_t kSelected = 6;
constexpr std::uint8_t kPressed = 7;
constexpr std::uint8_t kValueText = 11;

std::set<std::string> known_icons() {
  std::set<std::string> names;
  for (const char* list : {"icons", "gallery_icons"}) {
    std::ifstream in(std::string(RR_SOURCE_DIR "/tools/web/") + list + ".txt");
    for (std::string name; in >> name;) names.insert(name);
  }
  return names;
}

bool is_control(const std::string& role) {
  constexpr std::string_view kRoles[] = {"button", "link",   "textbox",  "checkbox",
                                         "radio",  "slider", "combobox", "gridcell",
                                         "tab",    "option", "menuitem", "switch"};
  return std::find(std::begin(kRoles), std::end(kRoles), role) != std::end(kRoles);
}

}  // namespace

TEST_CASE("every control of the gallery has a name, a place for a finger and known icons") {
  const std::set<std::string> known = known_icons();
  for (const char* address : kAddresses) {
    for (const float width : {320.0F, 390.0F, 800.0F, 1280.0F}) {
      GalleryPage page(address, width);
      std::size_t count = 0;
      for (const auto& [number, element] : page.tab.dom.elements()) {
        const std::string role = platform::fake::role_of(element);
        if (!is_control(role)) continue;
        ++count;
        const std::string name = page.tab.dom.name_of(element);
        CHECK_MESSAGE(!name.empty(), address << " has a " << role << " without a name");
        CHECK_MESSAGE(element.height >= 43.9F, address << " at " << width << ": " << name);
        CHECK_MESSAGE(element.width >= 43.9F, address << " at " << width << ": " << name);
        CHECK_MESSAGE(element.width <= width, address << " at " << width << ": " << name);
      }
      CHECK(count > 5);
      for (const std::string& name : page.tab.icons) CHECK_MESSAGE(known.contains(name), name);
    }
  }
}

TEST_CASE("a chart is read point by point, as a table and as a file") {
  GalleryPage page("/gallery/charts");
  constexpr const char* kMoods = "Points of Mood, energy, stress";
  page.fill("slider", kMoods, "2");
  CHECK(page.attribute("slider", kMoods, kValueText) ==
        "2026-03-01: Mood no entry, Energy no entry, Stress no entry");
  page.fill("slider", kMoods, "5");
  CHECK(page.attribute("slider", kMoods, kValueText) ==
        "2026-03-04: Mood 5 of 5, Energy 4 of 5, Stress 1 of 5");
  page.press("button", "Stress");
  CHECK(page.attribute("button", "Stress", kPressed) == "false");
  CHECK(page.attribute("slider", kMoods, kValueText) == "2026-03-04: Mood 5 of 5, Energy 4 of 5");
  CHECK_FALSE(page.has("table", "Mood, energy, stress"));
  page.press("button", "Table: Mood, energy, stress");
  CHECK(page.has("table", "Mood, energy, stress"));
  CHECK(page.has("rowheader", "2026-03-04"));
  CHECK(page.has("columnheader", "Energy"));
  page.press("button", "CSV: Mood, energy, stress");
  CHECK(page.tab.downloaded.find("Day,Mood,Energy,Stress\r\n2026-02-27,4,3,2\r\n") !=
        std::string::npos);
}

TEST_CASE("the last series of a chart cannot be switched off") {
  GalleryPage page("/gallery/charts");
  page.press("button", "Assigned");
  page.press("button", "Completed");
  CHECK(page.attribute("button", "Assigned", kPressed) == "false");
  CHECK(page.attribute("button", "Completed", kPressed) == "true");
}

TEST_CASE("a chart without values says so and offers no file") {
  const GalleryPage page("/gallery/charts");
  CHECK(page.tab.dom.words().find("The first mood you save begins this chart.") !=
        std::string::npos);
  CHECK_FALSE(page.has("button", "CSV: Before the first entry"));
}

TEST_CASE("tabs are chosen by keys and show their panel") {
  GalleryPage page("/gallery");
  page.press("tab", "My Requests");
  CHECK(page.attribute("tab", "My Requests", kSelected) == "true");
  CHECK(page.has("tabpanel", "My Requests"));
  page.focus("tab", "My Requests");
  page.key("End");
  CHECK(page.has("tabpanel", "All Requests"));
  CHECK(page.tab.dom.focused == page.get("tab", "All Requests").number);
}

TEST_CASE("tabs move closer together before their words are cut") {
  const GalleryPage page("/gallery", 390);
  const float longest = page.get("tab", "Pending Approvals").width;
  CHECK(longest > page.get("tab", "My Requests").width);
  CHECK(longest < GalleryPage("/gallery").get("tab", "Pending Approvals").width);
}

TEST_CASE("a day is typed, refused by name, and chosen from the month") {
  GalleryPage page("/gallery/pickers");
  page.fill("textbox", "Due date", "32.3.2026");
  CHECK(page.tab.dom.words().find("Due date must be a day such as 3/12/2026.") !=
        std::string::npos);
  CHECK(page.get("textbox", "Due date").value == "32.3.2026");
  page.fill("textbox", "Due date", "20.3.2026");
  CHECK(page.tab.dom.words().find("Due date must be") == std::string::npos);
  page.press("button", "Choose Due date");
  CHECK(page.has("dialog", "Due date"));
  CHECK(page.attribute("gridcell", "Friday, March 20, 2026", kSelected) == "true");
  CHECK(page.tab.dom.focused == page.get("gridcell", "Friday, March 20, 2026").number);
  page.press("button", "Next month");
  page.press("gridcell", "Wednesday, April 1, 2026");
  CHECK_FALSE(page.has("dialog", "Due date"));
  CHECK(page.get("textbox", "Due date").value == "4/1/2026");
}

TEST_CASE("a range never ends before it begins") {
  GalleryPage page("/gallery/pickers");
  page.press("button", "Choose First day");
  page.press("button", "Next month");
  page.press("gridcell", "Friday, April 10, 2026");
  CHECK(page.get("textbox", "First day").value == "4/10/2026");
  CHECK(page.get("textbox", "Last day").value == "4/10/2026");
  page.fill("textbox", "Last day", "1.4.2026");
  CHECK(page.tab.dom.words().find("Last day must not be before 2026-04-10.") != std::string::npos);
}

TEST_CASE("amounts take a comma and are refused by name") {
  GalleryPage page("/gallery/pickers");
  page.fill("textbox", "Estimated Price", "four");
  CHECK(page.tab.dom.words().find("Estimated Price must be an amount such as 4.99.") !=
        std::string::npos);
  page.fill("textbox", "Estimated Price", "4,5");
  CHECK(page.tab.dom.words().find("Estimated Price must be") == std::string::npos);
  page.press("button", "Increase Quantity");
  CHECK(page.get("textbox", "Quantity").value == "1.6");
}

TEST_CASE("a combobox offers what has the letters and takes the option that Enter is on") {
  GalleryPage page("/gallery/lists");
  page.focus("combobox", "Chore");
  page.fill("combobox", "Chore", "dish");
  CHECK(page.has("option", "Dishwasher"));
  CHECK_FALSE(page.has("option", "Plants"));
  page.tab.enter_key("combobox", "Chore");
  page.settle();
  CHECK_FALSE(page.has("option", "Dishwasher"));
  CHECK(page.get("combobox", "Chore").value == "Dishes");
}

TEST_CASE("the menu of a row opens from the row too, with the same actions") {
  GalleryPage page("/gallery/lists");
  const Element& row = page.get("listitem", "");
  const auto inside = page.tab.dom.elements().at(row.children.front());
  platform::Event menu;
  menu.kind = platform::EventKind::menu;
  menu.node = inside.number;
  menu.x = 400;
  menu.y = 140;
  page.tab.post(menu);
  page.settle();
  REQUIRE(page.has("menu", "More actions for Dishes"));
  page.press("menuitem", "Mark done");
  CHECK(page.tab.dom.announcements.back() == "Mark done: Dishes");
}

TEST_CASE("a booking is moved by keys, and never onto another one") {
  GalleryPage page("/gallery/times");
  constexpr const char* kChi = "Chi, 18:00 to 20:00, Washer, Bedding, 1 estimated, scheduled";
  page.focus("button", kChi);
  page.key("ArrowDown");
  CHECK(page.tab.dom.announcements.back() == "18:30 to 20:30, Washer");
  page.press("button", kChi);
  constexpr const char* kMoved = "Chi, 18:30 to 20:30, Washer, Bedding, 1 estimated, scheduled";
  CHECK(page.has("button", kMoved));
  page.focus("button", kMoved);
  for (int i = 0; i < 6; ++i) page.key("ArrowUp");
  CHECK(page.tab.dom.announcements.back() ==
        "15:30 to 17:30, Washer. Overlaps Ben, 14:00 to 16:00");
  page.press("button", kMoved);
  CHECK(page.has("button", kMoved));
}

TEST_CASE("booking by key takes the first free time") {
  GalleryPage page("/gallery/times");
  page.press("button", "Book Washer");
  CHECK(page.has("button", "Ana, 16:00 to 18:00, Washer, Mixed, 1 estimated, scheduled"));
}

TEST_CASE("a clock that runs keeps the screen on, and draws again when its second is over") {
  GalleryPage page("/gallery/times");
  page.press("button", "Start");
  CHECK(page.tab.is_screen_kept_on);
  CHECK(page.tab.frame_wanted_at_ms > page.browser.monotonic_ms);
  CHECK(page.tab.frame_wanted_at_ms < page.browser.monotonic_ms + 1010);
  page.press("button", "Pause");
  CHECK_FALSE(page.tab.is_screen_kept_on);
}

}  // namespace rr::gallery
