#include "client/ui/chart_parts.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kChartHead = 52;
constexpr float kNothing = 120;
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

// Offers the rows as a file named after the title.
void download_rows(std::string_view title, const std::vector<CsvRow>& rows) {
  platform::download_text(csv_file_name(title), to_csv(rows));
}

void draw_title(Ui& ui, const Rect& rect, std::string_view title) {
  if (text_width(ui, title, type::title) <= rect.width) {
    heading(ui, "title", rect, title, type::title, HeadingLevel::h2);
  } else {
    wrapped_heading(ui, "title", rect.x, rect.y + 4, rect.width, title, type::body_strong,
                    HeadingLevel::h2);
  }
}

// Answers whether the file is wanted.
bool draw_buttons(Ui& ui, float right, float top, std::string_view title, bool& is_table) {
  const std::string table = tr("Table: {title}", {{"title", title}});
  const Rect table_place{right - 92, top, 44, 44};
  if (icon_button(ui, table_place, {"table", table, is_table ? "chart-column" : "table-2"})) {
    is_table = !is_table;
    platform::request_frame();
  }
  if (Node* node = ui.emitted(ui.key("table"))) {
    node->attributes.emplace_back(Attribute::pressed, is_table ? "true" : "false");
  }
  const std::string file = tr("CSV: {title}", {{"title", title}});
  return icon_button(ui, {right - 46, top, 44, 44}, {"csv", file, "download"});
}

void draw_nothing(Ui& ui, const Rect& inside, std::string_view words) {
  icon(ui, "chart-column", inside.x + inside.width / 2 - 12, inside.y + 8, 24,
       ui.colour(Token::text_3));
  paragraph(ui, "nothing", inside.x, inside.y + 40, inside.width, words, type::body, Token::text_2,
            Align::centre);
}

}  // namespace

float draw_chart_card(Ui& ui, const Rect& rect, const ChartCard& spec, bool& is_table) {
  std::vector<std::vector<std::string>> cells;
  float height = spec.height;
  if (spec.is_empty) {
    height = kNothing;
  } else if (is_table) {
    cells = spec.cells();
    height = table_height(cells.size()) + kChartPadding;
  }
  const Rect place{rect.x, rect.y, rect.width, kChartHead + height};
  Node& node = ui.open(Tag::group, ui.key(spec.key), place);
  node.attributes.emplace_back(Attribute::role, "figure");
  node.attributes.emplace_back(Attribute::label, spec.title);
  card(ui, place);
  const float right = place.right() - 8;
  const float title_right = right - (spec.is_empty ? 0.0F : 96.0F);
  const Rect inside{place.x + kChartPadding, place.y + kChartHead, place.width - 2 * kChartPadding,
                    height};
  draw_title(ui, {inside.x, place.y + 4, title_right - inside.x, 48}, spec.title);
  if (spec.is_empty) {
    draw_nothing(ui, inside, tr(spec.nothing));
    ui.close();
    return place.height;
  }
  // The table that a press calls for is drawn in the next frame, when its height is known.
  const bool shows_table = is_table;
  if (draw_buttons(ui, right, place.y + 6, spec.title, is_table)) {
    download_rows(spec.title, spec.file());
  }
  if (shows_table) {
    draw_table(ui, {inside.x, inside.y, inside.width, table_height(cells.size())},
               {"values", spec.title, cells});
  } else {
    spec.paint(inside);
  }
  ui.close();
  return place.height;
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

Colour grid_line(const Ui& ui) {
  // In high contrast hairlines are as black as the values: they step back.
  return with_alpha(ui.colour(Token::border), is_contrast(ui) ? 0.3F : 1.0F);
}

float legend_height(Ui& ui, float width, std::span<const LegendEntry> entries) {
  if (entries.empty()) return 0;
  const int rows = legend_places(ui, width, entries).back().second + 1;
  // As high where nothing can be pressed: plots side by side stand at one height.
  return static_cast<float>(rows) * kTargetSize;
}

std::optional<std::size_t> draw_legend(Ui& ui, const Rect& rect,
                                       std::span<const LegendEntry> entries) {
  std::optional<std::size_t> pressed;
  const auto places = legend_places(ui, rect.width, entries);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const LegendEntry& entry = entries[i];
    const Rect place{rect.x + places[i].first,
                     rect.y + kTargetSize * static_cast<float>(places[i].second),
                     std::min(entry_width(ui, entry), rect.width), kTargetSize};
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
      if (state.is_activated) pressed = i;
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
  return pressed;
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
