// The doll's house of the gate: five rooms and an attic with people in them, under its own sky.
#pragma once

#include "client/ui/paint.h"

namespace rr::ui {

// Fills `rect` with sky and ground and stands the house in it. False (nothing drawn) in high
// contrast, where pictures are left out.
bool draw_doll_house(Ui& ui, const Rect& rect);

}  // namespace rr::ui
