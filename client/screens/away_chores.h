// After somebody entered days away: what becomes of their open chores in that time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/screens/calendar.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct AwayChores {
  Id roommate_id;  // nil: nobody is asked
  Date first_day;
  std::optional<Date> last_day;
  std::vector<Id> decided;  // assignments that stay, or that others were asked for
  Id refused;               // whose last choice was refused
  std::string refusal;
};

// A question for each, in a dialog that ends with the last answer.
void draw_away_chores(ui::Ui& ui, app::Session& session, const Calendar& calendar,
                      AwayChores& state);

}  // namespace rr::screens
