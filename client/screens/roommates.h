// "Manage Roommates": who shares the home; add, rename, colour.
#pragma once

#include <string>

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct RoommatesState {
  std::string new_name;
  std::string new_name_error;
  Id edited;             // the roommate whose name is being changed; nil when none
  std::string edit_name;
  std::string edit_error;
};

// Draws into `column`; answers the height used.
float draw_roommates(ui::Ui& ui, app::Session& session, RoommatesState& state,
                     const ui::Rect& column);

}  // namespace rr::screens
