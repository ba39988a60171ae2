// What happened, one below the other along a line: votes, bookings, changes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "client/ui/theme.h"
#include "client/ui/ui.h"

namespace rr::ui {

struct TimelineEntry {
  std::string_view title;
  std::string_view note = {};  // wraps
  std::string_view when = {};  // at the right of the title
  std::string_view person = {};
  std::int64_t hue = 0;         // 1-8: the person's avatar on the line
  std::string_view icon = {};   // otherwise this, in a circle
  Token token = Token::text_2;  // of the icon
  bool is_to_come = false;      // hollow: has not happened yet
};

struct TimelineSpec {
  std::string_view key;
  std::string_view name;
  std::span<const TimelineEntry> entries;
};
// From the top of `rect` on, as wide as it; answers the height.
float timeline(Ui& ui, const Rect& rect, const TimelineSpec& spec);

}  // namespace rr::ui
