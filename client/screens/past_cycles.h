// "Past cycles": every closed cycle in which something was given out, with everybody's figures.
#pragma once

#include "client/app/screen_place.h"
#include "client/screens/fairness_panel.h"
#include "client/ui/list.h"

namespace rr::screens {

struct PastCyclesState {
  Id cycle_id;                   // the one that the address names, nil: none
  bool is_cycle_wanted = false;  // it gets the focus
  ui::ListState list;
};

// "Mon, Mar 2 – Mon, Mar 9".
[[nodiscard]] std::string cycle_title(const Cycle& cycle, const Calendar& calendar);

// Answers the height used of the page's column.
float draw_past_cycles(ui::Ui& ui, const app::Session& session, FairnessState& fairness,
                       PastCyclesState& state, const app::ScreenPlace& page);

}  // namespace rr::screens
