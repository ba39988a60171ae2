#include "client/screens/appearance.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "client/app/shortcuts.h"
#include "client/screens/settings_parts.h"
#include "client/text/texts.h"
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

constexpr std::array<ThemeRow, 4> kThemes{
    {{Theme::system, to_translate("System"), to_translate("as this device has it")},
     {Theme::light, to_translate("Light"), ""},
     {Theme::dark, to_translate("Dark"), ""},
     {Theme::high_contrast, to_translate("High contrast"), ""}}};

struct LanguageRow {
  std::string_view language;  // as PersonalSettings has it
  std::string_view name;      // in that language
};

constexpr std::array<LanguageRow, 3> kLanguages{
    {{"", to_translate("As the browser")}, {"en", "English"}, {"de", "Deutsch"}}};

constexpr FieldMask kGivenTheme = 0b1;
constexpr FieldMask kGivenLanguage = 0b10;

void choose(ui::Ui& ui, app::Session& session, const PersonalSettings& wanted, FieldMask given) {
  EditSettings arguments;
  arguments.theme = wanted.theme;
  arguments.language = wanted.language;
  arguments.given = given;
  const Result<Command> command = make_command(arguments);
  const Status status = command.ok() ? session.issue(*command) : Status(command.error());
  if (!status) ui::show_error(ui, tr_sentence(status.error().message));
}

// Keys belong to a device, as its keyboard does. Answers the height.
float draw_keyboard(ui::Ui& ui, const ui::Rect& place) {
  SettingsCard card(ui, "keyboard", place, tr("Keyboard"));
  ui::heading(ui, "title", card.take(32), tr("Keyboard"), ui::type::title, ui::HeadingLevel::h2);
  ui::SwitchSpec spec{"letters", tr("Single-letter shortcuts"), app::has_letter_shortcuts(),
                      tr("Press ? to see them all. For this device.")};
  const float height = ui::toggle_switch_height(ui, card.inside_width(), spec);
  if (ui::toggle_switch(ui, card.take(height), spec)) app::set_letter_shortcuts(!spec.is_on);
  return card.height() + 16;
}

// A card of choices with its title; answers the height, and which one was chosen.
float draw_choices(ui::Ui& ui, std::string_view title, std::span<const ui::RadioSpec> rows,
                   const ui::Rect& place, std::optional<std::size_t>& chosen) {
  const std::string_view key = rows.front().group;
  SettingsCard card(ui, key, place, title);
  ui::heading(ui, "title", card.take(32), title, ui::type::title, ui::HeadingLevel::h2);
  ui::Rect row = card.take(56.0F * static_cast<float>(rows.size()) + 4);
  ui::open_radio_group(ui, key, row, title);
  row = {row.x - 4, row.y + 4, row.width + 8, 52};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (ui::radio_row(ui, row, rows[i])) chosen = i;
    row.y += 56;
  }
  ui.close();
  return card.height() + 16;
}

}  // namespace

float draw_appearance(ui::Ui& ui, app::Session& session, const ui::Rect& column) {
  const auto kept = session.person().find<PersonalSettings>(session.person_id());
  PersonalSettings settings = kept ? *kept : PersonalSettings{};
  ui::Rect place{column.x, column.y + 8, std::min(column.width, 640.0F), 0};
  std::array<ui::RadioSpec, kThemes.size()> themes;
  for (std::size_t i = 0; i < themes.size(); ++i) {
    const ThemeRow& row = kThemes[i];
    themes[i] = {row.name, "themes", tr(row.name), row.theme == settings.theme, tr(row.note)};
  }
  std::optional<std::size_t> chosen;
  place.y += draw_choices(ui, tr("Theme"), themes, place, chosen);
  if (chosen) {
    settings.theme = kThemes[*chosen].theme;
    choose(ui, session, settings, kGivenTheme);
  }
  std::array<ui::RadioSpec, kLanguages.size()> languages;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const LanguageRow& row = kLanguages[i];
    languages[i] = {row.name, "languages", tr(row.name), row.language == settings.language};
  }
  chosen.reset();
  place.y += draw_choices(ui, tr("Language"), languages, place, chosen);
  if (chosen) {
    settings.language = kLanguages[*chosen].language;
    choose(ui, session, settings, kGivenLanguage);
  }
  if (ui.layout() != ui::LayoutClass::phone) place.y += draw_keyboard(ui, place);
  return place.y - column.y;
}

}  // namespace rr::screens
