// The frame around every screen: sections, head with title and state line, and the content's place.
//
// Desktop: sidebar at the left, head above the content. Tablet: rail. Phone: bar at the bottom with
// at most four places and "More". The content scrolls in a native region between them, with the
// title at its top; on phones the title stands in the head.
#pragma once

#include "client/app/navigation.h"
#include "client/app/notices.h"
#include "client/app/palette.h"
#include "client/app/profile.h"
#include "client/app/recovery.h"
#include "client/app/route.h"
#include "client/app/screen_place.h"
#include "client/app/session.h"
#include "client/app/shortcuts.h"
#include "client/app/state_line.h"
#include "client/ui/ui.h"
#include "shared/base/function_ref.h"

namespace rr::app {

struct ShellState {
  NavigationState navigation;
  StateLineState state_line;
  ProfileState profile;
  RecoveryState recovery;
  PaletteState palette;
  ShortcutState shortcuts;
  NoticesState notices;
};

// Draws the content into the page it is given and answers the height used of its column.
using ScreenPainter = FunctionRef<float(const ScreenPlace& page)>;

// Answers the route that a person chose in it, or the present one.
[[nodiscard]] Route draw_shell(ui::Ui& ui, Session& session, ShellState& state, const Route& route,
                               ScreenPainter paint);

}  // namespace rr::app
