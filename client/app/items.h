// What a screen has open of its items, as addresses say it: "/chores/<id>", "/chores/new" and
// "/roommates/<id>" a form, "/assignments/<id>" the reasons, "/assignments/<id>/swap" and "/give" a
// dialog, "/assignments/cycles/<id>" one of the cycles.
//
// Screens open and close things by themselves; App compares with the address after each frame. What
// was typed last is kept when the address closes a form, and stands there when the same one opens
// again.
#pragma once

#include <string>
#include <string_view>

#include "client/app/route.h"
#include "client/app/session.h"
#include "client/screens/assignments.h"
#include "client/screens/chores.h"
#include "client/screens/past_cycles.h"
#include "client/screens/roommates.h"

namespace rr::app {

struct ItemStates {
  screens::RoommatesState roommates;
  screens::ChoresState chores;
  screens::AssignmentsState assignments;
  screens::PastCyclesState past_cycles;
};

class Items {
 public:
  // Both outlive it.
  Items(Session& session, ItemStates& states) : session_(session), states_(states) {}

  // The part of the address behind the screen's own; empty: nothing is open.
  [[nodiscard]] std::string open_item(ScreenName screen) const;
  // Opens what the route names and closes what else is open on its screen. False: there is no such
  // thing, and nothing is open now.
  [[nodiscard]] bool show(const Route& route);
  // A person opened it: with what was typed the last time, where the address closed it.
  void opened();
  // A person ended it: nothing is kept.
  void ended() { noted_ = Id{}; }

  // What it is called, in the page's title.
  [[nodiscard]] std::string name_of(const Route& route) const;
  // Said when there is no such thing (any more); empty for screens that have no items.
  [[nodiscard]] static std::string_view missing_words(ScreenName screen);

 private:
  void close(ScreenName screen);
  [[nodiscard]] bool show_chore(std::string_view item);
  [[nodiscard]] bool show_roommate(std::string_view item);
  [[nodiscard]] bool show_assignment(std::string_view item);
  [[nodiscard]] bool show_cycle(std::string_view item);

  Session& session_;
  ItemStates& states_;
  std::string kept_note_;
  Id noted_;  // the assignment whose offer the note was typed for, nil: none is kept
};

}  // namespace rr::app
