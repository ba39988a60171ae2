// Paints a chart's plot: grid, axis words, bars, lines, areas. Inside client/ui only.
#pragma once

#include <vector>

#include "client/ui/chart.h"
#include "client/ui/chart_parts.h"

namespace rr::ui {

// Where a chart's points stand on the screen.
struct Plot {
  Rect area;       // inside the axes
  float band = 0;  // width that each point has
  Scale scale;
  std::vector<std::size_t> shown;  // places of the series that are not switched off

  [[nodiscard]] float x_of(std::size_t point) const {
    return area.x + band * (static_cast<float>(point) + 0.5F);
  }
  [[nodiscard]] float y_of(double value) const {
    return area.bottom() - static_cast<float>(scale.share(value)) * area.height;
  }
};

// `rect` holds the axis words too.
[[nodiscard]] Plot make_plot(Ui& ui, const Rect& rect, const ChartSpec& spec,
                             const ChartState& state);
void paint_axes(Ui& ui, const Plot& plot, const ChartSpec& spec);
// `marked`: the point that is read, none: no upright line.
void paint_values(Ui& ui, const Plot& plot, const ChartSpec& spec,
                  std::optional<std::size_t> marked);
[[nodiscard]] SeriesMark mark_of(const Ui& ui, const ChartSpec& spec, std::size_t series);

inline constexpr float kAxisRow = 28;

}  // namespace rr::ui
