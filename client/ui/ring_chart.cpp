#include "client/ui/ring_chart.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "client/text/texts.h"
#include "client/ui/chart_parts.h"
#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kRing = 132;
constexpr float kThickness = 20;
constexpr float kRow = 32;
constexpr float kPi = 3.14159265F;

double total_of(std::span<const RingPart> parts) {
  return std::accumulate(parts.begin(), parts.end(), 0.0, [](double sum, const RingPart& part) {
    return sum + std::max(0.0, part.value);
  });
}

Colour colour_of(const Ui& ui, const RingPart& part, std::size_t place) {
  if (part.hue > 0) return person_colours(ui.theme(), part.hue).fill;
  return series_mark(ui, static_cast<int>(place) + 1).colour;
}

void paint_ring(Ui& ui, const Rect& rect, const RingChartSpec& spec) {
  const float radius = (rect.width - kThickness) / 2;
  const ImVec2 centre{rect.x + rect.width / 2, rect.y + rect.height / 2};
  const double total = total_of(spec.parts);
  const auto count = std::count_if(spec.parts.begin(), spec.parts.end(),
                                   [](const RingPart& part) { return part.value > 0; });
  const float gap = count > 1 ? 3 / radius : 0.0F;
  float from = -kPi / 2;
  for (std::size_t i = 0; i < spec.parts.size(); ++i) {
    if (spec.parts[i].value <= 0) continue;
    const float to = from + 2 * kPi * static_cast<float>(spec.parts[i].value / total);
    if (to - from > gap) {
      ui.draw_list()->PathArcTo(centre, radius, from + gap / 2, to - gap / 2, 64);
      ui.draw_list()->PathStroke(colour_of(ui, spec.parts[i], i), 0, kThickness);
    }
    from = to;
  }
  text_line(ui, rect, format_value(total, spec.format), type::title, ui.colour(Token::text),
            Align::centre);
}

// What each part is, beside the ring.
void draw_parts(Ui& ui, const Rect& rect, const RingChartSpec& spec) {
  const std::vector<int> percents = ring_percents(spec.parts);
  Node& list = ui.open(Tag::list, ui.key("parts"), rect);
  list.attributes.emplace_back(Attribute::label, spec.title);
  float y = rect.y;
  for (std::size_t i = 0; i < spec.parts.size(); ++i) {
    const RingPart& part = spec.parts[i];
    const Rect row{rect.x, y, rect.width, kRow};
    ui.open(Tag::list_item, join_key(ui.key("part"), i), row);
    if (part.hue > 0) {
      avatar(ui, row.x, row.y + 4, 24, part.name, part.hue);
    } else {
      fill(ui, {row.x + 5, row.y + 9, 14, 14}, colour_of(ui, part, i), 4);
    }
    const std::string share = std::to_string(percents[i]) + "%";
    const std::string value = format_value(part.value, spec.format);
    const float value_width = text_width(ui, value, type::caption_strong) + 1;
    const float right = row.right() - 44;
    label(ui, "name", {row.x + 34, row.y, right - value_width - 8 - row.x - 34, kRow}, part.name,
          type::body, Token::text);
    label(ui, "value", {right - value_width, row.y, value_width, kRow}, value, type::caption_strong,
          Token::text, Align::end);
    label(ui, "share", {right, row.y, 44, kRow}, share, type::caption, Token::text_2, Align::end);
    ui.close();
    y += kRow;
  }
  ui.close();
}

std::vector<CsvRow> file_rows(const RingChartSpec& spec) {
  const bool is_money = spec.format.kind == ValueKind::money;
  std::string head(spec.value_name);
  if (is_money) head += " (" + std::string(spec.format.currency) + ")";
  std::vector<CsvRow> rows(1, CsvRow{std::string(spec.part_name), head});
  for (const RingPart& part : spec.parts) {
    rows.push_back(
        {part.name, CsvNumber{is_money ? part.value / 100 : part.value, is_money ? 2 : 0}});
  }
  return rows;
}

std::vector<std::vector<std::string>> table_rows(const RingChartSpec& spec) {
  const std::vector<int> percents = ring_percents(spec.parts);
  std::vector<std::vector<std::string>> rows(
      1, {std::string(spec.part_name), std::string(spec.value_name), tr("Share")});
  for (std::size_t i = 0; i < spec.parts.size(); ++i) {
    rows.push_back({spec.parts[i].name, format_value(spec.parts[i].value, spec.format),
                    std::to_string(percents[i]) + "%"});
  }
  return rows;
}

}  // namespace

std::vector<int> ring_percents(std::span<const RingPart> parts) {
  const double total = total_of(parts);
  std::vector<int> percents(parts.size(), 0);
  if (total <= 0) return percents;
  std::vector<std::pair<double, std::size_t>> remainders;
  int given = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const double share = std::max(0.0, parts[i].value) / total * 100;
    percents[i] = static_cast<int>(std::floor(share + 1e-9));
    given += percents[i];
    remainders.emplace_back(-(share - percents[i]), i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; given < 100; ++i, ++given) ++percents[remainders[i].second];
  return percents;
}

float ring_chart(Ui& ui, const Rect& rect, const RingChartSpec& spec, RingChartState& state) {
  const float list = kRow * static_cast<float>(spec.parts.size());
  const float height = std::max(kRing, list);
  const auto paint = [&](const Rect& inside) {
    // On narrow cards the list says it all, and the ring is as small as it must be.
    const float size = std::min(kRing, inside.width * 0.4F);
    const Rect circle{inside.x, inside.y + (height - size) / 2, size, size};
    paint_ring(ui, circle, spec);
    const float x = circle.right() + 24;
    draw_parts(ui, {x, inside.y + (height - list) / 2, inside.right() - x, list}, spec);
  };
  const auto cells = [&] { return table_rows(spec); };
  const auto file = [&] { return file_rows(spec); };
  return draw_chart_card(ui, rect,
                         {spec.key, spec.title, spec.nothing, total_of(spec.parts) <= 0,
                          height + 24, paint, cells, file},
                         state.is_table);
}

}  // namespace rr::ui
