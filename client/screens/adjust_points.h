// "Adjust points": an admin adds to the points that are shown of a roommate, or takes from them.
#pragma once

#include <string>

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct AdjustPointsForm {
  Id roommate_id;  // nil: closed
  std::string points = "0";
  std::string reason;
  std::string points_error;
  std::string reason_error;
};

void draw_adjust_points(ui::Ui& ui, app::Session& session, AdjustPointsForm& form);

}  // namespace rr::screens
