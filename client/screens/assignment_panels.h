// What stands beside the assignments: the summary and how dividing works. Each is a card; drawing
// answers its height.
#pragma once

#include "client/screens/roster.h"
#include "client/ui/ui.h"

namespace rr::screens {

float draw_summary(ui::Ui& ui, const Roster& roster, const ui::Rect& rect);
// That some of what is shown is only asked for yet.
float draw_requested_note(ui::Ui& ui, const ui::Rect& column);
float draw_instructions(ui::Ui& ui, const ui::Rect& rect);

}  // namespace rr::screens
