// The whole interface over a household in memory, in a browser in memory.
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>

#include "client/app/app.h"
#include "client/app/memory_session.h"
#include "client/platform/headless/fake.h"

namespace rr::app {

struct TestPage {
  explicit TestPage(const std::string& address, float width = 1280,
                    const TimeZones* time_zones = nullptr)
      : tab(browser) {
    tab.viewport.width = width;
    tab.viewport.height = 900;
    tab.history = {address};
    const Instant now{browser.wall_ms};
    const Id seed = make_time_ordered_id(now.unix_ms, std::array<std::uint8_t, 10>{1});
    auto made = std::make_unique<MemorySession>(now, seed, time_zones);
    session = made.get();
    app = std::make_unique<App>(std::move(made));
  }

  [[nodiscard]] MemoryAccount& account() { return session->memory_account(); }

  // Frames as long as somebody asks for one; a page that never rests fails.
  void settle() {
    for (int frames = 0; frames < 100; ++frames) {
      browser.advance(16);
      app->frame(browser.monotonic_ms);
      if (!tab.is_frame_wanted) return;
    }
    FAIL("the page does not come to rest");
  }

  void press(std::string_view role, std::string_view name) {
    tab.press(role, name);
    settle();
  }
  void fill(std::string_view name, std::string_view text) {
    tab.fill("textbox", name, text);
    settle();
  }
  void key(std::string_view name) {
    tab.key(name);
    settle();
  }
  [[nodiscard]] bool has(std::string_view role, std::string_view name) const {
    return tab.dom.find(role, name) != nullptr;
  }
  // The name of what has the focus.
  [[nodiscard]] std::string focused() const {
    const auto found = tab.dom.elements().find(tab.dom.focused);
    return found == tab.dom.elements().end() ? std::string() : tab.dom.name_of(found->second);
  }

  platform::fake::Browser browser;
  platform::fake::Tab tab;
  MemorySession* session = nullptr;
  std::unique_ptr<App> app;
};

}  // namespace rr::app
