// What stands beside the assignments: the summary and how dividing works. Each is a card; drawing
// answers its height.
#pragma once

#include "client/screens/roster.h"
#include "client/ui/ui.h"

namespace rr::screens {

float draw_summary(ui::Ui& ui, const Roster& roster, const ui::Rect& rect);
float draw_instructions(ui::Ui& ui, const ui::Rect& rect);

}  // namespace rr::screens
