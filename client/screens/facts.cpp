#include "client/screens/facts.h"

#include <algorithm>
#include <array>

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kLineHeight = 18;
constexpr float kLineStep = 22;
constexpr float kInnerGap = 5;
constexpr float kOuterGap = 16;

struct Widths {
  float name = 0;
  float value = 0;

  [[nodiscard]] float total() const { return name + value; }
};

Widths widths_of(Ui& ui, const Fact& fact) {
  return {ui::text_width(ui, fact.name, ui::type::caption) + kInnerGap,
          ui::text_width(ui, fact.value, ui::type::caption_strong) + 1};
}

void draw_name(Ui& ui, const Fact& fact, const Rect& rect) {
  ui::fitted_label(ui, fact.name, rect, fact.name, ui::type::caption, Token::text_2);
}

void draw_value(Ui& ui, const Fact& fact, const Rect& rect) {
  ui::fitted_label(ui, std::string(fact.name) + " value", rect, fact.value,
                   ui::type::caption_strong, fact.token);
}

}  // namespace

float draw_facts(Ui& ui, const Rect& column, std::span<const Fact> facts) {
  float x = column.x;
  float y = column.y;
  for (const Fact& fact : facts) {
    const Widths widths = widths_of(ui, fact);
    if (x > column.x && x + widths.total() > column.right()) {
      x = column.x;
      y += kLineStep;
    }
    draw_name(ui, fact, {x, y, widths.name, kLineHeight});
    x += widths.name;
    draw_value(ui, fact, {x, y, column.right() - x, kLineHeight});
    x += widths.value + kOuterGap;
  }
  return y + kLineHeight - column.y;
}

float facts_width(Ui& ui, std::span<const Fact> facts) {
  float width = -kOuterGap;
  for (const Fact& fact : facts) width += widths_of(ui, fact).total() + kOuterGap;
  return width;
}

float draw_stacked_facts(Ui& ui, const Rect& column, std::span<const Fact, 3> facts) {
  // The last value is the longest: it gets what the others leave.
  constexpr std::array<float, 4> kEdges{0, 0.36F, 0.6F, 1};
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const float x = column.x + column.width * kEdges[i];
    const float width = column.width * (kEdges[i + 1] - kEdges[i]);
    draw_name(ui, facts[i], {x, column.y, width, kLineHeight});
    draw_value(ui, facts[i], {x, column.y + kLineHeight, width, kLineHeight});
  }
  return 2 * kLineHeight;
}

}  // namespace rr::screens
