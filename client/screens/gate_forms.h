// The dialogs of the gate.
#pragma once

#include "client/screens/gate.h"

namespace rr::screens {

// "Start a household", synced or for this device alone by `state.form`.
void draw_start_dialog(ui::Ui& ui, app::Session& session, GateState& state);
// "Join a household": a code of an invitation, of a further device, or for recovery.
void draw_join_dialog(ui::Ui& ui, app::Session& session, GateState& state);

}  // namespace rr::screens
