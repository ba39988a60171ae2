// "Past cycles": every closed cycle in which something was given out, with everybody's figures.
#pragma once

#include "client/app/screen_place.h"
#include "client/screens/fairness_panel.h"
#include "client/ui/list.h"

namespace rr::screens {

// Answers the height used of the page's column.
float draw_past_cycles(ui::Ui& ui, const app::Session& session, FairnessState& state,
                       ui::ListState& list, const app::ScreenPlace& page);

}  // namespace rr::screens
