// What the assignments screen opens over itself: the question before a reset, the preview, "Why
// me?", "Swap" and "Give to...".
#pragma once

#include "client/screens/assignments.h"

namespace rr::screens {

void draw_assignment_dialogs(ui::Ui& ui, app::Session& session, const Calendar& calendar,
                             AssignmentsState& state);

}  // namespace rr::screens
