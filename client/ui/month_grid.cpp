#include "client/ui/month_grid.h"

#include <algorithm>
#include <string>

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/paint.h"
#include "client/ui/widgets.h"

namespace rr::ui {
namespace {

constexpr float kHead = 44;
constexpr float kWeekdays = 28;
constexpr float kCircle = 20;
constexpr std::array<std::string_view, 8> kKeys{"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown",
                                                "PageUp",    "PageDown",   "Home",    "End"};

bool is_same_month(Date a, Date b) {
  return split_date(a).year == split_date(b).year && split_date(a).month == split_date(b).month;
}

// Days since the week began.
int place_in_week(Date day, int first_weekday) {
  return (static_cast<int>(weekday_of(day)) + 8 - first_weekday) % 7;
}

std::uint64_t day_key(std::uint64_t grid, Date day) {
  return join_key(grid, static_cast<std::uint64_t>(day.days) + 1'000'000);
}

enum class DayLook : std::uint8_t { plain, inside, end };

DayLook look_of(const MonthGridSpec& spec, Date day) {
  const bool is_end = day == spec.selected || day == spec.range_first || day == spec.range_last;
  if (is_end) return DayLook::end;
  const bool is_inside =
      spec.range_first && spec.range_last && day > *spec.range_first && day < *spec.range_last;
  return is_inside ? DayLook::inside : DayLook::plain;
}

// The band of a range runs from end to end of each week.
void paint_range(Ui& ui, const Rect& cell, const MonthGridSpec& spec, Date day) {
  const bool is_range = spec.range_first && spec.range_last && *spec.range_first < *spec.range_last;
  if (!is_range || day < *spec.range_first || day > *spec.range_last) return;
  Rect band{cell.x, cell.y + cell.height / 2 - kCircle, cell.width, 2 * kCircle};
  if (day == *spec.range_first) band.x += cell.width / 2, band.width /= 2;
  if (day == *spec.range_last) band.width -= cell.width / 2;
  fill(ui, band, ui.colour(Token::accent_soft));
}

void paint_day(Ui& ui, const Rect& cell, const MonthGridSpec& spec, Date day, Date month,
               const Interaction& state) {
  const float x = cell.x + cell.width / 2;
  const float y = cell.y + cell.height / 2;
  const bool is_open = spec.limits.holds(day);
  const DayLook look = look_of(spec, day);
  paint_range(ui, cell, spec, day);
  const bool is_quiet = !is_open || !is_same_month(day, month);
  Token words = is_quiet ? Token::text_3 : Token::text;
  if (look == DayLook::inside) words = Token::on_accent_soft;
  if (look == DayLook::end) {
    circle(ui, x, y, kCircle, ui.colour(Token::accent));
    words = Token::on_accent;
  } else if (is_open && (state.is_hovered || state.is_pressed)) {
    circle(ui, x, y, kCircle, ui.colour(state.is_pressed ? Token::pressed : Token::hover));
  }
  const bool is_today = day == spec.today;
  if (is_today && look != DayLook::end) {
    ring(ui, x, y, kCircle, ui.colour(Token::accent), 1.5F);
    if (look == DayLook::plain && is_open) words = Token::accent_text;
  }
  const bool is_strong = look == DayLook::end || is_today;
  const std::string number = std::to_string(split_date(day).day);
  text_line(ui, cell, number, is_strong ? type::body_strong : type::body, ui.colour(words),
            Align::centre);
  if (!is_open) {
    const float width = text_width(ui, number, type::body) + 6;
    fill(ui, {x - width / 2, y, width, 1}, ui.colour(words));
  }
  if (state.is_focus_shown) focus_ring(ui, {x - 19, y - 19, 38, 38}, 19);
}

bool draw_day(Ui& ui, const Rect& cell, const MonthGridSpec& spec, const MonthGridState& state,
              Date day, std::uint64_t grid) {
  const std::uint64_t key = day_key(grid, day);
  const bool is_open = spec.limits.holds(day);
  Node& node = ui.leaf(Tag::button, key, cell);
  node.attributes.emplace_back(Attribute::role, "gridcell");
  node.attributes.emplace_back(Attribute::label,
                               platform::format_date(day.days, platform::DateStyle::full));
  const bool is_chosen = look_of(spec, day) != DayLook::plain;
  node.attributes.emplace_back(Attribute::selected, is_chosen ? "true" : "false");
  node.attributes.emplace_back(Attribute::tab_index, day == state.cursor ? "0" : "-1");
  if (day == spec.today) node.attributes.emplace_back(Attribute::current, "date");
  if (!is_open) node.attributes.emplace_back(Attribute::disabled, "true");
  const Interaction interaction = ui.interact(key, cell);
  paint_day(ui, cell, spec, day, state.cursor, interaction);
  return interaction.is_activated && is_open;
}

void draw_weekdays(Ui& ui, const Rect& row, const std::array<Date, 42>& days) {
  ui.open(Tag::group, ui.key("weekdays"), row).attributes.emplace_back(Attribute::role, "row");
  for (std::size_t i = 0; i < 7; ++i) {
    const Rect cell{row.x + kDayCell * static_cast<float>(i), row.y, kDayCell, row.height};
    Node& node = ui.leaf(Tag::group, join_key(ui.key("weekday"), i), cell);
    node.attributes.emplace_back(Attribute::role, "columnheader");
    node.text = platform::format_date(days[i].days, platform::DateStyle::weekday_short);
    text_line(ui, cell, platform::format_date(days[i].days, platform::DateStyle::weekday_narrow),
              type::caption, ui.colour(Token::text_2), Align::centre);
  }
  ui.close();
}

// Month and year, and the buttons to the months beside it.
void draw_head(Ui& ui, const Rect& head, const MonthGridSpec& spec, MonthGridState& state) {
  const std::string month = platform::format_date(state.cursor.days, platform::DateStyle::month);
  heading(ui, "month", {head.x + 12, head.y, head.width - 108, head.height}, month, type::title,
          HeadingLevel::h3);
  const Rect before{head.right() - 92, head.y, 44, 44};
  const Rect after{head.right() - 46, head.y, 44, 44};
  std::int32_t step = 0;
  if (icon_button(ui, before, {"before", tr("Previous month"), "chevron-left"})) step = -1;
  if (icon_button(ui, after, {"after", tr("Next month"), "chevron-right"})) step = 1;
  if (step == 0) return;
  const Date goal = add_months(state.cursor, step);
  state.cursor = spec.limits.first ? std::max(goal, *spec.limits.first) : goal;
  if (spec.limits.last) state.cursor = std::min(state.cursor, *spec.limits.last);
  ui.announce(platform::format_date(state.cursor.days, platform::DateStyle::month));
  platform::request_frame();
}

void follow_keys(Ui& ui, std::uint64_t grid, const MonthGridSpec& spec, MonthGridState& state,
                 int first_weekday) {
  if (!ui.is_focused(day_key(grid, state.cursor))) return;
  for (const std::string_view key : kKeys) {
    if (!ui.is_key_pressed(key)) continue;
    const Date goal = move_day(state.cursor, key, first_weekday, spec.limits);
    if (goal == state.cursor) continue;
    state.cursor = goal;
    ui.focus(day_key(grid, goal));
  }
}

}  // namespace

std::array<Date, 42> month_days(Date month, int first_weekday) {
  const YearMonthDay parts = split_date(month);
  const Date first = make_date({parts.year, parts.month, 1});
  const Date start = add_days(first, -place_in_week(first, first_weekday));
  std::array<Date, 42> days;
  for (std::int32_t i = 0; i < 42; ++i) days[static_cast<std::size_t>(i)] = add_days(start, i);
  return days;
}

Date add_months(Date day, std::int32_t months) {
  const YearMonthDay parts = split_date(day);
  const std::int32_t all = parts.year * 12 + parts.month - 1 + months;
  const std::int32_t year = all / 12;
  const std::int32_t month = all % 12 + 1;
  return make_date({year, month, std::min(parts.day, days_in_month(year, month))});
}

Date move_day(Date day, std::string_view key, int first_weekday, const DayLimits& limits) {
  Date goal = day;
  if (key == "ArrowLeft") goal = add_days(day, -1);
  if (key == "ArrowRight") goal = add_days(day, 1);
  if (key == "ArrowUp") goal = add_days(day, -7);
  if (key == "ArrowDown") goal = add_days(day, 7);
  if (key == "PageUp") goal = add_months(day, -1);
  if (key == "PageDown") goal = add_months(day, 1);
  if (key == "Home") goal = add_days(day, -place_in_week(day, first_weekday));
  if (key == "End") goal = add_days(day, 6 - place_in_week(day, first_weekday));
  if (limits.first) goal = std::max(goal, *limits.first);
  if (limits.last) goal = std::min(goal, *limits.last);
  return goal;
}

std::optional<Date> month_grid(Ui& ui, const Rect& rect, const MonthGridSpec& spec,
                               MonthGridState& state) {
  const int first_weekday = platform::first_weekday();
  const std::uint64_t grid = ui.key(spec.key);
  const bool is_opening = !state.is_placed;
  if (is_opening) {
    const Date wanted = spec.selected.value_or(spec.today);
    state.cursor = move_day(wanted, {}, first_weekday, spec.limits);
    state.is_placed = true;
    ui.focus(day_key(grid, state.cursor));
  }
  const float left = rect.x + (rect.width - kMonthGridWidth) / 2;
  draw_head(ui, {left, rect.y, kMonthGridWidth, kHead}, spec, state);
  const std::array<Date, 42> days = month_days(state.cursor, first_weekday);
  const Rect place{left, rect.y + kHead, kMonthGridWidth, kWeekdays + 6 * kDayCell};
  Node& node = ui.open(Tag::group, grid, place);
  node.flags |= kTakesKeys;
  node.attributes.emplace_back(Attribute::role, "grid");
  node.attributes.emplace_back(Attribute::label, spec.name);
  draw_weekdays(ui, {place.x, place.y, place.width, kWeekdays}, days);
  std::optional<Date> chosen;
  for (std::size_t week = 0; week < 6; ++week) {
    const float y = place.y + kWeekdays + kDayCell * static_cast<float>(week);
    ui.open(Tag::group, join_key(grid, week), {place.x, y, place.width, kDayCell})
        .attributes.emplace_back(Attribute::role, "row");
    for (std::size_t i = 0; i < 7; ++i) {
      const Date day = days[week * 7 + i];
      const Rect cell{place.x + kDayCell * static_cast<float>(i), y, kDayCell, kDayCell};
      if (draw_day(ui, cell, spec, state, day, grid)) chosen = day;
    }
    ui.close();
  }
  ui.close();
  follow_keys(ui, grid, spec, state, first_weekday);
  if (chosen) state.cursor = *chosen;
  return chosen;
}

}  // namespace rr::ui
