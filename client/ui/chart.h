// Charts over a row of points (days, cycles, people): bars, stacked bars, lines with gaps, areas.
//
// A chart is a card with its title, a legend whose entries switch series on and off (from two on),
// the plot, the same numbers as a table ("Table: <title>") and as a file ("CSV: <title>"). Points
// are read with the pointer, and with arrow keys on the range input "Points of <title>", whose
// value text says all that the tooltip says. Colour never speaks alone: series differ in marker and
// dash, or in fill and outline. What has no values at all says so in a sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/chart_scale.h"
#include "client/ui/csv.h"
#include "client/ui/ui.h"
#include "shared/base/fill.h"

namespace rr::ui {

enum class ChartKind : std::uint8_t { bars, stacked_bars, lines, area };

struct ChartPoint {
  std::string label;  // under the axis, short: "Mar 3"
  std::string name;   // in tooltips and tables: "Tue, Mar 3"
};

struct ChartSeries {
  std::string name;
  std::vector<std::optional<double>> values;  // one for each point; none: a gap
  int colour = 0;                             // 1-4: series-1 to series-4; 0: by its place
  bool is_outline = false;                    // of bars: what others are compared with
};

struct ChartSpec {
  std::string_view key;
  std::string_view title;
  ChartKind kind = ChartKind::bars;
  std::span<const ChartPoint> points;
  std::span<const ChartSeries> series;
  ValueFormat format = {};
  std::string_view point_name = to_translate("Day");  // head of the table's first column
  std::optional<double> maximum = {};  // the axis reaches so far at least: 5 for moods
  // A dashed line across: "Average 3.3" at 3.3.
  std::optional<double> reference = {};
  std::string_view reference_name = {};
  std::string_view nothing = to_translate("Nothing to show yet.");
};

// What the caller keeps for it.
struct ChartState {
  std::vector<bool> hidden;  // by series
  bool is_table = false;
  std::int64_t point = 0;     // that arrow keys have reached
  bool is_dismissed = false;  // the tooltip, by Escape
};

// Draws from the upper left corner of `rect` on, as wide as it; answers the height.
float chart(Ui& ui, const Rect& rect, const ChartSpec& spec, ChartState& state);

// What a point says in full: "Tue, Mar 10: Mood 4 of 5, Energy no entry". Hidden series are left
// out.
[[nodiscard]] std::string point_words(const ChartSpec& spec, const ChartState& state,
                                      std::size_t point);
// The rows of its file, head included.
[[nodiscard]] std::vector<CsvRow> chart_rows(const ChartSpec& spec);

}  // namespace rr::ui
