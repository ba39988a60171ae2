// "Why me?": why an assignment went to whom it went, over the screen while it is open.
#pragma once

#include <optional>
#include <vector>

#include "client/app/session.h"
#include "client/screens/calendar.h"
#include "client/ui/ui.h"
#include "shared/domain/explain.h"
#include "shared/domain/fairer.h"
#include "shared/domain/influence.h"

namespace rr::screens {

struct WhyState {
  Id assignment_id;           // nil: closed
  std::uint64_t version = 0;  // of the session, when the rest was made
  std::optional<Explanation> why;
  std::optional<FairerSwap> fairer;
  std::optional<Influence> influence;
};

// What opens it: "Why me?" on one's own assignments, "Why?" on others'.
[[nodiscard]] std::string_view why_name(bool is_own);

// True when "Swap" was pressed, which stands there when `can_swap`.
[[nodiscard]] bool draw_why(ui::Ui& ui, const app::Session& session, const Calendar& calendar,
                            WhyState& state, bool can_swap);

}  // namespace rr::screens
