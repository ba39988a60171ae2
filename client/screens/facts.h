// Pairs of a quiet word and a strong one: "Points 8".
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "client/ui/widgets.h"

namespace rr::screens {

struct Fact {
  std::string_view name;
  std::string value;
  ui::Token token = ui::Token::text;  // of the value
};

// As many lines as they need; answers the height used.
float draw_facts(ui::Ui& ui, const ui::Rect& column, std::span<const Fact> facts);

// How wide they are in one line.
[[nodiscard]] float facts_width(ui::Ui& ui, std::span<const Fact> facts);

// Exactly three, the word above its value, for columns too narrow for one line.
float draw_stacked_facts(ui::Ui& ui, const ui::Rect& column, std::span<const Fact, 3> facts);

}  // namespace rr::screens
