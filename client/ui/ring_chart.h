// Parts of a whole as a ring: spending by person, time by category. The list beside it says the
// same in words, so it is never the colours alone.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/chart_scale.h"
#include "client/ui/csv.h"
#include "client/ui/ui.h"
#include "shared/base/fill.h"

namespace rr::ui {

struct RingPart {
  std::string name;
  double value = 0;      // 0 or more
  std::int64_t hue = 0;  // 1-8: a person's; 0: a series colour by its place
};

struct RingChartSpec {
  std::string_view key;
  std::string_view title;
  std::string_view part_name = "Part";  // heads of the table
  std::string_view value_name = "Value";
  std::span<const RingPart> parts;
  ValueFormat format = {};
  std::string_view nothing = to_translate("Nothing to show yet.");
};

struct RingChartState {
  bool is_table = false;
};

// Draws from the upper left corner of `rect` on, as wide as it; answers the height.
float ring_chart(Ui& ui, const Rect& rect, const RingChartSpec& spec, RingChartState& state);

// Whole per cents that add up to 100, by largest remainders; all 0 when there is nothing.
[[nodiscard]] std::vector<int> ring_percents(std::span<const RingPart> parts);

}  // namespace rr::ui
