#include "client/app/app.h"

#include "client/platform/system.h"
#include "client/ui/widgets.h"

namespace rr::app {

App::App(std::unique_ptr<Session> session) : session_(std::move(session)) {
  take_address(platform::route());
  platform::set_title(std::string(screen_title(route_.screen)) + " – RoomieRoster");
}

// An invitation's address opens the form with its code; the code leaves the address bar.
void App::take_address(std::string_view address) {
  route_ = parse_route(address);
  if (route_.screen != ScreenName::join) return;
  gate_.form = screens::GateForm::join;
  gate_.code = route_.item;
  session_->account().preview_join(gate_.code);
  route_ = Route{};
  platform::set_route(address_of(route_), platform::RouteChange::replace);
}

void App::choose_theme() {
  const platform::Viewport& view = ui_.viewport();
  const bool is_dark = view.scheme == platform::ColourScheme::dark;
  if (view.has_more_contrast) {
    ui_.set_theme(is_dark ? ui::ThemeName::contrast_dark : ui::ThemeName::contrast_light);
  } else {
    ui_.set_theme(is_dark ? ui::ThemeName::dark : ui::ThemeName::light);
  }
}

void App::go(const Route& route) {
  if (route == route_) return;
  route_ = route;
  platform::set_route(address_of(route), platform::RouteChange::push);
  platform::set_title(std::string(screen_title(route.screen)) + " – RoomieRoster");
  ui_.announce(screen_title(route.screen));
  platform::request_frame();
}

float App::draw_screen(const ui::Rect& column) {
  if (route_.screen == ScreenName::roommates) {
    return screens::draw_roommates(ui_, *session_, roommates_, column);
  }
  return 0;
}

void App::draw_place() {
  switch (session_->place()) {
    case Place::loading: break;
    case Place::gate: screens::draw_gate(ui_, *session_, gate_); break;
    case Place::home:
      go(draw_shell(ui_, *session_, shell_[route_.screen], route_,
                    [&](const ui::Rect& column) { return draw_screen(column); }));
      break;
  }
}

void App::frame(double now_ms) {
  ui_.begin_frame(platform::viewport(), platform::take_events(), now_ms);
  choose_theme();
  for (const platform::Event& event : ui_.events()) {
    if (event.kind == platform::EventKind::route) take_address(event.text);
  }
  draw_place();
  ui_.end_frame();
}

}  // namespace rr::app
