// The rooms of the gallery: each draws its parts into a column from its y on and answers the height
// it used.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "client/ui/action_row.h"
#include "client/ui/amount_fields.h"
#include "client/ui/chart.h"
#include "client/ui/combobox.h"
#include "client/ui/date_picker.h"
#include "client/ui/day_grid.h"
#include "client/ui/heat_map.h"
#include "client/ui/paint.h"
#include "client/ui/ring_chart.h"
#include "client/ui/widgets.h"

namespace rr::gallery {

using ui::Rect;
using ui::Token;
using ui::Ui;

inline constexpr std::int32_t kToday = 20524;  // Thursday, March 12, 2026

struct ButtonsRoom {
  bool is_checked = true;
  bool is_on = true;
  bool is_done = false;
  bool is_chip = true;
  std::size_t segment = 1;
  std::size_t tab = 0;
  std::int64_t minutes = 25;
};
float draw_buttons(Ui& ui, ButtonsRoom& room, const Rect& column);

struct ChartsRoom {
  ui::ChartState completed;
  ui::ChartState moods;
  ui::ChartState focus;
  ui::ChartState pomodoros;
  ui::ChartState spending;
  ui::ChartState nothing;
  ui::HeatMapState year;
  ui::RingChartState shares;
};
float draw_charts(Ui& ui, ChartsRoom& room, const Rect& column);

struct PickersRoom {
  ui::DatePickerState due;
  std::optional<Date> due_day = Date{kToday + 2};
  ui::RangePickerState away;
  ui::DateRange away_days{Date{kToday + 8}, Date{kToday + 15}};
  ui::ComboboxState start;
  std::optional<std::int32_t> start_minutes = 15 * 60;
  std::string price = "4.99";
  std::string quantity = "1.5";
};
float draw_pickers(Ui& ui, PickersRoom& room, const Rect& column);

struct ListsRoom {
  ui::ComboboxState chore;
  std::size_t chosen = 0;
  std::string last;  // what was done last
  bool is_dialog_open = false;
};
float draw_lists(Ui& ui, ListsRoom& room, const Rect& column);

// A focus timer of 25 minutes.
struct ClockPart {
  bool is_running = false;
  double started_ms = 0;  // when it went on last
  double before_ms = 0;   // how long it had run then
};
// Answers its bottom.
float draw_clock(Ui& ui, ClockPart& clock, const Rect& column, float y);

struct TimesRoom {
  ClockPart clock;
  std::vector<ui::Booking> bookings;
  ui::DayGridState grid;
};
float draw_times(Ui& ui, TimesRoom& room, const Rect& column);

struct MarksRoom {};
float draw_marks(Ui& ui, MarksRoom& room, const Rect& column);

struct Rooms {
  ButtonsRoom buttons;
  ChartsRoom charts;
  PickersRoom pickers;
  ListsRoom lists;
  TimesRoom times;
  MarksRoom marks;
};

// The caption of a group of parts; answers where the parts begin.
float section_title(Ui& ui, std::string_view title, const Rect& column, float y);

}  // namespace rr::gallery
