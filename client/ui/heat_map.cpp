#include "client/ui/heat_map.h"

#include <algorithm>
#include <cmath>

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/chart_parts.h"
#include "client/ui/paint.h"
#include "client/ui/slider.h"

namespace rr::ui {
namespace {

constexpr float kRow = 16;
constexpr float kSquare = 13;
constexpr float kMonthWidth = 36;
constexpr int kMonths = 12;

struct Squares {
  Rect area;
  float column = 0;
  Date first;

  [[nodiscard]] Rect of(Date date) const {
    const YearMonthDay parts = split_date(date);
    const YearMonthDay start = split_date(first);
    const int month = (parts.year - start.year) * 12 + parts.month - start.month;
    const float x = area.x + column * static_cast<float>(parts.day - 1);
    const float width = std::min(column - 2, 22.0F);
    return {x, area.y + kRow * static_cast<float>(month), width, kSquare};
  }
  // The day under a point, none where no month reaches.
  [[nodiscard]] std::optional<Date> at(float x, float y) const {
    if (!area.contains(x, y)) return std::nullopt;
    const int month = static_cast<int>((y - area.y) / kRow);
    const int day = static_cast<int>((x - area.x) / column) + 1;
    const YearMonthDay start = split_date(first);
    const int months = start.month - 1 + month;
    const std::int32_t year = start.year + months / 12;
    if (day > days_in_month(year, months % 12 + 1)) return std::nullopt;
    return make_date({year, months % 12 + 1, day});
  }
};

const HeatDay* find_day(const HeatMapSpec& spec, Date date) {
  const auto found =
      std::lower_bound(spec.days.begin(), spec.days.end(), date,
                       [](const HeatDay& day, Date wanted) { return day.date < wanted; });
  return found == spec.days.end() || found->date != date ? nullptr : &*found;
}

std::string_view level_name(const HeatMapSpec& spec, int level) {
  return spec.levels[static_cast<std::size_t>(level - 1)].name;
}

std::string day_words(const HeatMapSpec& spec, Date date) {
  const HeatDay* day = find_day(spec, date);
  return platform::format_date(date.days, platform::DateStyle::full) + ": " +
         (day == nullptr ? std::string(tr("no entry")) : std::string(level_name(spec, day->level)));
}

std::vector<LegendEntry> legend_of(const Ui& ui, const HeatMapSpec& spec) {
  std::vector<LegendEntry> entries;
  for (const HeatLevel& level : spec.levels) {
    entries.push_back({level.name, {ui.colour(level.token)}});
  }
  return entries;
}

void paint_squares(Ui& ui, const Squares& squares, const HeatMapSpec& spec) {
  Date date = squares.first;
  for (int month = 0; month < kMonths; ++month) {
    const float y = squares.area.y + kRow * static_cast<float>(month);
    text_line(ui, {squares.area.x - kMonthWidth, y - 2, kMonthWidth - 6, kRow},
              platform::format_date(date.days, platform::DateStyle::month_short), type::caption,
              ui.colour(Token::text_3));
    const YearMonthDay parts = split_date(date);
    for (std::int32_t i = 0; i < days_in_month(parts.year, parts.month); ++i) {
      const Date day = add_days(date, i);
      const HeatDay* entry = find_day(spec, day);
      const bool is_future = day > spec.today;
      const Token ground = entry == nullptr
                               ? Token::sunken
                               : spec.levels[static_cast<std::size_t>(entry->level - 1)].token;
      const Colour colour = ui.colour(ground);
      fill(ui, squares.of(day), is_future ? with_alpha(colour, 0.45F) : colour, 3);
      if (day == spec.today) {
        edge(ui, squares.of(day).inset(-2), ui.colour(Token::focus), 4, 1.5F);
      }
    }
    date = add_one_month(date);
  }
}

// The day that the pointer, a finger or keys have reached.
std::optional<Date> read_day(Ui& ui, const Squares& squares, const HeatMapSpec& spec,
                             HeatMapState& state) {
  const std::int64_t last = spec.today.days - squares.first.days;
  if (state.day < 0 || state.day > last) state.day = last;
  const auto date_of = [&](std::int64_t day) {
    return add_days(squares.first, static_cast<std::int32_t>(day));
  };
  const std::string name = tr("Days of {title}", {{"title", spec.title}});
  const std::string words = day_words(spec, date_of(state.day));
  Interaction interaction;
  const std::int64_t typed =
      bare_slider(ui, squares.area, {"days", name, state.day, 0, last, 1, words}, interaction);
  const auto under = squares.at(ui.pointer_x(), ui.pointer_y());
  if (typed != state.day) {
    // The range input knows a press only from left to right: the squares know better.
    const bool is_pressed_there = interaction.is_pressed && under && *under <= spec.today;
    state.day = is_pressed_there ? under->days - squares.first.days : typed;
    platform::request_frame();
  }
  if (interaction.is_focus_shown) focus_ring(ui, squares.area.inset(-2), 6);
  if (interaction.is_hovered && under && *under <= spec.today) return under;
  if (!interaction.is_focused) return std::nullopt;
  return date_of(state.day);
}

void draw_tip(Ui& ui, const Squares& squares, const HeatMapSpec& spec, Date date) {
  const Rect square = squares.of(date);
  edge(ui, square.inset(-2), ui.colour(Token::text), 4, 1.5F);
  const HeatDay* day = find_day(spec, date);
  const std::pair<std::string, std::string> row{
      spec.measure,
      day == nullptr ? std::string(tr("no entry")) : std::string(level_name(spec, day->level))};
  const std::string title = platform::format_date(date.days);
  Rect plot = squares.area;
  plot.y = square.bottom() + 2;
  draw_point_tip(ui, ui.key("tip"), {title, {&row, 1}, square.x + square.width / 2, plot});
}

std::vector<CsvRow> file_rows(const HeatMapSpec& spec) {
  std::vector<CsvRow> rows(1, CsvRow{std::string(tr("Day")), std::string(spec.measure)});
  for (const HeatDay& day : spec.days) {
    rows.push_back({to_string(day.date), std::string(level_name(spec, day.level))});
  }
  return rows;
}

// The latest day first.
std::vector<std::vector<std::string>> table_rows(const HeatMapSpec& spec) {
  std::vector<std::vector<std::string>> rows(1, {tr("Day"), std::string(spec.measure)});
  for (auto day = spec.days.rbegin(); day != spec.days.rend(); ++day) {
    rows.push_back(
        {platform::format_date(day->date.days), std::string(level_name(spec, day->level))});
  }
  return rows;
}

void draw_squares(Ui& ui, const Rect& inside, const HeatMapSpec& spec, HeatMapState& state) {
  Squares squares;
  squares.first = first_heat_day(spec.today);
  squares.area = {inside.x + kMonthWidth, inside.y, inside.width - kMonthWidth, kRow * kMonths};
  squares.column = squares.area.width / 31;
  Node& image = ui.leaf(Tag::image, ui.key("squares"), inside);
  image.attributes.emplace_back(
      Attribute::label,
      tr_count(static_cast<std::int64_t>(spec.days.size()),
               "{title}: a square for each day of twelve months, one with an entry.",
               "{title}: a square for each day of twelve months, {n} with an entry.",
               {{"title", spec.title}}));
  const std::optional<Date> marked = read_day(ui, squares, spec, state);
  paint_squares(ui, squares, spec);
  if (marked) draw_tip(ui, squares, spec, *marked);
}

}  // namespace

Date first_heat_day(Date today) {
  const YearMonthDay parts = split_date(today);
  const bool is_december = parts.month == 12;
  return make_date(
      {is_december ? parts.year : parts.year - 1, is_december ? 1 : parts.month + 1, 1});
}

float heat_map(Ui& ui, const Rect& rect, const HeatMapSpec& spec, HeatMapState& state) {
  const auto entries = legend_of(ui, spec);
  const float squares = kRow * kMonths;
  const float height =
      squares + 8 + legend_height(ui, rect.width - 2 * kChartPadding, entries) + 12;
  const auto paint = [&](const Rect& inside) {
    draw_squares(ui, {inside.x, inside.y, inside.width, squares}, spec, state);
    draw_legend(ui, {inside.x, inside.y + squares + 8, inside.width, 0}, entries);
  };
  const auto cells = [&] { return table_rows(spec); };
  const auto file = [&] { return file_rows(spec); };
  return draw_chart_card(
      ui, rect, {spec.key, spec.title, spec.nothing, spec.days.empty(), height, paint, cells, file},
      state.is_table);
}

}  // namespace rr::ui
