// Balances before and after as bars around zero, in people's hues, with their figures beside them.
#pragma once

#include <span>

#include "client/app/session.h"
#include "client/ui/widgets.h"
#include "shared/domain/explain.h"

namespace rr::screens {

// A heading and a row for each; answers the height used. Columns too narrow for bars show the
// figures alone.
float draw_balances(ui::Ui& ui, const app::Session& session, std::span<const BalanceChange> changes,
                    const ui::Rect& rect, ui::HeadingLevel level);

}  // namespace rr::screens
