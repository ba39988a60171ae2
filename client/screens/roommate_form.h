// A roommate's card while it is edited: name, share of the work, colour, days away, moving out.
#pragma once

#include <string>

#include "client/screens/adjust_points.h"
#include "client/screens/away_chores.h"
#include "client/screens/away_dates.h"
#include "client/screens/roommates_view.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct RoommateForm {
  Id edited;               // nil: none is edited
  bool is_hidden = false;  // closed, with what was typed
  Roommate opened;         // as it was when the form opened: only what differs is sent
  std::string name;
  std::string weight;
  std::int64_t colour = 1;
  std::string name_error;
  std::string weight_error;
  std::string error;  // of no single field

  AwayDates dates;

  bool is_moving_out = false;  // the question is open
  std::string move_out_error;

  AwayChores away;          // asked after days away were added
  AdjustPointsForm adjust;  // an admin's dialog

  [[nodiscard]] bool is_open() const { return !edited.is_nil() && !is_hidden; }
};

[[nodiscard]] RoommateForm roommate_form(const Roommate& roommate);
// Closes it, and keeps what was typed into it until it is opened again.
void hide_roommate_form(RoommateForm& form);

// Asks whether its roommate moves out; what was typed into it stays.
void ask_to_move_out(RoommateForm& form);

// Whether it needs drawing with another version of the row than the card.
[[nodiscard]] std::uint64_t roommate_form_version(const RoommateForm& form);

// Below the card's head: answers the height used. Saving and cancelling end the edit.
float draw_roommate_form(ui::Ui& ui, app::Session& session, RoommateForm& form,
                         const RoommateCard& card, const Calendar& calendar,
                         const ui::Rect& column);

// What the form asks in dialogs, over the screen: before somebody moves out, what becomes of chores
// while somebody is away, and corrected points.
void draw_roommate_dialogs(ui::Ui& ui, app::Session& session, const Calendar& calendar,
                           RoommateForm& form);

}  // namespace rr::screens
