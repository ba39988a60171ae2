// The way in: start a household, join one, or use this device alone.
#pragma once

#include <string>

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

enum class GateForm : std::uint8_t { none, start, device_only, join };

struct GateState {
  GateForm form = GateForm::none;
  std::string household_name = "Our home";
  std::string person_name;
  std::string code;
  Id roommate;  // chosen among those nobody is linked to; nil: new here
};

// Fills the viewport.
void draw_gate(ui::Ui& ui, app::Session& session, GateState& state);

}  // namespace rr::screens
