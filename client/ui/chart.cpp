#include "client/ui/chart.h"

#include <algorithm>
#include <cmath>

#include "client/text/texts.h"
#include "client/ui/chart_plot.h"
#include "client/ui/paint.h"
#include "client/ui/slider.h"

namespace rr::ui {
namespace {

constexpr float kPlotPhone = 228;  // with the axis words
constexpr float kPlotDesktop = 218;

float plot_height(const Ui& ui) {
  return ui.layout() == LayoutClass::phone ? kPlotPhone : kPlotDesktop;
}

bool is_empty(const ChartSpec& spec) {
  for (const ChartSeries& series : spec.series) {
    for (const auto& value : series.values) {
      if (value) return false;
    }
  }
  return true;
}

bool is_hidden(const ChartState& state, std::size_t series) {
  return series < state.hidden.size() && state.hidden[series];
}

std::string value_words(const ChartSpec& spec, std::size_t series, std::size_t point) {
  const auto& values = spec.series[series].values;
  const auto value = point < values.size() ? values[point] : std::nullopt;
  return value ? format_value(*value, spec.format) : std::string(tr("no entry"));
}

std::vector<LegendEntry> legend_of(const Ui& ui, const ChartSpec& spec, const ChartState& state) {
  const bool is_line = spec.kind == ChartKind::lines || spec.kind == ChartKind::area;
  const bool is_toggle = spec.series.size() > 1;
  std::vector<LegendEntry> entries;
  for (std::size_t i = 0; i < spec.series.size(); ++i) {
    LegendLook look = is_line ? LegendLook::line : LegendLook::fill;
    if (!is_line && spec.series[i].is_outline) look = LegendLook::outline;
    entries.push_back(
        {spec.series[i].name, mark_of(ui, spec, i), look, !is_hidden(state, i), is_toggle});
  }
  if (spec.reference) {
    const SeriesMark line{ui.colour(Token::text_2), 0, 4, 4};
    entries.push_back({spec.reference_name, line, LegendLook::reference, true, false});
  }
  return entries;
}

// The last one that shows stays: a chart without series says nothing.
void toggle(const ChartSpec& spec, ChartState& state, std::size_t series) {
  if (series >= spec.series.size()) return;
  state.hidden.resize(spec.series.size(), false);
  state.hidden[series] = !state.hidden[series];
  const bool is_blank =
      std::all_of(state.hidden.begin(), state.hidden.end(), [](bool each) { return each; });
  if (is_blank) state.hidden[series] = false;
  platform::request_frame();
}

// The first row is the head.
std::vector<std::vector<std::string>> table_rows(const ChartSpec& spec) {
  std::vector<std::vector<std::string>> rows;
  rows.push_back({tr(spec.point_name)});
  for (const ChartSeries& series : spec.series) rows[0].push_back(series.name);
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    rows.push_back({spec.points[point].name});
    for (std::size_t i = 0; i < spec.series.size(); ++i) {
      const auto& values = spec.series[i].values;
      const bool has_value = point < values.size() && values[point];
      rows.back().push_back(has_value ? format_value(*values[point], spec.format) : "–");
    }
  }
  return rows;
}

// "Chores completed versus assigned: chart of 14 points from Fri, Feb 27 to Thu, Mar 12. ..."
std::string summary(const ChartSpec& spec) {
  std::string words = tr_count(static_cast<std::int64_t>(spec.points.size()),
                               "{title}: chart of one point, {last}.",
                               "{title}: chart of {n} points from {first} to {last}.",
                               {{"title", spec.title},
                                {"first", spec.points.front().name},
                                {"last", spec.points.back().name}});
  for (const ChartSeries& series : spec.series) {
    std::optional<double> least;
    std::optional<double> most;
    for (const auto& value : series.values) {
      if (!value) continue;
      least = std::min(least.value_or(*value), *value);
      most = std::max(most.value_or(*value), *value);
    }
    if (!least) continue;
    const std::string from = format_value(*least, spec.format);
    const std::string to = format_value(*most, spec.format);
    words += " " + tr("{series} from {least} to {most}.",
                      {{"series", series.name}, {"least", from}, {"most", to}});
  }
  return words;
}

// The point under the pointer, else the one that keys have reached while the focus is there.
std::optional<std::size_t> read_point(Ui& ui, const Plot& plot, const ChartSpec& spec,
                                      ChartState& state) {
  const auto last = static_cast<std::int64_t>(spec.points.size()) - 1;
  state.point = std::clamp<std::int64_t>(state.point, 0, last);
  const std::string name = tr("Points of {title}", {{"title", spec.title}});
  const std::string words = point_words(spec, state, static_cast<std::size_t>(state.point));
  SliderSpec slider{"points", name, state.point, 0, last, 1, words};
  // Half a thumb to the left of the first point, and to the right of the last one.
  const float half = kSliderThumb / 2;
  const Rect place{plot.x_of(0) - half, plot.area.y,
                   plot.band * static_cast<float>(last) + kSliderThumb, plot.area.height};
  Interaction interaction;
  const std::int64_t before = state.point;
  state.point = bare_slider(ui, place, slider, interaction);
  if (state.point != before) {
    state.is_dismissed = false;
    platform::request_frame();  // its words follow
  }
  if (interaction.is_focus_shown) focus_ring(ui, plot.area, 6);
  const bool is_over = ui.look(ui.key("plot"), plot.area).is_hovered;
  if (!is_over && !interaction.is_focused) state.is_dismissed = false;
  if ((is_over || interaction.is_focused) && ui.is_key_pressed("Escape")) state.is_dismissed = true;
  if (state.is_dismissed) return std::nullopt;
  if (is_over) {
    const float band = std::floor((ui.pointer_x() - plot.area.x) / plot.band);
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(static_cast<std::int64_t>(band), 0, last));
  }
  if (!interaction.is_focused) return std::nullopt;
  return static_cast<std::size_t>(state.point);
}

void draw_tip(Ui& ui, const Plot& plot, const ChartSpec& spec, std::size_t point) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const std::size_t i : plot.shown) {
    rows.emplace_back(spec.series[i].name, value_words(spec, i, point));
  }
  draw_point_tip(ui, ui.key("tip"), {spec.points[point].name, rows, plot.x_of(point), plot.area});
}

void draw_plot(Ui& ui, const Rect& rect, const ChartSpec& spec, ChartState& state) {
  const Plot plot = make_plot(ui, rect, spec, state);
  Node& image = ui.leaf(Tag::image, ui.key("plot"), rect);
  image.attributes.emplace_back(Attribute::label, summary(spec));
  const std::optional<std::size_t> marked = read_point(ui, plot, spec, state);
  paint_axes(ui, plot, spec);
  paint_values(ui, plot, spec, marked);
  if (marked) draw_tip(ui, plot, spec, *marked);
}

}  // namespace

std::string point_words(const ChartSpec& spec, const ChartState& state, std::size_t point) {
  std::string words = spec.points[point].name + ":";
  const char* separator = " ";
  for (std::size_t i = 0; i < spec.series.size(); ++i) {
    if (is_hidden(state, i)) continue;
    words += separator + spec.series[i].name + " " + value_words(spec, i, point);
    separator = ", ";
  }
  return words;
}

std::vector<CsvRow> chart_rows(const ChartSpec& spec) {
  const bool is_money = spec.format.kind == ValueKind::money;
  const int digits = is_money || spec.format.kind == ValueKind::number ? 2 : 0;
  std::vector<CsvRow> rows(1, CsvRow{std::string(tr(spec.point_name))});
  for (const ChartSeries& series : spec.series) {
    rows[0].emplace_back(is_money ? series.name + " (" + std::string(spec.format.currency) + ")"
                                  : series.name);
  }
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    CsvRow row{spec.points[point].name};
    for (const ChartSeries& series : spec.series) {
      const auto value = point < series.values.size() ? series.values[point] : std::nullopt;
      if (!value) {
        row.emplace_back();
      } else {
        row.emplace_back(CsvNumber{is_money ? *value / 100 : *value, digits});
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

float chart(Ui& ui, const Rect& rect, const ChartSpec& spec, ChartState& state) {
  const auto entries = legend_of(ui, spec, state);
  const float legend = legend_height(ui, rect.width - 2 * kChartPadding, entries);
  const auto paint = [&](const Rect& inside) {
    if (const auto pressed = draw_legend(ui, inside, entries)) toggle(spec, state, *pressed);
    draw_plot(ui, {inside.x, inside.y + legend, inside.width, plot_height(ui)}, spec, state);
  };
  const auto cells = [&] { return table_rows(spec); };
  const auto file = [&] { return chart_rows(spec); };
  return draw_chart_card(ui, rect,
                         {spec.key, spec.title, spec.nothing, is_empty(spec),
                          legend + plot_height(ui) + 4, paint, cells, file},
                         state.is_table);
}

}  // namespace rr::ui
