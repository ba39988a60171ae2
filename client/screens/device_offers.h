// Settings, This device: what the device offers a program that is kept on it. Each answers the
// height used, 0 where there is nothing to offer.
#pragma once

#include "client/ui/ui.h"

namespace rr::screens {

// Installing, by a button or by hand.
float draw_install(ui::Ui& ui, const ui::Rect& column);
// Whether to be told of chores that are due.
float draw_notifications(ui::Ui& ui, const ui::Rect& column);

}  // namespace rr::screens
