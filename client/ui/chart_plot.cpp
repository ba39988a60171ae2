#include "client/ui/chart_plot.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kLabelGap = 14;
constexpr float kWidestBar = 28;

double value_or_zero(const ChartSeries& series, std::size_t point) {
  return point < series.values.size() ? series.values[point].value_or(0) : 0;
}

std::optional<double> value_of(const ChartSeries& series, std::size_t point) {
  return point < series.values.size() ? series.values[point] : std::nullopt;
}

Scale scale_of(const ChartSpec& spec, const std::vector<std::size_t>& shown) {
  double least = 0;
  double most = spec.maximum.value_or(0);
  if (spec.reference) most = std::max(most, *spec.reference);
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    double sum = 0;
    for (const std::size_t i : shown) {
      const double value = value_or_zero(spec.series[i], point);
      sum += value;
      least = std::min(least, value);
      most = std::max(most, value);
    }
    if (spec.kind == ChartKind::stacked_bars) most = std::max(most, sum);
  }
  const int wanted = spec.maximum ? static_cast<int>(std::lround(*spec.maximum)) : 4;
  return make_scale(least, most, spec.format.kind, std::clamp(wanted, 3, 6));
}

void paint_bar(Ui& ui, const Rect& rect, const SeriesMark& mark, LegendLook look) {
  if (rect.height < 0.5F) return;
  const float radius = std::min({4.0F, rect.width / 2, rect.height / 2});
  if (look == LegendLook::outline) {
    fill(ui, rect, ui.colour(Token::surface), radius);
    edge(ui, rect, mark.colour, radius, 1.5F);
  } else {
    fill(ui, rect, mark.colour, radius);
  }
}

void paint_grouped(Ui& ui, const Plot& plot, const ChartSpec& spec) {
  const auto count = static_cast<float>(plot.shown.size());
  constexpr float kGap = 2;
  const float room = plot.band * 0.72F;
  const float width = std::clamp((room - kGap * (count - 1)) / count, 1.0F, kWidestBar);
  const float group = width * count + kGap * (count - 1);
  const float zero = plot.y_of(0);
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    float x = plot.x_of(point) - group / 2;
    for (const std::size_t i : plot.shown) {
      const float y = plot.y_of(value_or_zero(spec.series[i], point));
      const LegendLook look = spec.series[i].is_outline ? LegendLook::outline : LegendLook::fill;
      paint_bar(ui, {x, std::min(y, zero), width, std::abs(zero - y)}, mark_of(ui, spec, i), look);
      x += width + kGap;
    }
  }
}

void paint_stacked(Ui& ui, const Plot& plot, const ChartSpec& spec) {
  const float width = std::clamp(plot.band * 0.48F, 2.0F, kWidestBar);
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    double sum = 0;
    for (const std::size_t i : plot.shown) {
      const double value = value_or_zero(spec.series[i], point);
      if (value <= 0) continue;
      const float bottom = plot.y_of(sum) - (sum > 0 ? 2.0F : 0.0F);
      sum += value;
      const float top = plot.y_of(sum);
      paint_bar(ui, {plot.x_of(point) - width / 2, top, width, std::max(1.0F, bottom - top)},
                mark_of(ui, spec, i), LegendLook::fill);
    }
  }
}

// From the line down to the axis, ever fainter.
void paint_area(Ui& ui, const Plot& plot, float x0, float y0, float x1, float y1, Colour colour) {
  ImDrawList* list = ui.draw_list();
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const float base = plot.area.bottom();
  const auto tint = [&](float y) {
    const float height = std::clamp((base - y) / plot.area.height, 0.0F, 1.0F);
    return with_alpha(colour, 0.04F + 0.26F * height);
  };
  const auto first = static_cast<ImDrawIdx>(list->_VtxCurrentIdx);
  list->PrimReserve(6, 4);
  for (const int corner : {0, 1, 2, 0, 2, 3}) {
    list->PrimWriteIdx(static_cast<ImDrawIdx>(first + corner));
  }
  list->PrimWriteVtx({x0, y0}, white, tint(y0));
  list->PrimWriteVtx({x1, y1}, white, tint(y1));
  list->PrimWriteVtx({x1, base}, white, with_alpha(colour, 0.02F));
  list->PrimWriteVtx({x0, base}, white, with_alpha(colour, 0.02F));
}

// Runs of neighbours with values; a gap ends a run.
void paint_line(Ui& ui, const Plot& plot, const ChartSpec& spec, std::size_t series) {
  const SeriesMark mark = mark_of(ui, spec, series);
  const ChartSeries& values = spec.series[series];
  const auto each_piece = [&](const auto& paint) {
    for (std::size_t i = 1; i < spec.points.size(); ++i) {
      const auto from = value_of(values, i - 1);
      const auto to = value_of(values, i);
      if (from && to) paint(plot.x_of(i - 1), plot.y_of(*from), plot.x_of(i), plot.y_of(*to));
    }
  };
  if (spec.kind == ChartKind::area) {
    each_piece([&](float x0, float y0, float x1, float y1) {
      paint_area(ui, plot, x0, y0, x1, y1, mark.colour);
    });
  }
  if (mark.dash > 0) {
    each_piece([&](float x0, float y0, float x1, float y1) {
      draw_dashes(ui, x0, y0, x1, y1, mark, 2.4F);
    });
  }
  std::vector<ImVec2> run;
  const auto end_run = [&] {
    if (run.size() > 1 && mark.dash <= 0) {
      ui.draw_list()->AddPolyline(run.data(), static_cast<int>(run.size()), mark.colour, 0, 2.4F);
    }
    run.clear();
  };
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    const auto value = value_of(values, i);
    if (!value) {
      end_run();
      continue;
    }
    run.push_back({plot.x_of(i), plot.y_of(*value)});
  }
  end_run();
  // Markers only where they do not run into each other.
  const bool has_markers = plot.band >= 10;
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    const auto value = value_of(values, i);
    const bool is_alone = value && (i == 0 || !value_of(values, i - 1)) &&
                          (i + 1 == spec.points.size() || !value_of(values, i + 1));
    if (value && (has_markers || is_alone)) {
      draw_marker(ui, plot.x_of(i), plot.y_of(*value), mark);
    }
  }
}

}  // namespace

SeriesMark mark_of(const Ui& ui, const ChartSpec& spec, std::size_t series) {
  const int own = spec.series[series].colour;
  SeriesMark mark = series_mark(ui, own == 0 ? static_cast<int>(series) + 1 : own);
  // Markers tell lines apart whatever their colours: they go by place.
  mark.shape = series_mark(ui, static_cast<int>(series) + 1).shape;
  return mark;
}

Plot make_plot(Ui& ui, const Rect& rect, const ChartSpec& spec, const ChartState& state) {
  Plot plot;
  for (std::size_t i = 0; i < spec.series.size(); ++i) {
    if (i >= state.hidden.size() || !state.hidden[i]) plot.shown.push_back(i);
  }
  plot.scale = scale_of(spec, plot.shown);
  float widest = 0;
  for (const double tick : plot.scale.ticks) {
    widest = std::max(widest, text_width(ui, format_tick(tick, spec.format), type::caption));
  }
  const float left = std::ceil(widest) + 10;
  plot.area = {rect.x + left, rect.y + 10, rect.width - left, rect.height - 10 - kAxisRow};
  plot.band = plot.area.width / static_cast<float>(std::max<std::size_t>(1, spec.points.size()));
  return plot;
}

void paint_axes(Ui& ui, const Plot& plot, const ChartSpec& spec) {
  const Colour words = ui.colour(Token::text_3);
  for (const double tick : plot.scale.ticks) {
    const float y = std::round(plot.y_of(tick));
    const bool is_zero = tick == 0;
    fill(ui, {plot.area.x, y, plot.area.width, 1},
         is_zero ? ui.colour(Token::border_control) : grid_line(ui));
    const std::string text = format_tick(tick, spec.format);
    const float width = text_width(ui, text, type::caption);
    text_line(ui, {plot.area.x - 10 - width, y - 9, width + 1, 18}, text, type::caption, words);
  }
  std::vector<float> widths;
  std::vector<float> middles;
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    widths.push_back(text_width(ui, spec.points[i].label, type::caption));
    middles.push_back(plot.x_of(i));
  }
  const float y = plot.area.bottom() + 8;
  for (const AxisLabel& each :
       place_labels(widths, middles, plot.area.x - 8, plot.area.right(), kLabelGap)) {
    const std::string& text = spec.points[each.index].label;
    text_line(ui, {each.x, y, widths[each.index] + 1, 18}, text, type::caption, words);
  }
}

void paint_values(Ui& ui, const Plot& plot, const ChartSpec& spec,
                  std::optional<std::size_t> marked) {
  const bool is_bars = spec.kind == ChartKind::bars || spec.kind == ChartKind::stacked_bars;
  if (marked && is_bars) {
    fill(ui, {plot.x_of(*marked) - plot.band / 2, plot.area.y, plot.band, plot.area.height},
         ui.colour(Token::hover), 4);
  }
  if (spec.kind == ChartKind::bars) paint_grouped(ui, plot, spec);
  if (spec.kind == ChartKind::stacked_bars) paint_stacked(ui, plot, spec);
  if (spec.reference) {
    const SeriesMark line{ui.colour(Token::text_2), 0, 4, 4};
    const float y = std::round(plot.y_of(*spec.reference)) + 0.5F;
    draw_dashes(ui, plot.area.x, y, plot.area.right(), y, line, 1.5F);
  }
  if (is_bars) return;
  for (const std::size_t i : plot.shown) paint_line(ui, plot, spec, i);
  if (!marked) return;
  const SeriesMark line{ui.colour(Token::text_2), 0, 3, 3};
  const float x = std::round(plot.x_of(*marked)) + 0.5F;
  draw_dashes(ui, x, plot.area.y, x, plot.area.bottom(), line, 1);
  for (const std::size_t i : plot.shown) {
    const auto value = value_of(spec.series[i], *marked);
    if (!value) continue;
    const float y = plot.y_of(*value);
    circle(ui, x, y, 8, with_alpha(mark_of(ui, spec, i).colour, 0.25F));
    draw_marker(ui, x, y, mark_of(ui, spec, i), 9);
  }
}

}  // namespace rr::ui
