#include "client/screens/appearance.h"

#include <algorithm>
#include <array>
#include <optional>

#include "client/app/shortcuts.h"
#include "client/screens/settings_parts.h"
#include "client/text/texts.h"
#include "client/ui/choices.h"
#include "client/ui/toast.h"
#include "shared/base/function_ref.h"
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

// A card with its title and as many choices as `row` has specs for; answers the height, and which
// one was chosen.
using RowSpec = FunctionRef<ui::RadioSpec(std::size_t place)>;
float draw_choices(ui::Ui& ui, std::string_view key, std::string_view title, std::size_t count,
                   const ui::Rect& place, RowSpec row, std::optional<std::size_t>& chosen) {
  SettingsCard card(ui, key, place, title);
  ui::heading(ui, "title", card.take(32), title, ui::type::title, ui::HeadingLevel::h2);
  const ui::Rect rows = card.take(56.0F * static_cast<float>(count) + 4);
  ui::open_radio_group(ui, key, rows, title);
  for (std::size_t i = 0; i < count; ++i) {
    const float y = rows.y + 4 + 56 * static_cast<float>(i);
    if (ui::radio_row(ui, {rows.x - 4, y, rows.width + 8, 52}, row(i))) chosen = i;
  }
  ui.close();
  return card.height() + 16;
}

}  // namespace

float draw_appearance(ui::Ui& ui, app::Session& session, const ui::Rect& column) {
  const auto kept = session.person().find<PersonalSettings>(session.person_id());
  PersonalSettings settings = kept ? *kept : PersonalSettings{};
  ui::Rect place{column.x, column.y + 8, std::min(column.width, 640.0F), 0};
  std::optional<std::size_t> theme;
  const auto theme_row = [&](std::size_t i) {
    ui::RadioSpec spec{kThemes[i].name, "themes", tr(kThemes[i].name)};
    spec.note = tr(kThemes[i].note);
    spec.is_selected = kThemes[i].theme == settings.theme;
    return spec;
  };
  place.y += draw_choices(ui, "theme", tr("Theme"), kThemes.size(), place, theme_row, theme);
  std::optional<std::size_t> language;
  const auto language_row = [&](std::size_t i) {
    ui::RadioSpec spec{kLanguages[i].name, "languages", tr(kLanguages[i].name)};
    spec.is_selected = kLanguages[i].language == settings.language;
    return spec;
  };
  place.y += draw_choices(ui, "language", tr("Language"), kLanguages.size(), place, language_row,
                          language);
  if (ui.layout() != ui::LayoutClass::phone) place.y += draw_keyboard(ui, place);
  if (theme) settings.theme = kThemes[*theme].theme;
  if (theme) choose(ui, session, settings, kGivenTheme);
  if (language) settings.language = kLanguages[*language].language;
  if (language) choose(ui, session, settings, kGivenLanguage);
  return place.y - column.y;
}

}  // namespace rr::screens
