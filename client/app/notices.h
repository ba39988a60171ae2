// What waits for the person here: offers to answer, chores that are due, changes that were refused.
//
// Made from the household's rows, so a notice goes when what it tells of is settled. The bell in
// the head counts them and opens the list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/app/route.h"
#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::app {

struct Notice {
  std::string key;  // stays the same while it is about the same thing
  std::string_view icon;
  std::string title;
  std::string text;
  bool is_late = false;
  Route route;              // where it is settled
  bool is_refusal = false;  // settled in the list of refused changes
};

// The most pressing first.
[[nodiscard]] std::vector<Notice> notices_of(const Session& session);

struct NoticesState {
  bool is_open = false;
  std::uint64_t version = 0;  // of the session, when they were made
  std::int64_t made_minute = 0;
  std::vector<Notice> notices;
  bool are_refusals_wanted = false;  // the person asked for the list of refused changes
};

// The bell, 44 square, and the list while it is open; answers where the person wants to go.
[[nodiscard]] std::optional<Route> draw_notices(ui::Ui& ui, const Session& session,
                                                NoticesState& state, const ui::Rect& rect);

}  // namespace rr::app
