// Long lists, counted: what a frame emits and what it changes in the page.
#include "client/ui/list.h"

#include <doctest/doctest.h>

#include "client/platform/headless/fake.h"
#include "client/ui/widgets.h"

namespace rr::ui {
namespace {

constexpr std::size_t kRows = 500;
constexpr float kRowHeight = 100;

// A screen with one list of 500 rows of a heading and a button each.
struct Screen {
  platform::fake::Browser browser;
  platform::fake::Tab tab{browser};
  Ui ui;
  ListState state;
  std::vector<ListRow> rows;
  std::vector<std::string> names;
  std::vector<std::size_t> pressed;
  std::uint64_t scroll_key = 0;

  Screen() {
    for (std::size_t i = 0; i < kRows; ++i) {
      names.push_back("Chore " + std::to_string(i));
      rows.push_back({i + 1, add_to_version(1, names.back())});
    }
  }

  void rename(std::size_t i, const std::string& name) {
    names[i] = name;
    rows[i].version = add_to_version(1, name);
  }

  void frame() {
    browser.monotonic_ms += 16;
    ui.begin_frame(tab.viewport, platform::take_events(), browser.monotonic_ms);
    const Rect view{0, 0, tab.viewport.width, tab.viewport.height};
    scroll_key = ui.key("scroll");
    ui.open_scroll(scroll_key, view);
    const Rect column{0, ui.scroll_top(), view.width, 0};
    draw_list(ui, {"list", "Chores"}, column, rows, state, [&](std::size_t i, const Rect& rect) {
      heading(ui, "name", {rect.x, rect.y, rect.width, 24}, names[i], type::title,
              HeadingLevel::h2);
      const std::string name = "Edit " + names[i];
      const ButtonSpec edit{"edit", name};
      if (button(ui, {rect.x, rect.y + 40, 100, 44}, edit)) pressed.push_back(i);
      return kRowHeight;
    });
    ui.close_scroll(kRows * (kRowHeight + 12));
    ui.end_frame();
  }

  // Draws until nobody asks for another frame; answers how many it took.
  std::size_t settle() {
    std::size_t frames = 0;
    do {
      frame();
      ++frames;
    } while (tab.is_frame_wanted && frames < 1000);
    return frames;
  }

  void scroll_to(float y) {
    platform::Event event;
    event.kind = platform::EventKind::scroll;
    event.node = ui.number_of(scroll_key);
    event.y = y;
    tab.post(event);
  }
};

}  // namespace

TEST_CASE("500 rows come in slices, and all of them are in the page at the end") {
  Screen screen;
  screen.frame();
  // Those that show, and one slice of the others.
  CHECK(screen.state.emitted_count <= 10 + ListState::kSlice);
  CHECK(screen.tab.is_frame_wanted);
  const std::size_t frames = screen.settle();
  CHECK(frames >= (kRows - 10) / ListState::kSlice - 1);
  CHECK(frames <= kRows / ListState::kSlice + 2);
  CHECK(screen.tab.dom.find_all("listitem").size() == kRows);
  CHECK(screen.tab.dom.find_all("heading").size() == kRows);
  CHECK(screen.tab.dom.find("button", "Edit Chore 499") != nullptr);
  // At rest only what shows is emitted.
  screen.frame();
  CHECK(screen.state.emitted_count <= 10);
  CHECK_FALSE(screen.tab.is_frame_wanted);
}

TEST_CASE("a changed row out of sight is brought up to date, the others are left alone") {
  Screen screen;
  screen.settle();
  screen.frame();
  const std::size_t at_rest = screen.state.emitted_count;
  screen.rename(400, "Windows");
  screen.frame();
  CHECK(screen.state.emitted_count == at_rest + 1);
  CHECK(screen.tab.dom.find("heading", "Windows") != nullptr);
  CHECK(screen.tab.dom.find("heading", "Chore 400") == nullptr);
  screen.frame();
  CHECK(screen.state.emitted_count == at_rest);
}

TEST_CASE("a button out of sight works") {
  Screen screen;
  screen.settle();
  screen.tab.press("button", "Edit Chore 321");
  screen.settle();
  CHECK(screen.pressed == std::vector<std::size_t>{321});
}

TEST_CASE("what shows after scrolling is emitted, and nothing in the page moves") {
  Screen screen;
  screen.settle();
  screen.scroll_to(20'000);
  screen.frame();
  CHECK(screen.state.emitted_count <= 12);
  const std::uint64_t frames = screen.tab.frames_drawn;
  screen.frame();
  CHECK(screen.tab.frames_drawn == frames + 1);
  CHECK(screen.tab.dom.find_all("listitem").size() == kRows);
}

TEST_CASE("a row that leaves takes its controls with it; the rest keeps its elements") {
  Screen screen;
  screen.settle();
  const std::uint32_t last = screen.tab.dom.find("button", "Edit Chore 499")->number;
  screen.rows.erase(screen.rows.begin() + 3);
  screen.names.erase(screen.names.begin() + 3);
  screen.settle();
  CHECK(screen.tab.dom.find("button", "Edit Chore 3") == nullptr);
  CHECK(screen.tab.dom.find_all("listitem").size() == kRows - 1);
  CHECK(screen.tab.dom.find("button", "Edit Chore 499")->number == last);
}

TEST_CASE("another theme or width brings every row up to date") {
  Screen screen;
  screen.settle();
  screen.ui.set_theme(ThemeName::dark);
  CHECK(screen.settle() >= (kRows - 10) / ListState::kSlice - 1);
  screen.tab.viewport.width = 390;
  CHECK(screen.settle() >= (kRows - 10) / ListState::kSlice - 1);
}

}  // namespace rr::ui
