#include <algorithm>

#include "client/ui/chart_parts.h"
#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kTableRow = 36;
constexpr float kTableMost = 360;

// As wide as the longest words of the column; what is left goes to all alike, and where there is
// too little, all give alike.
std::vector<float> column_widths(Ui& ui, std::span<const std::vector<std::string>> rows,
                                 float width) {
  std::vector<float> widths(rows[0].size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], text_width(ui, row[i], type::caption_strong) + 20);
    }
  }
  float total = 0;
  for (const float each : widths) total += each;
  for (float& each : widths) {
    if (total > width) {
      each *= width / total;
    } else {
      each += (width - total) / static_cast<float>(widths.size());
    }
  }
  return widths;
}

void draw_cell(Ui& ui, const Rect& rect, std::string_view words, std::size_t row,
               std::size_t column) {
  const bool is_head = row == 0;
  const bool is_row_head = column == 0 && !is_head;
  const Tag tag = is_head || is_row_head ? Tag::header_cell : Tag::cell;
  const TypeStyle& style = is_head ? type::caption_strong : type::caption;
  const Token token = is_head ? Token::text_2 : Token::text;
  const Rect inside{rect.x + 8, rect.y, rect.width - 16, rect.height};
  Node& node = ui.leaf(tag, ui.key(std::to_string(column)), rect);
  node.text = words;
  if (tag == Tag::header_cell) {
    node.attributes.emplace_back(Attribute::scope, is_head ? "col" : "row");
  }
  text_line(ui, inside, words, style, ui.colour(token), column == 0 ? Align::start : Align::end);
}

}  // namespace

float table_height(std::size_t rows) {
  return std::min(kTableRow * static_cast<float>(rows), kTableMost);
}

void draw_table(Ui& ui, const Rect& rect, const TableSpec& spec) {
  const float height = kTableRow * static_cast<float>(spec.rows.size());
  const std::vector<float> widths = column_widths(ui, spec.rows, rect.width);
  ui.open_scroll(ui.key(spec.key), rect);
  float y = ui.scroll_top();
  Node& table = ui.open(Tag::table, ui.key("table"), {rect.x, y, rect.width, height});
  table.attributes.emplace_back(Attribute::label, spec.name);
  for (std::size_t row = 0; row < spec.rows.size(); ++row) {
    const Rect place{rect.x, y, rect.width, kTableRow};
    ui.open(Tag::table_row, join_key(ui.key("row"), row), place);
    float x = rect.x;
    for (std::size_t i = 0; i < spec.rows[row].size(); ++i) {
      draw_cell(ui, {x, y, widths[i], kTableRow}, spec.rows[row][i], row, i);
      x += widths[i];
    }
    fill(ui, {rect.x, place.bottom() - 1, rect.width, 1}, ui.colour(Token::border));
    ui.close();
    y += kTableRow;
  }
  ui.close();
  ui.close_scroll(height);
}

}  // namespace rr::ui
