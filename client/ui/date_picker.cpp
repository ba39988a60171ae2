#include "client/ui/date_picker.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/field_parts.h"
#include "client/ui/typed_values.h"

namespace rr::ui {
namespace {

std::optional<Date> typed_day(const DatePickerSpec& spec, std::string_view typed) {
  return parse_typed_date(typed, spec.today, date_order(platform::language()));
}

// As one would type it; what the language writes in other digits falls back to 2026-03-12.
std::string day_text(const DatePickerSpec& spec, Date day) {
  std::string text = platform::format_date(day.days, platform::DateStyle::numeric);
  return typed_day(spec, text) == day ? text : to_string(day);
}

FieldSpec shown_field(const Ui& ui, const FieldSpec& field, std::uint64_t key,
                      const std::string& refusal) {
  FieldSpec shown = field;
  if (shown.error.empty() && !ui.is_focused(key)) shown.error = refusal;
  return shown;
}

// The calendar button at the right end of the box.
bool draw_button(Ui& ui, const Rect& box, const DatePickerSpec& spec, bool is_open) {
  const std::string key = std::string(spec.field.key) + "-button";
  const std::string name = tr("Choose {field}", {{"field", spec.field.name}});
  const Rect place{box.right() - 44, box.y, 44, 44};
  const bool is_pressed = icon_button(ui, place, {key, name, "calendar"});
  if (Node* node = ui.emitted(ui.key(key))) {
    node->attributes.emplace_back(Attribute::has_popup, "dialog");
    node->attributes.emplace_back(Attribute::expanded, is_open ? "true" : "false");
  }
  return is_pressed;
}

// The month, in a sheet or beside the field. Answers the chosen day.
std::optional<Date> draw_month(Ui& ui, const Rect& box, const DatePickerSpec& spec,
                               DatePickerState& state, std::optional<Date> day) {
  std::optional<Date> chosen;
  const std::string key = std::string(spec.field.key) + "-month";
  DialogSpec window{key, spec.field.name, kMonthGridWidth + 40};
  window.anchor = box;
  const DialogWish wish = dialog(ui, window, [&](const Rect& column) {
    const MonthGridSpec month{"days",           spec.field.name, spec.today, day,
                              spec.range_first, spec.range_last, spec.limits};
    chosen = month_grid(ui, column, month, state.grid);
    float y = column.y + kMonthGridHeight + 8;
    ButtonSpec today{"today", tr("Today"), {}, ButtonKind::quiet, ButtonSize::small};
    if (!spec.limits.holds(spec.today)) today.availability = Availability::disabled;
    const float width = button_width(ui, today);
    const Rect place{column.x + (column.width - width) / 2, y, width, 36};
    if (button(ui, place, today)) chosen = spec.today;
    return y + 36 - column.y;
  });
  if (wish == DialogWish::close || chosen) state.is_open = false;
  return chosen;
}

std::string limit_refusal(const DatePickerSpec& spec, Date day) {
  if (spec.limits.first && day < *spec.limits.first) {
    const std::string first = platform::format_date(spec.limits.first->days);
    return tr("{field} must not be before {day}.", {{"field", spec.field.name}, {"day", first}});
  }
  if (spec.limits.last && day > *spec.limits.last) {
    const std::string last = platform::format_date(spec.limits.last->days);
    return tr("{field} must not be after {day}.", {{"field", spec.field.name}, {"day", last}});
  }
  return {};
}

float half_width(float width) { return (width - 12) / 2; }

}  // namespace

std::string date_refusal(const DatePickerSpec& spec, const DatePickerState& state) {
  if (state.typed.empty()) return {};
  const auto day = typed_day(spec, state.typed);
  if (day) return limit_refusal(spec, *day);
  const std::string example = day_text(spec, spec.today);
  return tr("{field} must be a day such as {example}.",
            {{"field", spec.field.name}, {"example", example}});
}

float date_picker_height(Ui& ui, float width, const DatePickerSpec& spec,
                         const DatePickerState& state) {
  FieldSpec field = spec.field;
  const std::string refusal = date_refusal(spec, state);
  if (field.error.empty()) field.error = refusal;
  return field_height(ui, width, field);
}

DatePickerResult date_picker(Ui& ui, const Rect& rect, const DatePickerSpec& spec,
                             DatePickerState& state, std::optional<Date>& day) {
  DatePickerResult result = DatePickerResult::none;
  const std::uint64_t key = ui.key(spec.field.key);
  // The caller's value changed by itself.
  if (state.shown != day) state.typed = day ? day_text(spec, *day) : std::string();
  const std::string refusal = date_refusal(spec, state);
  FieldSpec field = shown_field(ui, spec.field, key, refusal);
  field.padding_right = 36;
  const FieldResult typed = text_field(ui, rect, field, state.typed);
  if (typed.is_changed) {
    const auto read = typed_day(spec, state.typed);
    day = read && spec.limits.holds(*read) ? read : std::nullopt;
    result = DatePickerResult::typed;
    platform::request_frame();
  }
  const Rect box = field_box(rect, field, kFieldBoxHeight);
  if (draw_button(ui, box, spec, state.is_open)) {
    state.is_open = true;
    state.grid.is_placed = false;
  }
  if (state.is_open) {
    if (const auto chosen = draw_month(ui, box, spec, state, day)) {
      day = chosen;
      state.typed = day_text(spec, *chosen);
      result = DatePickerResult::chosen;
      platform::request_frame();
    }
  }
  state.shown = day;
  return result;
}

float range_picker_height(Ui& ui, float width, const RangePickerSpec& spec,
                          const RangePickerState& state) {
  const float half = half_width(width);
  const DatePickerSpec first{spec.first, spec.today, spec.limits, {}, {}};
  const DatePickerSpec last{spec.last, spec.today, spec.limits, {}, {}};
  return std::max(date_picker_height(ui, half, first, state.first),
                  date_picker_height(ui, half, last, state.last));
}

bool range_picker(Ui& ui, const Rect& rect, const RangePickerSpec& spec, RangePickerState& state,
                  DateRange& range) {
  const float width = half_width(rect.width);
  DatePickerSpec first{spec.first, spec.today, spec.limits, range.first, range.last};
  const auto from = date_picker(ui, {rect.x, rect.y, width, 0}, first, state.first, range.first);
  // A first day after the last one takes the last one along.
  if (from == DatePickerResult::chosen && range.last && range.first > range.last) {
    range.last = range.first;
  }
  DatePickerSpec last{spec.last, spec.today, spec.limits, range.first, range.last};
  if (range.first) last.limits.first = range.first;
  const Rect place{rect.x + width + 12, rect.y, width, 0};
  // Whoever chose the first day goes on with the last.
  if (from == DatePickerResult::chosen && !range.last) {
    state.last.is_open = true;
    state.last.grid.is_placed = false;
  }
  const auto to = date_picker(ui, place, last, state.last, range.last);
  return from != DatePickerResult::none || to != DatePickerResult::none;
}

std::string time_words(std::int32_t minutes) {
  return platform::format_time(minutes * std::int64_t{60'000}, "UTC");
}

namespace {

std::string time_refusal(const TimePickerSpec& spec, const ComboboxState& state) {
  if (state.query.empty()) return {};
  const auto minutes = parse_typed_time(state.query);
  if (!minutes) {
    const std::string example = time_words(15 * 60);
    return tr("{field} must be a time such as {example}.",
              {{"field", spec.field.name}, {"example", example}});
  }
  if (*minutes < spec.first || *minutes > spec.last) {
    const std::string first = time_words(spec.first);
    const std::string last = time_words(spec.last);
    return tr("{field} must be between {first} and {last}.",
              {{"field", spec.field.name}, {"first", first}, {"last", last}});
  }
  return {};
}

}  // namespace

float time_picker_height(Ui& ui, float width, const TimePickerSpec& spec,
                         const ComboboxState& state) {
  FieldSpec field = spec.field;
  const std::string refusal = time_refusal(spec, state);
  if (field.error.empty()) field.error = refusal;
  return field_height(ui, width, field);
}

bool time_picker(Ui& ui, const Rect& rect, const TimePickerSpec& spec, ComboboxState& state,
                 std::optional<std::int32_t>& minutes) {
  const std::uint64_t key = ui.key(spec.field.key);
  const bool is_resting = !ui.is_focused(key) && !state.is_open;
  if (is_resting && minutes && parse_typed_time(state.query) != minutes) {
    state.query = time_words(*minutes);
  }
  std::vector<std::string> times;
  std::vector<Option> options;
  for (std::int32_t each = spec.first; each <= spec.last; each += spec.step) {
    times.push_back(time_words(each));
  }
  ComboboxSpec list;
  for (std::size_t i = 0; i < times.size(); ++i) {
    options.push_back({times[i]});
    const std::int32_t each = spec.first + static_cast<std::int32_t>(i) * spec.step;
    if (minutes && each <= *minutes) list.selected = i;
  }
  const std::string refusal = state.is_open ? std::string() : time_refusal(spec, state);
  list.field = shown_field(ui, spec.field, key, refusal);
  list.options = options;
  list.nothing = tr("Any time can be typed, also between these.");
  list.is_free = true;
  const ComboboxResult result = combobox(ui, rect, list, state);
  if (!result.chosen && !result.is_changed) return false;
  minutes = parse_typed_time(state.query);
  if (minutes && (*minutes < spec.first || *minutes > spec.last)) minutes.reset();
  platform::request_frame();
  return true;
}

}  // namespace rr::ui
