// An invitation opened where a household already is. A browser holds one household at a time, and
// no link takes it away: the person decides.
#pragma once

#include <optional>

#include "client/app/route.h"
#include "client/app/session.h"
#include "client/screens/gate.h"
#include "client/ui/ui.h"

namespace rr::app {

// Draws the question over the screen of `route` while an invitation waits. Whoever signs out finds
// it at the gate, with its code. Answers where somebody with a household of this device alone is
// led.
[[nodiscard]] std::optional<Route> draw_invitation(ui::Ui& ui, Session& session,
                                                   screens::GateState& gate, const Route& route);

}  // namespace rr::app
