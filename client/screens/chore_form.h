// The form "Add New Chore" and "Edit Chore".
#pragma once

#include <cstdint>
#include <string>

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct ChoreForm {
  bool is_open = false;
  Id edited;  // nil: a new chore
  // As it was when the form opened: only what differs is sent, so that two people who change
  // different things of one chore both have their way.
  Chore opened;
  std::string name;
  Frequency frequency = Frequency::weekly;
  ChoreType type = ChoreType::random;
  std::string points = "5";
  std::string minutes;  // of effort; empty: not known
  std::string name_error;
  std::string points_error;
  std::string minutes_error;
  std::string error;  // of no single field
};

[[nodiscard]] ChoreForm edit_chore_form(const Chore& chore);
// Closes it, and keeps what was typed into it until it is opened again.
void hide_chore_form(ChoreForm& form);
// Saves what the form says. A refusal stands at its field and the form stays as it was.
[[nodiscard]] bool save_chore_form(ui::Ui& ui, app::Session& session, ChoreForm& form);

// A card of its own; answers its height. Saving and cancelling close the form.
float draw_chore_form(ui::Ui& ui, app::Session& session, ChoreForm& form, const ui::Rect& column);
// Puts the focus into the name, under the same parent as draw_chore_form.
void focus_chore_form(ui::Ui& ui, const ChoreForm& form);

}  // namespace rr::screens
