#include "client/app/shortcuts.h"

#include <array>
#include <string>

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "client/ui/toast.h"
#include "client/ui/widgets.h"

namespace rr::app {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr std::string_view kSetting = "shortcuts";
constexpr double kGoMs = 1500;
constexpr float kRow = 40;
constexpr float kGroupHead = 40;

struct GoKey {
  std::string_view letter;
  std::string_view cap;
  ScreenName screen;
};
constexpr std::array<GoKey, 7> kGoKeys{{{"a", "A", ScreenName::assignments},
                                        {"p", "P", ScreenName::past_cycles},
                                        {"r", "R", ScreenName::roommates},
                                        {"c", "C", ScreenName::chores},
                                        {"m", "M", ScreenName::settings_members},
                                        {"f", "F", ScreenName::settings_division},
                                        {"d", "D", ScreenName::settings_device}}};

struct ActKey {
  std::string_view letter;
  std::string_view cap;
  std::string_view name;
  ScreenName screen;
  std::string_view item;
  PaletteAct act;
};
constexpr std::array<ActKey, 2> kActKeys{
    {{"n", "N", to_translate("Add New Chore"), ScreenName::chores, "new", PaletteAct::go},
     {"v", "V", to_translate("Preview"), ScreenName::assignments, "", PaletteAct::preview_run}}};

// The last change is taken back, the one that a toast still offers or an earlier one.
void undo(Ui& ui, Session& session) {
  const bool has_toast = ui.toasts().act();
  const bool can_undo = has_toast || session.can_undo();
  if (!has_toast) session.undo();
  ui.toasts().clear();
  ui::show_toast(ui, {can_undo ? tr("Undone") : tr("There is nothing to undo"), {}, {}, "undo-2"});
}

std::optional<PaletteChoice> follow_letters(const Ui& ui, ShortcutState& state) {
  if (ui.is_key_pressed("g")) state.go_until_ms = ui.now_ms() + kGoMs;
  if (ui.now_ms() < state.go_until_ms) {
    for (const GoKey& key : kGoKeys) {
      if (!ui.is_key_pressed(key.letter)) continue;
      state.go_until_ms = 0;
      return PaletteChoice{{key.screen, {}}, PaletteAct::go};
    }
    return std::nullopt;
  }
  for (const ActKey& key : kActKeys) {
    if (!ui.is_key_pressed(key.letter)) continue;
    return PaletteChoice{{key.screen, std::string(key.item)}, key.act};
  }
  return std::nullopt;
}

class Sheet {
 public:
  Sheet(Ui& ui, const Rect& column) : ui_(ui), column_(column), y_(column.y) {}

  void group(std::string_view name) {
    ui::heading(ui_, name, {column_.x, y_ + 8, column_.width, 24}, name, ui::type::body_strong,
                ui::HeadingLevel::h3, Token::text_2);
    y_ += kGroupHead;
  }

  // `second` is pressed after the first key; empty: there is none.
  void row(std::string_view name, std::string_view first, std::string_view second = {}) {
    const Rect rect{column_.x, y_, column_.width, kRow};
    ui::Node& node = ui_.leaf(ui::Tag::list_item, ui_.key(name), rect);
    node.text = second.empty() ? tr("{action}: {key}", {{"action", name}, {"key", first}})
                               : tr("{action}: {key} then {next}",
                                    {{"action", name}, {"key", first}, {"next", second}});
    float right = rect.right();
    if (!second.empty()) right -= ui::key_cap(ui_, second, right, rect.y + 7) + 6;
    right -= ui::key_cap(ui_, first, right, rect.y + 7);
    const float width = right - rect.x - 12;
    ui::text_line(ui_, {rect.x, rect.y, width, rect.height}, name,
                  ui::fitted(ui_, name, ui::type::body, width), ui_.colour(Token::text));
    y_ += kRow;
  }

  void open_list(std::string_view name) {
    ui_.open(ui::Tag::list, ui_.key(name), {column_.x, y_, column_.width, 0})
        .attributes.emplace_back(ui::Attribute::label, name);
  }
  void close_list() { ui_.close(); }

  [[nodiscard]] float used() const { return y_ - column_.y; }

 private:
  Ui& ui_;
  Rect column_;
  float y_;
};

float draw_sheet(Ui& ui, const Rect& column) {
  Sheet sheet(ui, column);
  sheet.open_list(tr("Everywhere"));
  sheet.row(tr("Search or go to"), tr("Ctrl K"));
  sheet.row(tr("Undo the last change"), tr("Ctrl Z"));
  sheet.row(tr("Close what is open"), tr("Esc"));
  if (has_letter_shortcuts()) sheet.row(tr("Keyboard shortcuts"), "?");
  sheet.close_list();
  if (!has_letter_shortcuts()) {
    return sheet.used() + 8 +
           ui::paragraph(ui, "off", column.x, column.y + sheet.used() + 8, column.width,
                         tr("Single letters are turned off on this device, in Appearance."),
                         ui::type::body);
  }
  sheet.group(tr("Do"));
  sheet.open_list(tr("Do"));
  for (const ActKey& key : kActKeys) sheet.row(tr(key.name), key.cap);
  sheet.close_list();
  sheet.group(tr("Go to"));
  sheet.open_list(tr("Go to"));
  for (const GoKey& key : kGoKeys) sheet.row(tr(screen_title(key.screen)), "G", key.cap);
  sheet.close_list();
  return sheet.used();
}

}  // namespace

bool has_letter_shortcuts() { return platform::load_setting(kSetting) != "off"; }
void set_letter_shortcuts(bool is_on) { platform::save_setting(kSetting, is_on ? "" : "off"); }

std::optional<PaletteChoice> draw_shortcuts(Ui& ui, Session& session, ShortcutState& state) {
  std::optional<PaletteChoice> choice;
  if (ui.is_key_pressed("ctrl+z")) undo(ui, session);
  if (ui.has_letter_key() && has_letter_shortcuts()) {
    choice = follow_letters(ui, state);
    if (ui.is_key_pressed("?")) state.is_sheet_open = true;
  }
  if (!state.is_sheet_open) return choice;
  const ui::DialogWish wish =
      ui::dialog(ui, {"shortcuts", tr("Keyboard shortcuts"), 480},
                 [&](const Rect& column) { return draw_sheet(ui, column); });
  if (wish == ui::DialogWish::close) state.is_sheet_open = false;
  return choice;
}

}  // namespace rr::app
