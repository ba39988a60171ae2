// Who has what to do: the assignments screen's view of the household's rows.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "client/screens/calendar.h"
#include "client/screens/swap_view.h"
#include "client/ui/list.h"

namespace rr::screens {

struct SubTask {
  Id id;
  std::string name;
  bool is_done = false;
};

struct RosterCard {
  std::shared_ptr<const Assignment> assignment;
  std::vector<SubTask> sub_tasks;  // in the chore's order, as they are now
  std::int64_t done_count = 0;     // of them
  std::string done_by;             // who did it, when it is done
  bool is_requested = false;       // the server has not agreed to it yet
  std::string offer_mark;          // to whom it is offered, empty when it is not
  SwapWay swap_way = SwapWay::none;
  bool can_return = false;  // the person here may give it back
};

struct RosterGroup {
  Id roommate_id;
  std::string name;
  std::int64_t hue = 1;
  bool is_own = false;  // of the person who looks at it
  bool is_away = false;
  std::int64_t points = 0;
  std::vector<RosterCard> cards;       // open before done, then by due day and name
  std::vector<ui::ListRow> list_rows;  // of the cards
};

struct Roster {
  std::vector<RosterGroup> groups;   // one for each who has something; own first, then as joined
  std::vector<RosterGroup> summary;  // everybody who lives here, without cards
  std::int64_t count = 0;            // of assignments shown
  std::int64_t overdue_count = 0;    // open ones
  std::int64_t open_count = 0;
  bool has_chores = false;
  bool has_requested = false;
  std::optional<Instant> last_run_at;
};

// Shown are open assignments, and done ones of the running cycle until the day after they were
// done or due, whichever is later.
[[nodiscard]] Roster make_roster(const app::Session& session, const Calendar& calendar);

}  // namespace rr::screens
