// Settings, Appearance: theme and language, for oneself on every device.
#pragma once

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

// Draws into `column`; answers the height used.
float draw_appearance(ui::Ui& ui, app::Session& session, const ui::Rect& column);

}  // namespace rr::screens
