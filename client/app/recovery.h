// The recovery code, shown once: a notice until the person has kept it.
#pragma once

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::app {

struct RecoveryState {
  bool is_code_shown = false;
};

// Answers the height used (0 when there is no code to keep).
float draw_recovery_notice(ui::Ui& ui, Session& session, RecoveryState& state,
                           const ui::Rect& rect);

}  // namespace rr::app
