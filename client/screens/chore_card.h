// One chore as a card: what it is, and what can be done with it; its sub-tasks while they are open.
#pragma once

#include "client/screens/chores.h"

namespace rr::screens {

// Draws from rect.x, rect.y on; answers the height used.
float draw_chore_card(ui::Ui& ui, app::Session& session, ChoresState& state, const ChoreCard& card,
                      const ui::Rect& rect);

}  // namespace rr::screens
