// Days, ranges of days and times of the day: fields that are typed in, with a month or a list to
// choose from beside them. Local calendar days and minutes; no time zone is known here.
//
// What was typed stays as it is. When the focus has left and it means nothing, the field says so by
// its own name, and there is no value until it does mean something.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "client/ui/combobox.h"
#include "client/ui/month_grid.h"
#include "client/ui/widgets.h"

namespace rr::ui {

struct DatePickerSpec {
  FieldSpec field;  // its error wins over the field's own
  Date today;
  DayLimits limits = {};
  std::optional<Date> range_first = {};
  std::optional<Date> range_last = {};
};

struct DatePickerState {
  std::string typed;
  std::optional<Date> shown;  // the value that `typed` stands for
  bool is_open = false;
  MonthGridState grid;
};

enum class DatePickerResult : std::uint8_t { none, typed, chosen };
// `day` belongs to the caller; empty when nothing that means a day stands in the field.
DatePickerResult date_picker(Ui& ui, const Rect& rect, const DatePickerSpec& spec,
                             DatePickerState& state, std::optional<Date>& day);
[[nodiscard]] float date_picker_height(Ui& ui, float width, const DatePickerSpec& spec,
                                       const DatePickerState& state);
// "Due date must be a day such as 3/12/2026."; empty when it is one, or nothing was typed.
[[nodiscard]] std::string date_refusal(const DatePickerSpec& spec, const DatePickerState& state);

struct DateRange {
  std::optional<Date> first;
  std::optional<Date> last;
};
struct RangePickerSpec {
  FieldSpec first;
  FieldSpec last;
  Date today;
  DayLimits limits = {};
};
struct RangePickerState {
  DatePickerState first;
  DatePickerState last;
};
// Both fields side by side; the last day is never before the first. True when either changed.
bool range_picker(Ui& ui, const Rect& rect, const RangePickerSpec& spec, RangePickerState& state,
                  DateRange& range);
[[nodiscard]] float range_picker_height(Ui& ui, float width, const RangePickerSpec& spec,
                                        const RangePickerState& state);

struct TimePickerSpec {
  FieldSpec field;
  std::int32_t step = 30;  // minutes between the times on offer
  std::int32_t first = 0;  // minutes since midnight
  std::int32_t last = 24 * 60 - 1;
};
// `minutes` since midnight; empty when nothing that means a time stands in the field.
bool time_picker(Ui& ui, const Rect& rect, const TimePickerSpec& spec, ComboboxState& state,
                 std::optional<std::int32_t>& minutes);
[[nodiscard]] float time_picker_height(Ui& ui, float width, const TimePickerSpec& spec,
                                       const ComboboxState& state);
// As the reader writes it: "3:00 PM".
[[nodiscard]] std::string time_words(std::int32_t minutes);

}  // namespace rr::ui
