// What Settings, Members shows of invitations and of codes for further devices.
#pragma once

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

// Each answers the height used, 0 when there is nothing to show.
float draw_new_invitation(ui::Ui& ui, app::Session& session, const ui::Rect& column);
float draw_open_invitations(ui::Ui& ui, app::Session& session, const ui::Rect& column);
float draw_device_code(ui::Ui& ui, app::Session& session, const ui::Rect& column);

}  // namespace rr::screens
