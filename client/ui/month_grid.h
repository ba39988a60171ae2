// A month as a grid of days: what date pickers and calendars show.
//
// Arrow keys move by a day and a week, PageUp and PageDown by a month, Home and End to the ends of
// the week; Enter or a press chooses. Weeks begin where the reader's do. Days outside the limits
// stay readable but cannot be chosen.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "client/ui/ui.h"
#include "shared/base/time.h"

namespace rr::ui {

struct DayLimits {
  std::optional<Date> first;
  std::optional<Date> last;

  [[nodiscard]] bool holds(Date day) const {
    return (!first || day >= *first) && (!last || day <= *last);
  }
};

struct MonthGridSpec {
  std::string_view key;
  std::string_view name;  // what is chosen: "Due date"
  Date today;
  std::optional<Date> selected = {};
  // Both ends of a range: what lies between is tinted.
  std::optional<Date> range_first = {};
  std::optional<Date> range_last = {};
  DayLimits limits = {};
};

struct MonthGridState {
  Date cursor;             // the day that keys have reached; its month shows
  bool is_placed = false;  // false: begins at the selected day, or today
};

inline constexpr float kDayCell = 44;
inline constexpr float kMonthGridWidth = 7 * kDayCell;
// The month's name with the buttons, the weekdays, six weeks.
inline constexpr float kMonthGridHeight = 44 + 28 + 6 * kDayCell;

// Answers the day that was chosen in this frame. `rect`: at least kMonthGridWidth wide.
[[nodiscard]] std::optional<Date> month_grid(Ui& ui, const Rect& rect, const MonthGridSpec& spec,
                                             MonthGridState& state);

// The 42 days around a month, from the first day of the week on (1 Monday to 7 Sunday).
[[nodiscard]] std::array<Date, 42> month_days(Date month, int first_weekday);
// Where a key leads from a day, within the limits; the day itself for other keys.
[[nodiscard]] Date move_day(Date day, std::string_view key, int first_weekday,
                            const DayLimits& limits);
// The same day number `months` later or earlier, or that month's last day.
[[nodiscard]] Date add_months(Date day, std::int32_t months);

}  // namespace rr::ui
