// Pictures drawn from rectangles, circles and thick lines: decoration without words.
#pragma once

#include <cstdint>

#include "client/ui/paint.h"

namespace rr::ui {

enum class Picture : std::uint8_t {
  broom,      // somebody sweeps: no chores
  people,     // three dolls: nobody is here yet
  clipboard,  // a list on the wall: nothing is assigned
  offline     // a house under the moon: no network
};

// A room of 260 by 170. False (nothing drawn) in high contrast, where pictures are left out.
bool draw_picture(Ui& ui, const Rect& rect, Picture picture);

// The product's mark: a house with three bars on an accent ground.
void draw_mark(Ui& ui, float x, float y, float size);

}  // namespace rr::ui
