// What all charts share: card with table and file, legend, tooltip. Inside client/ui only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/ui/csv.h"
#include "client/ui/widgets.h"
#include "shared/base/function_ref.h"

namespace rr::ui {

inline constexpr float kChartPadding = 16;

// A chart's card: its title, the buttons for table and file, and below either the picture or the
// same numbers as a table, or why there is nothing.
struct ChartCard {
  std::string_view key;
  std::string_view title;
  std::string_view nothing;  // said when it is empty, translated here
  bool is_empty = false;
  float height = 0;  // of the picture
  FunctionRef<void(const Rect& inside)> paint;
  FunctionRef<std::vector<std::vector<std::string>>()> cells;  // the first row is the head
  FunctionRef<std::vector<CsvRow>()> file;
};
// Draws from the upper left corner of `rect` on, as wide as it; answers the height.
float draw_chart_card(Ui& ui, const Rect& rect, const ChartCard& card, bool& is_table);

// How a series is drawn; in legends and in plots alike.
struct SeriesMark {
  Colour colour = 0;
  int shape = 0;   // 0 circle, 1 square, 2 triangle, 3 diamond
  float dash = 0;  // 0: solid
  float dash_gap = 0;
};
[[nodiscard]] SeriesMark series_mark(const Ui& ui, int place);
void draw_marker(Ui& ui, float x, float y, const SeriesMark& mark, float size = 8);
void draw_dashes(Ui& ui, float x0, float y0, float x1, float y1, const SeriesMark& mark,
                 float thickness);

// Of lines behind values.
[[nodiscard]] Colour grid_line(const Ui& ui);

enum class LegendLook : std::uint8_t { fill, outline, line, reference };
struct LegendEntry {
  std::string_view name;
  SeriesMark mark;
  LegendLook look = LegendLook::fill;
  bool is_on = true;
  bool is_toggle = false;
};
// In as many rows as they need.
[[nodiscard]] float legend_height(Ui& ui, float width, std::span<const LegendEntry> entries);
// Answers the entry that was pressed.
std::optional<std::size_t> draw_legend(Ui& ui, const Rect& rect,
                                       std::span<const LegendEntry> entries);

struct TableSpec {
  std::string_view key;
  std::string_view name;
  std::span<const std::vector<std::string>> rows;  // the first one is the head
};
[[nodiscard]] float table_height(std::size_t rows);  // a longer table scrolls
// A native table: the first cell of a row is its head, numbers stand at the right.
void draw_table(Ui& ui, const Rect& rect, const TableSpec& spec);

struct PointTip {
  std::string_view title;
  std::span<const std::pair<std::string, std::string>> rows;  // name and value
  float x = 0;                                                // of the point, on the screen
  Rect plot;
};
// Beside the point, over everything.
void draw_point_tip(Ui& ui, std::uint64_t key, const PointTip& tip);

}  // namespace rr::ui
