// What scroll regions tell the page of what scrolls in them.
#include <doctest/doctest.h>

#include "client/platform/headless/fake.h"
#include "client/ui/ui.h"

namespace rr::ui {
namespace {

// A region of 100 units over content of any height.
struct Screen {
  platform::fake::Browser browser;
  platform::fake::Tab tab{browser};
  Ui ui;

  // Draws one frame; answers how high the page then takes the content for.
  float told(float content_height) {
    browser.monotonic_ms += 16;
    ui.begin_frame(tab.viewport, platform::take_events(), browser.monotonic_ms);
    const std::uint64_t key = ui.key("region");
    ui.open_scroll(key, {0, 0, 200, 100});
    ui.close_scroll(content_height);
    ui.end_frame();
    return tab.dom.elements().at(ui.number_of(key)).content_height;
  }
};

TEST_CASE("a region tells what grew in the same frame, and what got shorter in the next") {
  Screen screen;
  CHECK(screen.told(300) == 300);
  CHECK(screen.told(500) == 500);
  CHECK(screen.told(200) == 500);
  CHECK(screen.tab.is_frame_wanted);
  CHECK(screen.told(200) == 200);
  CHECK_FALSE(screen.tab.is_frame_wanted);
}

}  // namespace
}  // namespace rr::ui
