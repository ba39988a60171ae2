// Settings, Members: who has an account here, their roles, invitations, further devices.
#pragma once

#include <string>

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct MembersState {
  Id asked_to_remove;  // the member in question; nil when nobody is
  std::string error;   // why the last change was refused
  Id loaded_for;       // the household whose invitations were asked for
  bool is_device_code_shown = false;
};

// Draws into `column`; answers the height used.
float draw_members(ui::Ui& ui, app::Session& session, MembersState& state, const ui::Rect& column);

}  // namespace rr::screens
