#include "client/screens/appearance.h"

#include <algorithm>
#include <array>

#include "client/app/shortcuts.h"
#include "client/screens/settings_parts.h"
#include "client/ui/choices.h"
#include "client/ui/toast.h"
#include "shared/commands/settings.h"

namespace rr::screens {
namespace {

struct ThemeRow {
  Theme theme;
  std::string_view name;
  std::string_view note;
};

constexpr std::array<ThemeRow, 4> kThemes{{{Theme::system, "System", "as this device has it"},
                                           {Theme::light, "Light", ""},
                                           {Theme::dark, "Dark", ""},
                                           {Theme::high_contrast, "High contrast", ""}}};

void choose(ui::Ui& ui, app::Session& session, Theme theme) {
  EditSettings arguments;
  arguments.theme = theme;
  arguments.given = 0b1;
  const Result<Command> command = make_command(arguments);
  const Status status = command.ok() ? session.issue(*command) : Status(command.error());
  if (!status) ui::show_error(ui, status.error().message);
}

// Keys belong to a device, as its keyboard does. Answers the height.
float draw_keyboard(ui::Ui& ui, const ui::Rect& place) {
  SettingsCard card(ui, "keyboard", place, "Keyboard");
  ui::heading(ui, "title", card.take(32), "Keyboard", ui::type::title, ui::HeadingLevel::h2);
  ui::SwitchSpec spec{"letters", "Single-letter shortcuts", app::has_letter_shortcuts(),
                      "Press ? to see them all. For this device."};
  const float height = ui::toggle_switch_height(ui, card.inside_width(), spec);
  if (ui::toggle_switch(ui, card.take(height), spec)) app::set_letter_shortcuts(!spec.is_on);
  return card.height();
}

}  // namespace

float draw_appearance(ui::Ui& ui, app::Session& session, const ui::Rect& column) {
  const auto settings = session.person().find<PersonalSettings>(session.person_id());
  const Theme present = settings ? settings->theme : Theme::system;
  const ui::Rect place{column.x, column.y + 8, std::min(column.width, 640.0F), 0};
  SettingsCard card(ui, "theme", place, "Theme");
  ui::heading(ui, "title", card.take(32), "Theme", ui::type::title, ui::HeadingLevel::h2);
  const ui::Rect rows = card.take(56.0F * kThemes.size() + 4);
  ui::open_radio_group(ui, "themes", rows, "Theme");
  float y = rows.y + 4;
  for (const ThemeRow& row : kThemes) {
    ui::RadioSpec spec;
    spec.key = row.name;
    spec.group = "themes";
    spec.name = row.name;
    spec.note = row.note;
    spec.is_selected = row.theme == present;
    if (ui::radio_row(ui, {rows.x - 4, y, rows.width + 8, 52}, spec)) {
      choose(ui, session, row.theme);
    }
    y += 56;
  }
  ui.close();
  float used = card.height() + 16;
  if (ui.layout() != ui::LayoutClass::phone) {
    used += draw_keyboard(ui, {place.x, place.y + used, place.width, 0}) + 16;
  }
  return used;
}

}  // namespace rr::screens
