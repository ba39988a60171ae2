#include "client/ui/chart_parts.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/paint.h"
#include "client/ui/tooltip.h"

namespace rr::ui {
namespace {

constexpr float kLegendRow = 32;
constexpr float kLegendGap = 8;
constexpr float kSwatch = 30;  // with the room after it

float entry_width(Ui& ui, const LegendEntry& entry) {
  return std::ceil(text_width(ui, entry.name, type::caption)) + kSwatch + 12;
}

// Left edge and row of each entry.
std::vector<std::pair<float, int>> legend_places(Ui& ui, float width,
                                                 std::span<const LegendEntry> entries) {
  std::vector<std::pair<float, int>> places;
  float x = 0;
  int row = 0;
  for (const LegendEntry& entry : entries) {
    const float wanted = entry_width(ui, entry);
    if (x > 0 && x + wanted > width) {
      x = 0;
      ++row;
    }
    places.emplace_back(x, row);
    x += wanted + kLegendGap;
  }
  return places;
}

void draw_swatch(Ui& ui, const Rect& rect, const LegendEntry& entry) {
  SeriesMark mark = entry.mark;
  if (!entry.is_on) mark.colour = ui.colour(Token::border_control);
  const float middle = rect.y + rect.height / 2;
  const Rect box{rect.x + 4, middle - 7, 14, 14};
  switch (entry.look) {
    case LegendLook::fill:
      if (entry.is_on) {
        fill(ui, box, mark.colour, 4);
      } else {
        edge(ui, box, mark.colour, 4, 1);
      }
      return;
    case LegendLook::outline: edge(ui, box, mark.colour, 4, 1.5F); return;
    case LegendLook::line:
      draw_dashes(ui, rect.x, middle, rect.x + 22, middle, mark, 2.4F);
      draw_marker(ui, rect.x + 11, middle, mark);
      return;
    case LegendLook::reference: draw_dashes(ui, rect.x, middle, rect.x + 22, middle, mark, 1.5F);
  }
}

}  // namespace

void download_rows(std::string_view title, const std::vector<CsvRow>& rows) {
  platform::download_text(csv_file_name(title), to_csv(rows));
}

bool draw_chart_head(Ui& ui, const Rect& card, const ChartHead& head, bool& is_table) {
  const float top = card.y + 4;
  const float right = card.right() - 8;
  const float room = head.is_empty ? 0.0F : 96.0F;
  const Rect title{card.x + kChartPadding, top, right - room - card.x - kChartPadding, 48};
  if (text_width(ui, head.title, type::title) <= title.width) {
    heading(ui, "title", title, head.title, type::title, HeadingLevel::h2);
  } else {
    wrapped_heading(ui, "title", title.x, title.y + 4, title.width, head.title, type::body_strong,
                    HeadingLevel::h2);
  }
  if (head.is_empty) return false;
  const std::string table = tr("Table: {title}", {{"title", head.title}});
  const Rect table_place{right - 92, top + 2, 44, 44};
  if (icon_button(ui, table_place, {"table", table, is_table ? "chart-column" : "table-2"})) {
    is_table = !is_table;
    platform::request_frame();
  }
  if (Node* node = ui.emitted(ui.key("table"))) {
    node->attributes.emplace_back(Attribute::pressed, is_table ? "true" : "false");
  }
  tooltip(ui, {ui.key("table"), table_place, is_table ? tr("Chart") : tr("Table"), true});
  const std::string file = tr("CSV: {title}", {{"title", head.title}});
  const Rect file_place{right - 46, top + 2, 44, 44};
  const bool is_file_wanted = icon_button(ui, file_place, {"csv", file, "download"});
  tooltip(ui, {ui.key("csv"), file_place, tr("Download as CSV"), true});
  return is_file_wanted;
}

SeriesMark series_mark(const Ui& ui, int place) {
  constexpr Token kTokens[] = {Token::series_1, Token::series_2, Token::series_3, Token::series_4};
  const int kind = (place - 1) % 4;
  SeriesMark mark{ui.colour(kTokens[kind]), kind};
  if (kind == 2) mark.dash = 6, mark.dash_gap = 4;
  if (kind == 3) mark.dash = 2, mark.dash_gap = 3;
  return mark;
}

void draw_marker(Ui& ui, float x, float y, const SeriesMark& mark, float size) {
  ImDrawList* list = ui.draw_list();
  const float half = size / 2;
  switch (mark.shape) {
    case 0: circle(ui, x, y, half, mark.colour); break;
    case 1: fill(ui, {x - half, y - half, size, size}, mark.colour, 1); break;
    case 2:
      list->AddTriangleFilled({x, y - half * 1.2F}, {x + half * 1.2F, y + half},
                              {x - half * 1.2F, y + half}, mark.colour);
      break;
    default:
      list->AddQuadFilled({x, y - half * 1.3F}, {x + half * 1.3F, y}, {x, y + half * 1.3F},
                          {x - half * 1.3F, y}, mark.colour);
  }
}

void draw_dashes(Ui& ui, float x0, float y0, float x1, float y1, const SeriesMark& mark,
                 float thickness) {
  if (mark.dash <= 0) {
    ui.draw_list()->AddLine({x0, y0}, {x1, y1}, mark.colour, thickness);
    return;
  }
  const float length = std::hypot(x1 - x0, y1 - y0);
  const float dx = (x1 - x0) / length;
  const float dy = (y1 - y0) / length;
  const float period = mark.dash + mark.dash_gap;
  const int count = static_cast<int>(std::ceil(length / period));
  for (int i = 0; i < count; ++i) {
    const float from = static_cast<float>(i) * period;
    const float to = std::min(from + mark.dash, length);
    ui.draw_list()->AddLine({x0 + dx * from, y0 + dy * from}, {x0 + dx * to, y0 + dy * to},
                            mark.colour, thickness);
  }
}

float legend_height(Ui& ui, float width, std::span<const LegendEntry> entries) {
  if (entries.empty()) return 0;
  const int rows = legend_places(ui, width, entries).back().second + 1;
  return static_cast<float>(rows) * (entries[0].is_toggle ? kTargetSize : kLegendRow);
}

LegendResult draw_legend(Ui& ui, const Rect& rect, std::span<const LegendEntry> entries) {
  LegendResult result;
  const auto places = legend_places(ui, rect.width, entries);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const LegendEntry& entry = entries[i];
    const float height = entries[0].is_toggle ? kTargetSize : kLegendRow;
    const Rect place{rect.x + places[i].first,
                     rect.y + height * static_cast<float>(places[i].second),
                     std::min(entry_width(ui, entry), rect.width), height};
    const std::uint64_t key = join_key(ui.key("legend"), i);
    const Rect words{place.x + kSwatch, place.y, place.width - kSwatch, place.height};
    if (entry.is_toggle) {
      Node& node = ui.leaf(Tag::button, key, place);
      node.text = entry.name;
      node.attributes.emplace_back(Attribute::pressed, entry.is_on ? "true" : "false");
      const Interaction state = ui.interact(key, place);
      const Rect ground{place.x - 6, place.y + 6, place.width + 6, place.height - 12};
      if (state.is_hovered || state.is_pressed) {
        fill(ui, ground, ui.colour(state.is_pressed ? Token::pressed : Token::hover), 8);
      }
      if (state.is_focus_shown) focus_ring(ui, ground.inset(1), 8);
      if (state.is_activated) result.toggled = i;
    } else {
      Node& node = ui.leaf(Tag::span, key, words);
      node.text = entry.name;
    }
    draw_swatch(ui, place, entry);
    text_line(ui, words, entry.name, type::caption,
              ui.colour(entry.is_on ? Token::text : Token::text_3));
    if (entry.is_on || !entry.is_toggle) continue;
    const float width = std::min(text_width(ui, entry.name, type::caption), words.width);
    fill(ui, {words.x, words.y + words.height / 2, width, 1}, ui.colour(Token::text_3));
  }
  result.height = legend_height(ui, rect.width, entries);
  return result;
}

void draw_point_tip(Ui& ui, std::uint64_t key, const PointTip& tip) {
  float names = text_width(ui, tip.title, type::caption_strong);
  float values = 0;
  for (const auto& [name, value] : tip.rows) {
    values = std::max(values, text_width(ui, value, type::caption_strong));
  }
  for (const auto& [name, value] : tip.rows) {
    names = std::max(names, text_width(ui, name, type::caption) + 24 + values);
  }
  const float width = std::ceil(names) + 24;
  const float height = 16 + 22 * static_cast<float>(tip.rows.size() + 1);
  // At the side of the point that has more room, inside the window.
  const bool is_left = tip.x > tip.plot.x + tip.plot.width / 2;
  const float wanted = is_left ? tip.x - width - 12 : tip.x + 12;
  const float x = std::clamp(wanted, 4.0F, std::max(4.0F, ui.viewport().width - width - 4));
  const Rect rect{x, tip.plot.y + 4, width, height};
  ui.open_layer(Ui::LayerKind::toasts);
  std::string words(tip.title);
  Node& node = ui.leaf(Tag::group, key, rect);
  node.attributes.emplace_back(Attribute::role, "tooltip");
  shadow(ui, rect, 8, Elevation::menu);
  fill(ui, rect, ui.colour(Token::inverse), 8);
  const Colour ink = ui.colour(Token::inverse_text);
  float y = rect.y + 8;
  text_line(ui, {x + 12, y, width - 24, 22}, tip.title, type::caption_strong, ink);
  for (const auto& [name, value] : tip.rows) {
    y += 22;
    text_line(ui, {x + 12, y, width - 24, 22}, name, type::caption, ink);
    text_line(ui, {x + 12, y, width - 24, 22}, value, type::caption_strong, ink, Align::end);
    words += ", " + name + " " + value;
  }
  node.text = words;
  ui.close_layer();
}

}  // namespace rr::ui
