// One roommate as a card: who it is, share of the work, days away; the form while it is edited.
#pragma once

#include "client/screens/roommates.h"

namespace rr::screens {

// Draws from rect.x, rect.y on; answers the height used.
float draw_roommate_card(ui::Ui& ui, app::Session& session, RoommatesState& state,
                         const Calendar& calendar, const RoommateCard& card, const ui::Rect& rect);

}  // namespace rr::screens
