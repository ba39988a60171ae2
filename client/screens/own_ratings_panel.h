// Where chores are divided by everybody's own ratings: how the running cycle looks to each person.
#pragma once

#include <vector>

#include "client/app/session.h"
#include "client/screens/settings_parts.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct OwnRow {
  Id roommate_id;
  std::int64_t given = 0;  // micro-points, by their own rating
  std::int64_t share = 0;  // a fair part of all of it, by the same
  Id lighter;  // whose chores are lighter for them even without their heaviest; nil: nobody's
};

// Of everybody who lives here; empty until something was divided by ratings in the running cycle.
[[nodiscard]] std::vector<OwnRow> own_rows(const Reader& household);

// A part of the fairness panel, where there are rows.
void draw_own_ratings(ui::Ui& ui, const app::Session& session, const std::vector<OwnRow>& rows,
                      SettingsCard& card);

}  // namespace rr::screens
