#include "client/app/app.h"

#include <algorithm>
#include <array>
#include <utility>

#include "client/app/invitation.h"
#include "client/platform/system.h"
#include "client/screens/division.h"
#include "client/text/texts.h"
#include "client/ui/widgets.h"

namespace rr::app {
namespace {

constexpr std::string_view kThemeSetting = "theme";
constexpr std::string_view kLanguageSetting = "language";  // also read by web/boot.js
constexpr std::array<std::string_view, 4> kThemeWords{"system", "light", "dark", "high_contrast"};

std::string_view theme_word(Theme theme) { return kThemeWords[static_cast<std::size_t>(theme)]; }

Theme remembered_theme() {
  const std::string word = platform::load_setting(kThemeSetting);
  const auto found = std::find(kThemeWords.begin(), kThemeWords.end(), word);
  return found == kThemeWords.end() ? Theme::system
                                    : static_cast<Theme>(found - kThemeWords.begin());
}

}  // namespace

App::App(std::unique_ptr<Session> session)
    : session_(std::move(session)),
      remembered_theme_(remembered_theme()),
      remembered_language_(platform::load_setting(kLanguageSetting)) {
  take_address(platform::route());
  show_title();
}

void App::show_title() {
  platform::set_title(std::string(tr(screen_title(route_.screen))) + " – RoomieRoster");
}

// An invitation's address opens the form with its code; the code leaves the address bar.
void App::take_address(std::string_view address) {
  route_ = parse_route(address);
  if (route_.screen != ScreenName::join) return;
  gate_.form = screens::GateForm::join;
  gate_.code = route_.item;
  route_ = Route{};
  platform::set_route(address_of(route_), platform::RouteChange::replace);
}

// The person's choice; before their rows are here, the one this browser remembers.
void App::choose_theme() {
  const platform::Viewport& view = ui_.viewport();
  const auto settings = session_->person().find<PersonalSettings>(session_->person_id());
  if (settings && settings->theme != remembered_theme_) {
    remembered_theme_ = settings->theme;
    platform::save_setting(kThemeSetting, theme_word(remembered_theme_));
  }
  bool is_dark = view.scheme == platform::ColourScheme::dark;
  if (remembered_theme_ == Theme::light) is_dark = false;
  if (remembered_theme_ == Theme::dark) is_dark = true;
  if (view.has_more_contrast || remembered_theme_ == Theme::high_contrast) {
    ui_.set_theme(is_dark ? ui::ThemeName::contrast_dark : ui::ThemeName::contrast_light);
  } else {
    ui_.set_theme(is_dark ? ui::ThemeName::dark : ui::ThemeName::light);
  }
  if (ui_.theme() == shown_theme_) return;
  shown_theme_ = ui_.theme();
  platform::set_page_scheme(is_dark ? platform::ColourScheme::dark : platform::ColourScheme::light);
}

void App::go(const Route& route) {
  if (route == route_) return;
  route_ = route;
  platform::set_route(address_of(route), platform::RouteChange::push);
  show_title();
  ui_.announce(tr(screen_title(route.screen)));
  platform::request_frame();
}

// As the theme; the page fetches the texts, and the session hears of them.
void App::choose_language() {
  const auto settings = session_->person().find<PersonalSettings>(session_->person_id());
  if (settings && settings->language != remembered_language_) {
    remembered_language_ = settings->language;
    platform::save_setting(kLanguageSetting, remembered_language_);
    platform::choose_language(remembered_language_);
  }
  if (std::exchange(texts_version_, text::version()) != text::version()) show_title();
}

// Goes there, and opens what was asked for.
void App::follow(const PaletteChoice& choice) {
  go(choice.route);
  const Reader& household = session_->household();
  switch (choice.act) {
    case PaletteAct::go: break;
    case PaletteAct::preview_run:
      screens::open_preview(*session_, screens::calendar_of(*session_), assignments_.preview);
      break;
    case PaletteAct::add_chore:
      if (!chores_.new_form.is_open) chores_.new_form = screens::new_chore_form();
      chores_.edit_form = {};
      break;
    case PaletteAct::say_preferences: chores_.wishes.is_open = true; break;
    case PaletteAct::edit_chore:
      if (const auto chore = household.find<Chore>(choice.id)) {
        chores_.edit_form = screens::edit_chore_form(*chore);
      }
      break;
    case PaletteAct::edit_roommate:
      if (const auto roommate = household.find<Roommate>(choice.id)) {
        roommates_.form = screens::roommate_form(*roommate);
      }
      break;
  }
}

float App::draw_screen(const ScreenPlace& page) {
  if (route_.screen == ScreenName::roommates) {
    return screens::draw_roommates(ui_, *session_, roommates_, page.column);
  }
  if (route_.screen == ScreenName::settings_members) {
    return screens::draw_members(ui_, *session_, members_, page.column);
  }
  if (route_.screen == ScreenName::settings_division) {
    return screens::draw_division(ui_, *session_, page.column);
  }
  if (route_.screen == ScreenName::settings_device) {
    return screens::draw_device(ui_, *session_, device_, page.column);
  }
  if (route_.screen == ScreenName::settings_appearance) {
    return screens::draw_appearance(ui_, *session_, page.column);
  }
  if (route_.screen == ScreenName::chores) {
    return screens::draw_chores(ui_, *session_, chores_, page);
  }
  if (route_.screen == ScreenName::past_cycles) {
    return screens::draw_past_cycles(ui_, *session_, assignments_.fairness, past_cycles_, page);
  }
  if (route_.screen == ScreenName::assignments) {
    return screens::draw_assignments(ui_, *session_, assignments_, page);
  }
  return 0;
}

void App::draw_place() {
  switch (session_->place()) {
    case Place::loading: screens::draw_loading(ui_); break;
    case Place::gate:
      is_getting_in_ = true;
      screens::draw_gate(ui_, *session_, gate_);
      break;
    case Place::home:
      if (std::exchange(is_getting_in_, false)) gate_ = {};  // its form has led in here
      go(draw_shell(ui_, *session_, shell_, route_,
                    [&](const ScreenPlace& page) { return draw_screen(page); }));
      if (const auto choice = draw_palette(ui_, *session_, shell_.palette)) follow(*choice);
      if (const auto choice = draw_shortcuts(ui_, *session_, shell_.shortcuts)) follow(*choice);
      if (assignments_.wanted_route) go(*std::exchange(assignments_.wanted_route, std::nullopt));
      if (const auto led = draw_invitation(ui_, *session_, gate_, route_)) go(*led);
      break;
  }
}

void App::frame(double now_ms) {
  ui_.begin_frame(platform::viewport(), platform::take_events(), now_ms);
  choose_theme();
  choose_language();
  for (const platform::Event& event : ui_.events()) {
    if (event.kind == platform::EventKind::route) take_address(event.text);
  }
  draw_place();
  ui_.end_frame();
  badge_.follow(*session_);
}

}  // namespace rr::app
