// Short messages at the lower edge, with at most one action ("Undo").
//
// Several wait in a queue; each is announced once, when it appears. One with an action stays 6 s,
// one without 3 s; it stays while the pointer is on it or the focus in it. An error stays until it
// is dismissed, or something else succeeds.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>

#include "client/ui/ui.h"

namespace rr::ui {

struct Toast {
  std::string words;
  std::string action = {};         // the button's name, empty: no button
  std::function<void()> act = {};  // must not refer to anything that the program outlives
  std::string icon = "circle-check";
  bool is_error = false;
};

class ToastQueue {
 public:
  static constexpr double kActionStayMs = 6000;
  static constexpr double kStayMs = 3000;

  void show(Toast toast);
  // Takes away everything that is shown or waits (its undo no longer fits).
  void clear() {
    waiting_.clear();
    is_shown_ = false;
  }
  // Does what the shown one offers ("Undo"), as a press of its button would. False: none does.
  bool act();
  [[nodiscard]] std::size_t count() const { return waiting_.size(); }
  // `area` is what the page's content has: the toast stands at its lower edge, at the left.
  void draw(Ui& ui, const Rect& area);

 private:
  void advance(Ui& ui);
  void take_action();
  [[nodiscard]] double stay_ms() const;  // of the one that is shown
  bool draw_action(Ui& ui, const Rect& rect, const Toast& toast);

  std::deque<Toast> waiting_;  // the first is shown
  std::uint64_t number_ = 0;   // of the one that is shown
  bool is_shown_ = false;
  bool is_held_ = false;
  double shown_ms_ = 0;  // how long it has been on without being held
  double last_ms_ = 0;
};

void show_toast(Ui& ui, Toast toast);
// What could not be done and why, with "Dismiss".
void show_error(Ui& ui, std::string words);

}  // namespace rr::ui
