// The way in: start a household, join one, or use this device alone.
//
// On desktops the doll's house stands beside the choices, elsewhere above them. The forms are
// dialogs; what was typed is kept until the household is open.
#pragma once

#include <string>

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

enum class GateForm : std::uint8_t { none, start, device_only, join };

struct GateState {
  GateForm form = GateForm::none;
  std::string household_name;
  std::string person_name;
  bool is_start_tried = false;  // fields that must not be empty say so
  std::string code;
  std::string code_error;      // why no server was asked
  std::string previewed_code;  // the code whose household was asked for
  Id roommate;                 // chosen among those nobody is linked to; nil: new here
};

// Fills the viewport.
void draw_gate(ui::Ui& ui, app::Session& session, GateState& state);

// The program starts: local data is being read.
void draw_loading(ui::Ui& ui);

}  // namespace rr::screens
