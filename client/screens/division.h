// Settings, Fair division: how the household's chores are divided. Admins choose, the others read.
#pragma once

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

// Draws into `column`; answers the height used.
float draw_division(ui::Ui& ui, app::Session& session, const ui::Rect& column);

}  // namespace rr::screens
