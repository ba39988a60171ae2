// The foot of the sidebar: what the running cycle gave to whom, as one bar.
#pragma once

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::app {

inline constexpr float kCycleFootHeight = 48;

// Nothing is drawn before a cycle runs.
void draw_cycle_foot(ui::Ui& ui, Session& session, const ui::Rect& rect);

}  // namespace rr::app
