// What the roommates screen shows, from the household's rows: made anew when the rows changed.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "client/screens/calendar.h"
#include "client/ui/list.h"

namespace rr::screens {

struct RoommateCard {
  std::shared_ptr<const Roommate> roommate;
  std::int64_t points = 0;  // whole points earned in the running cycle
  bool is_own = false;
  bool is_linked = false;  // somebody's account belongs to this roommate
  bool is_away = false;    // today
  std::vector<std::shared_ptr<const Absence>> absences;  // present and coming ones, by first day
};

struct RoommatesView {
  std::vector<RoommateCard> cards;  // who lives here, as they joined
  std::vector<ui::ListRow> list_rows;
};

[[nodiscard]] RoommatesView make_roommates_view(const app::Session& session,
                                                const Calendar& calendar);

}  // namespace rr::screens
