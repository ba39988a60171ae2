// Where a screen draws in this frame.
#pragma once

#include "client/ui/ui.h"

namespace rr::app {

struct ScreenPlace {
  ui::Rect column;  // its top is where the content begins
  // Beside the title, 44 high, for the screen's buttons. Empty on phones and where there is no room
  // for them: they stand in the column.
  ui::Rect title_row;

  [[nodiscard]] bool has_title_row() const { return title_row.width > 0; }
};

}  // namespace rr::app
