// Settings, This device: what is stored here, what was not sent, and how to take it away.
#pragma once

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct DeviceState {
  bool is_erasing_asked = false;
};

// Draws into `column`; answers the height used.
float draw_device(ui::Ui& ui, app::Session& session, DeviceState& state, const ui::Rect& column);

}  // namespace rr::screens
