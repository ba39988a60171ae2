// What lies over the page: toasts, menus, dialogs, and the controls that choose.
#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <functional>

#include "client/platform/headless/fake.h"
#include "client/ui/choices.h"
#include "client/ui/dialog.h"
#include "client/ui/fields.h"
#include "client/ui/menu.h"
#include "client/ui/toast.h"

namespace rr::ui {
namespace {

struct Stage {
  Stage() : tab(browser) { tab.viewport.width = 1280; }

  // Frames as long as somebody asks for one, `step_ms` apart.
  void play(const std::function<void(Ui&)>& paint, double step_ms = 16) {
    for (int frames = 0; frames < 50; ++frames) {
      browser.advance(step_ms);
      ui.begin_frame(platform::viewport(), platform::take_events(), browser.monotonic_ms);
      paint(ui);
      ui.end_frame();
      if (!tab.is_frame_wanted) return;
    }
    FAIL("the page does not come to rest");
  }

  [[nodiscard]] bool has(std::string_view role, std::string_view name) const {
    return tab.dom.find(role, name) != nullptr;
  }
  [[nodiscard]] std::size_t said(const std::string& words) const {
    return static_cast<std::size_t>(
        std::count(tab.dom.announcements.begin(), tab.dom.announcements.end(), words));
  }

  platform::fake::Browser browser;
  platform::fake::Tab tab;
  Ui ui;
};

constexpr Rect kArea{16, 0, 600, 700};

}  // namespace

TEST_CASE("a toast is announced once, acts once and makes room for the next") {
  Stage stage;
  int undone = 0;
  const auto paint = [](Ui& ui) { ui.toasts().draw(ui, kArea); };
  show_toast(stage.ui, {"Bathroom done", "Undo", [&] { ++undone; }});
  show_toast(stage.ui, {"Copied"});
  stage.play(paint);
  CHECK(stage.said("Bathroom done") == 1);
  CHECK(stage.said("Copied") == 0);
  stage.tab.press("button", "Undo");
  stage.play(paint);
  CHECK(undone == 1);
  CHECK_FALSE(stage.has("button", "Undo"));
  CHECK(stage.said("Copied") == 1);
  stage.play(paint, ToastQueue::kStayMs + 1);
  CHECK(stage.ui.toasts().count() == 0);
  CHECK(stage.said("Bathroom done") == 1);
}

TEST_CASE("an error stays until it is dismissed, then the next one comes") {
  Stage stage;
  const auto paint = [](Ui& ui) { ui.toasts().draw(ui, kArea); };
  show_error(stage.ui, "This chore is not here any more.");
  show_toast(stage.ui, {"Copied"});
  stage.play(paint, 10 * ToastQueue::kActionStayMs);
  CHECK(stage.ui.toasts().count() == 2);
  stage.tab.press("button", "Dismiss");
  stage.play(paint, 20);
  CHECK(stage.ui.toasts().count() == 1);
  stage.play(paint, ToastQueue::kStayMs + 20);
  CHECK(stage.ui.toasts().count() == 0);
}

TEST_CASE("a toast with an action stays longer than one without") {
  for (const bool has_action : {true, false}) {
    Stage stage;
    const auto paint = [](Ui& ui) { ui.toasts().draw(ui, kArea); };
    Toast toast{"Done"};
    if (has_action) toast.action = "Undo";
    show_toast(stage.ui, toast);
    stage.play(paint);
    stage.play(paint, ToastQueue::kStayMs + 1);
    CHECK((stage.ui.toasts().count() == 1) == has_action);
    stage.play(paint, ToastQueue::kActionStayMs);
    CHECK(stage.ui.toasts().count() == 0);
  }
}

TEST_CASE("a menu gives its first item the focus and moves it by arrow keys") {
  Stage stage;
  std::optional<std::size_t> chosen;
  const auto paint = [&](Ui& ui) {
    constexpr std::array<MenuItem, 3> kItems{
        {{"Swap"}, {"Skip"}, {"Delete", "trash-2", MenuItemKind::destructive}}};
    const auto now = menu_button(ui, {100, 100, 44, 44}, {"more"}, kItems);
    if (now) chosen = now;
  };
  stage.play(paint);
  CHECK_FALSE(stage.has("menu", "More actions"));
  stage.tab.press("button", "More actions");
  stage.play(paint);
  REQUIRE(stage.has("menu", "More actions"));
  CHECK(stage.tab.dom.find("menuitem", "Swap")->number == stage.tab.dom.focused);
  stage.tab.press("menuitem", "Delete");
  stage.play(paint);
  CHECK(chosen == 2);
  CHECK_FALSE(stage.has("menu", "More actions"));
  CHECK(stage.tab.dom.find("button", "More actions")->number == stage.tab.dom.focused);
}

TEST_CASE("two keys of one frame are two steps") {
  Stage stage;
  const auto paint = [](Ui& ui) {
    constexpr std::array<MenuItem, 3> kItems{{{"Swap"}, {"Skip"}, {"Lock"}}};
    static_cast<void>(menu_button(ui, {100, 100, 44, 44}, {"more"}, kItems));
  };
  stage.play(paint);
  stage.tab.press("button", "More actions");
  stage.play(paint);
  stage.tab.key("ArrowDown");
  stage.tab.key("ArrowDown");
  stage.play(paint);
  CHECK(stage.tab.dom.find("menuitem", "Lock")->number == stage.tab.dom.focused);
}

TEST_CASE("a key after the one that closes a menu is heard below it, once") {
  Stage stage;
  int heard = 0;
  const auto paint = [&](Ui& ui) {
    constexpr std::array<MenuItem, 1> kItems{{{"Swap"}}};
    static_cast<void>(menu_button(ui, {100, 100, 44, 44}, {"more"}, kItems));
    if (ui.is_key_pressed("ctrl+k")) ++heard;
  };
  stage.play(paint);
  stage.tab.press("button", "More actions");
  stage.play(paint);
  stage.tab.key("Escape");
  stage.tab.key("ctrl+k");
  stage.play(paint);
  CHECK_FALSE(stage.has("menu", "More actions"));
  CHECK(heard == 1);
}

TEST_CASE("Enter presses the item that the arrow keys before it have led to") {
  Stage stage;
  std::vector<std::string> chosen;
  const auto paint = [&](Ui& ui) {
    constexpr std::array<MenuItem, 3> kItems{{{"Swap"}, {"Skip"}, {"Lock"}}};
    if (const auto item = menu_button(ui, {100, 100, 44, 44}, {"more"}, kItems)) {
      chosen.emplace_back(kItems.at(*item).name);
    }
  };
  stage.play(paint);
  stage.tab.press("button", "More actions");
  stage.play(paint);
  for (const char* key : {"ArrowDown", "ArrowDown", "ArrowUp", "Enter"}) stage.tab.key(key);
  stage.play(paint);
  CHECK(chosen == std::vector<std::string>{"Skip"});
}

TEST_CASE("a menu that is higher than the page scrolls in it") {
  Stage stage;
  stage.tab.viewport.height = 200;
  const auto paint = [](Ui& ui) {
    constexpr std::array<MenuItem, 6> kItems{
        {{"Swap"}, {"Skip"}, {"Lock"}, {"Ask"}, {"Give"}, {"Give back"}}};
    static_cast<void>(menu_button(ui, {100, 100, 44, 44}, {"more"}, kItems));
  };
  stage.play(paint);
  stage.tab.press("button", "More actions");
  stage.play(paint);
  const auto* menu = stage.tab.dom.find("menu", "More actions");
  REQUIRE(menu != nullptr);
  CHECK(menu->y >= 0);
  CHECK(menu->y + menu->height <= 200);
  CHECK(stage.has("menuitem", "Give back"));
}

TEST_CASE("Escape closes the upper of two layers only") {
  Stage stage;
  bool is_dialog_open = true;
  bool is_question_open = true;
  const auto paint = [&](Ui& ui) {
    if (is_dialog_open) {
      const DialogWish wish = dialog(ui, {"lower", "Lower"}, [&](const Rect& column) {
        if (is_question_open) {
          const Choice choice = confirm_dialog(ui, {"upper", "Upper", "Sure?", "Delete"});
          if (choice != Choice::none) is_question_open = false;
        }
        static_cast<void>(column);
        return 40.0F;
      });
      if (wish == DialogWish::close) is_dialog_open = false;
    }
  };
  stage.play(paint);
  REQUIRE(stage.has("dialog", "Lower"));
  REQUIRE(stage.has("dialog", "Upper"));
  stage.tab.key("Escape");
  stage.play(paint);
  CHECK(stage.has("dialog", "Lower"));
  CHECK_FALSE(stage.has("dialog", "Upper"));
  stage.tab.key("Escape");
  stage.play(paint);
  CHECK_FALSE(stage.has("dialog", "Lower"));
}

TEST_CASE("overlays come last in the page, whoever opens them") {
  Stage stage;
  const auto paint = [](Ui& ui) {
    static_cast<void>(dialog(ui, {"first", "Dialog"}, [](const Rect&) { return 40.0F; }));
    button(ui, {0, 0, 100, 44}, {"later", "Later"});
  };
  stage.play(paint);
  CHECK(stage.tab.dom.elements().at(stage.tab.dom.root().children.back()).number ==
        stage.tab.dom.find("dialog", "Dialog")->number);
}

TEST_CASE("segments are a group of which one is chosen") {
  Stage stage;
  std::size_t chosen = 0;
  const auto paint = [&](Ui& ui) {
    constexpr std::array<std::string_view, 2> kOptions{"Everyone", "Mine"};
    chosen = segments(ui, {0, 0, 200, 44}, {"who", "Whose chores", kOptions, chosen});
  };
  stage.play(paint);
  CHECK(stage.has("radiogroup", "Whose chores"));
  CHECK(stage.tab.dom.find("radio", "Everyone")->is_checked);
  stage.tab.press("radio", "Mine");
  stage.play(paint);
  CHECK(chosen == 1);
  CHECK(stage.tab.dom.find("radio", "Mine")->is_checked);
}

TEST_CASE("a number field steps within its bounds and keeps what was typed") {
  Stage stage;
  std::string draft = "5";
  const auto paint = [&](Ui& ui) {
    number_field(ui, {0, 0, 200, 68}, {{"points", "Points"}, 1, 6}, draft);
  };
  stage.play(paint);
  stage.tab.press("button", "Increase Points");
  stage.play(paint);
  stage.tab.press("button", "Increase Points");
  stage.play(paint);
  CHECK(draft == "6");
  stage.tab.fill("spinbutton", "Points", "-3");
  stage.play(paint);
  CHECK(draft == "-3");
  stage.tab.press("button", "Decrease Points");
  stage.play(paint);
  CHECK(draft == "1");
}

TEST_CASE("a list answers the option that was selected") {
  Stage stage;
  std::size_t chosen = 1;
  const auto paint = [&](Ui& ui) {
    constexpr std::array<std::string_view, 3> kOptions{"Daily", "Weekly", "Monthly"};
    SelectSpec spec;
    spec.field = {"frequency", "Frequency"};
    spec.options = kOptions;
    spec.selected = chosen;
    chosen = select(ui, {0, 0, 200, 68}, spec);
  };
  stage.play(paint);
  CHECK(stage.tab.dom.find("combobox", "Frequency")->value == "1");
  stage.tab.fill("combobox", "Frequency", "2");
  stage.play(paint);
  CHECK(chosen == 2);
}

TEST_CASE("a line that is wider than one image is drawn to its end") {
  Stage stage;
  stage.tab.viewport.scale = 2;
  std::string words = "Removes everything that is kept here.";
  while (words.size() < 160) words += " And more.";
  float width = 0;
  float right = 0;
  stage.play([&](Ui& ui) {
    width = text_width(ui, words, type::caption);
    text_line(ui, {10, 10, 1200, 18}, words, type::caption, ui.colour(Token::text));
    for (const ImDrawVert& vertex : ui.draw_list()->VtxBuffer) {
      right = std::max(right, vertex.pos.x);
    }
  });
  REQUIRE(width > TextCache::kPageSize / 2.0F);
  CHECK(right > 10 + width - 4);
  CHECK(right < 10 + width + 20);
}

}  // namespace rr::ui
