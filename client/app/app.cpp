#include "client/app/app.h"

#include <algorithm>
#include <array>
#include <utility>

#include "client/app/invitation.h"
#include "client/platform/system.h"
#include "client/screens/division.h"
#include "client/text/texts.h"
#include "client/ui/toast.h"
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
      items_(*session_, states_),
      remembered_theme_(remembered_theme()),
      remembered_language_(platform::load_setting(kLanguageSetting)) {
  take_address(platform::route());
  show_title();
}

// An invitation's address opens the form with its code; the code leaves the address bar.
void App::take_address(std::string_view address) {
  route_ = parse_route(address);
  missed_ = {};
  if (route_.screen != ScreenName::join) return;
  gate_.form = screens::GateForm::join;
  gate_.code = route_.item;
  route_ = Route{};
  platform::set_route(address_of(route_), platform::RouteChange::replace);
}

// What the address names is opened; the screen alone is shown where it is not there (any more).
void App::show_address() {
  const Address state = std::exchange(address_, Address::shown);
  if (state == Address::shown) {
    // This device may hear of it only now.
    if (missed_.item.empty() || missed_version_ == session_->version()) return;
    missed_version_ = session_->version();
    if (items_.show(missed_)) missed_ = {};
    return;
  }
  if (items_.show(route_)) {
    show_title();
    if (state == Address::gone_to) tell_place();
    return;
  }
  const Route missed = route_;
  const std::string_view words = Items::missing_words(route_.screen);
  if (!words.empty()) ui::show_toast(ui_, {tr(words), {}, {}, "circle-alert"});
  enter({route_.screen, {}}, platform::RouteChange::replace);
  missed_ = missed;
  missed_version_ = session_->version();
}

std::string App::item_name() const {
  if (route_.item.empty() || session_->place() != Place::home) return {};
  return items_.name_of(route_);
}

void App::show_title() {
  const std::string name = item_name();
  platform::set_title((name.empty() ? name : name + " – ") +
                      std::string(tr(screen_title(route_.screen))) + " – RoomieRoster");
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

// The address, the title and what is said of it.
void App::enter(const Route& route, platform::RouteChange change) {
  route_ = route;
  missed_ = {};
  platform::set_route(address_of(route), change);
  show_title();
  tell_place();
  platform::request_frame();
}

void App::tell_place() {
  const std::string name = item_name();
  ui_.announce(name.empty() ? std::string_view(tr(screen_title(route_.screen)))
                            : std::string_view(name));
}

void App::go(const Route& route) {
  if (route == route_) return;
  if (route.screen != route_.screen) {
    enter({route.screen, {}}, platform::RouteChange::push);
    return;
  }
  // Its own section's link closes what is open there.
  static_cast<void>(items_.show(route));
  enter(route, platform::RouteChange::leave);
}

// Goes to the screen, and opens the item there.
void App::open(const Route& route) {
  if (route.screen != route_.screen) go({route.screen, {}});
  static_cast<void>(items_.show(route));
}

void App::follow(const PaletteChoice& choice) {
  open(choice.route);
  if (choice.act == PaletteAct::say_preferences) states_.chores.wishes.is_open = true;
  if (choice.act != PaletteAct::preview_run) return;
  screens::open_preview(*session_, screens::calendar_of(*session_), states_.assignments.preview);
}

// What a person opened or closed on the screen is part of the address from now on.
void App::follow_screen() {
  const Route shown{route_.screen, items_.open_item(route_.screen)};
  if (shown == route_) return;
  if (shown.item.empty()) {
    items_.ended();
    enter(shown, platform::RouteChange::leave);
    return;
  }
  items_.opened();
  const bool is_first = route_.item.empty();
  enter(shown, is_first ? platform::RouteChange::push_item : platform::RouteChange::replace);
}

float App::draw_screen(const ScreenPlace& page) {
  if (route_.screen == ScreenName::roommates) {
    return screens::draw_roommates(ui_, *session_, states_.roommates, page.column);
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
    return screens::draw_chores(ui_, *session_, states_.chores, page);
  }
  if (route_.screen == ScreenName::past_cycles) {
    return screens::draw_past_cycles(ui_, *session_, states_.assignments.fairness,
                                     states_.past_cycles, page);
  }
  if (route_.screen == ScreenName::assignments) {
    return screens::draw_assignments(ui_, *session_, states_.assignments, page);
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
      show_address();
      go(draw_shell(ui_, *session_, shell_, route_,
                    [&](const ScreenPlace& page) { return draw_screen(page); }));
      if (const auto choice = draw_palette(ui_, *session_, shell_.palette)) follow(*choice);
      if (const auto choice = draw_shortcuts(ui_, *session_, shell_.shortcuts)) follow(*choice);
      if (states_.assignments.wanted_route) {
        go(*std::exchange(states_.assignments.wanted_route, std::nullopt));
      }
      if (const auto led = draw_invitation(ui_, *session_, gate_, route_)) go(*led);
      follow_screen();
      break;
  }
}

void App::frame(double now_ms) {
  ui_.begin_frame(platform::viewport(), platform::take_events(), now_ms);
  choose_theme();
  choose_language();
  draw_place();
  // What was typed or pressed before belongs to the place that was left.
  for (const platform::Event& event : ui_.events()) {
    if (event.kind != platform::EventKind::route) continue;
    take_address(event.text);
    address_ = Address::gone_to;
    platform::request_frame();
  }
  ui_.end_frame();
  badge_.follow(*session_);
}

}  // namespace rr::app
