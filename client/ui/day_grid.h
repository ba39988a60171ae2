// A day with its hours from top to bottom and a column for each machine or person: bookings are
// made and moved on it.
//
// With the pointer: a press or a drag on a free place makes a booking, a drag on a booking moves
// it, on the handles of the selected one it changes its ends (a finger selects first, then drags).
// With keys: "Book <column>" takes the first free time; arrow keys on a booking or on a handle move
// it, Enter sets it down, Escape puts it back. What would overlap is shown in red with a sentence,
// said, and not done.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "client/ui/day_plan.h"
#include "client/ui/ui.h"

namespace rr::ui {

struct DayColumn {
  std::string_view name;
  std::string_view icon = {};
};

struct DayGridSpec {
  std::string_view key;
  std::string_view name;  // "Thursday, March 12"
  std::span<const DayColumn> columns;
  std::span<const Booking> bookings;
  std::span<const BlockedTime> blocked;
  DayHours hours = {};
  std::optional<std::int32_t> now = {};  // minutes since midnight, when the day is today
  std::int32_t length = 120;             // of a new booking
};

struct DayGridState {
  std::uint64_t selected = 0;         // booking, 0: none
  std::optional<BookingDraft> draft;  // in the hand
  bool is_held_by_keys = false;
};

struct DayGridResult {
  enum class Kind : std::uint8_t { none, selected, moved, wanted };
  Kind kind = Kind::none;
  BookingDraft booking;  // moved: with the booking's id; wanted: a new one
};

[[nodiscard]] float day_grid_height(const DayGridSpec& spec);
[[nodiscard]] DayGridResult day_grid(Ui& ui, const Rect& rect, const DayGridSpec& spec,
                                     DayGridState& state);

}  // namespace rr::ui
