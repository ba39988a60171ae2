// A year of days as small squares, a row for each month: moods, completions.
//
// The same head as charts (table and file); days are read with the pointer, a finger, and with
// arrow keys on the range input "Days of <title>".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/ui.h"
#include "shared/base/fill.h"
#include "shared/base/time.h"

namespace rr::ui {

struct HeatDay {
  Date date;
  int level = 1;  // place in the levels, from 1
};

struct HeatLevel {
  std::string_view name;  // "Very Bad"
  Token token = Token::mood_1;
};

struct HeatMapSpec {
  std::string_view key;
  std::string_view title;
  std::string_view measure;       // head of the table's second column: "Mood"
  Date today;                     // the last of the twelve months is its
  std::span<const HeatDay> days;  // in their order, at most one for each date
  std::span<const HeatLevel> levels;
  std::string_view nothing = to_translate("Nothing to show yet.");
};

struct HeatMapState {
  bool is_table = false;
  std::int64_t day = -1;  // that arrow keys have reached, from the first one on; -1: today
};

// Draws from the upper left corner of `rect` on, as wide as it; answers the height.
float heat_map(Ui& ui, const Rect& rect, const HeatMapSpec& spec, HeatMapState& state);

// The first day that is shown: of the month eleven months before today's.
[[nodiscard]] Date first_heat_day(Date today);

}  // namespace rr::ui
