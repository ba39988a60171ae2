// One assignment as a card: what, how often, how much, until when, its steps, and what can be done
// about it.
#pragma once

#include "client/screens/card_deeds.h"
#include "client/ui/ui.h"

namespace rr::screens {

// Draws from rect.x, rect.y on; answers the height used.
float draw_assignment_card(ui::Ui& ui, app::Session& session, const Calendar& calendar,
                           const RosterGroup& group, const RosterCard& card, CardDialogs& dialogs,
                           const ui::Rect& rect);

}  // namespace rr::screens
