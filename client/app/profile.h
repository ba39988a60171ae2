// Who is here: the chip at the right of the head, with the menu behind it.
#pragma once

#include <optional>

#include "client/app/route.h"
#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::app {

struct ProfileState {
  bool is_leaving_asked = false;
  bool are_shortcuts_wanted = false;  // its menu was asked for the sheet of keys
};

// How wide its chip is.
[[nodiscard]] float profile_width(ui::Ui& ui, const Session& session);

// Right-aligned in `rect`: avatar alone on phones, with names elsewhere. Answers where its menu
// leads, when something of it was chosen.
[[nodiscard]] std::optional<Route> draw_profile(ui::Ui& ui, Session& session, ProfileState& state,
                                                const ui::Rect& rect);

}  // namespace rr::app
