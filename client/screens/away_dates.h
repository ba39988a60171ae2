// Days away on a roommate's card while it is edited: those there are, and fields for new ones.
#pragma once

#include <optional>
#include <string>

#include "client/app/session.h"
#include "client/screens/calendar.h"
#include "client/screens/roommates_view.h"
#include "client/ui/date_picker.h"
#include "shared/commands/absences.h"

namespace rr::screens {

struct AwayDates {
  bool is_adding = false;  // the fields are there
  ui::DatePickerState first;
  ui::DatePickerState last;
  std::optional<Date> first_day;
  std::optional<Date> last_day;  // none: open
  std::string first_error;
  std::string last_error;
};

struct AwayDatesResult {
  float height = 0;
  std::optional<AddAbsence> absence;  // added in this frame
};

AwayDatesResult draw_away_dates(ui::Ui& ui, app::Session& session, AwayDates& dates,
                                const RoommateCard& card, const Calendar& calendar,
                                const ui::Rect& column);

// "Fri, Mar 20 to Fri, Mar 27", "from Fri, Mar 20".
[[nodiscard]] std::string absence_words(const Absence& absence);

}  // namespace rr::screens
