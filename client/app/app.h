// The program in the page: one Ui, one session, one route; draws a frame when asked.
#pragma once

#include <memory>
#include <optional>

#include "client/app/due_badge.h"
#include "client/app/items.h"
#include "client/app/route.h"
#include "client/app/session.h"
#include "client/app/shell.h"
#include "client/platform/system.h"
#include "client/screens/appearance.h"
#include "client/screens/device.h"
#include "client/screens/gate.h"
#include "client/screens/members.h"
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
  void show_address();
  void draw_place();
  float draw_screen(const ScreenPlace& page);
  void enter(const Route& route, platform::RouteChange change);
  [[nodiscard]] std::string item_name() const;  // empty where the address names none
  void show_title();
  void go(const Route& route);
  void open(const Route& route);
  void follow(const PaletteChoice& choice);
  void follow_screen();
  void tell_place();
  void choose_theme();
  void choose_language();

  ui::Ui ui_;
  std::unique_ptr<Session> session_;
  ItemStates states_;
  Items items_;
  Route route_;
  // Whether what the browser named has been opened: at the start, and where people go back and
  // forward.
  enum class Address : std::uint8_t { first, gone_to, shown };
  Address address_ = Address::first;
  Route missed_;                      // what the address named and is not here; it may still come
  std::uint64_t missed_version_ = 0;  // of the session, when it was looked for
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
};

}  // namespace rr::app
