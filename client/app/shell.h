// The frame around every screen: sections, head with title and state line, and the content's place.
//
// Desktop: sidebar at the left, head above the content. Tablet: rail. Phone: bar at the bottom with
// four places and "More". The content scrolls in a native region between them.
#pragma once

#include <functional>
#include <string>

#include "client/app/route.h"
#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::app {

struct ShellState {
  float content_height = 0;  // of the present screen, from the last frame
  bool is_more_open = false;
};

// Draws the content into the column it is given and answers the height it used.
using ScreenPainter = std::function<float(const ui::Rect& column)>;

// Answers the route that a person chose in it, or the present one.
[[nodiscard]] Route draw_shell(ui::Ui& ui, Session& session, ShellState& state, const Route& route,
                               const ScreenPainter& paint);

}  // namespace rr::app
