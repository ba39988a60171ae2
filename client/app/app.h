// The program in the page: one Ui, one session, one route; draws a frame when asked.
#pragma once

#include <memory>
#include <optional>

#include "client/app/due_badge.h"
#include "client/app/route.h"
#include "client/app/session.h"
#include "client/app/shell.h"
#include "client/screens/appearance.h"
#include "client/screens/assignments.h"
#include "client/screens/chores.h"
#include "client/screens/device.h"
#include "client/screens/gate.h"
#include "client/screens/members.h"
#include "client/screens/past_cycles.h"
#include "client/screens/roommates.h"
#include "client/text/texts.h"
#include "client/ui/ui.h"

namespace rr::app {

class App {
 public:
  explicit App(std::unique_ptr<Session> session);

  void frame(double now_ms);
  // Data moved, perhaps where nobody looks and no frame is drawn.
  void data_moved() { badge_.follow(*session_); }

 private:
  void take_address(std::string_view address);
  void draw_place();
  float draw_screen(const ScreenPlace& page);
  void show_title();
  void go(const Route& route);
  void follow(const PaletteChoice& choice);
  void choose_theme();
  void choose_language();

  ui::Ui ui_;
  std::unique_ptr<Session> session_;
  Route route_;
  ShellState shell_;
  DueBadge badge_;
  Theme remembered_theme_;
  std::optional<ui::ThemeName> shown_theme_;
  std::string remembered_language_;
  std::uint64_t texts_version_ = text::version();  // that the title was made of
  screens::MembersState members_;
  screens::DeviceState device_;
  screens::GateState gate_;
  bool is_getting_in_ = false;  // the gate was shown since the last household
  screens::RoommatesState roommates_;
  screens::ChoresState chores_;
  screens::AssignmentsState assignments_;
  ui::ListState past_cycles_;
};

}  // namespace rr::app
