// Paints the day grid's parts. Inside client/ui only.
#pragma once

#include "client/ui/day_grid.h"

namespace rr::ui {

inline constexpr float kDayHead = 44;
inline constexpr float kHourHeight = 40;

// Where minutes and columns lie on the screen.
struct DayPlace {
  Rect grid;  // of the hours, without the times at the left
  float column_width = 0;
  std::int32_t first = 0;

  [[nodiscard]] float y_of(std::int32_t minutes) const {
    return grid.y + static_cast<float>(minutes - first) * kHourHeight / 60;
  }
  [[nodiscard]] std::int32_t minutes_at(float y) const {
    return first + static_cast<std::int32_t>((y - grid.y) * 60 / kHourHeight);
  }
  [[nodiscard]] Rect column(std::size_t place) const {
    return {grid.x + column_width * static_cast<float>(place), grid.y, column_width, grid.height};
  }
  [[nodiscard]] Rect block(std::size_t place, std::int32_t from, std::int32_t to) const {
    const Rect all = column(place);
    return {all.x + 4, y_of(from) + 1.5F, all.width - 8, y_of(to) - y_of(from) - 3};
  }
};

[[nodiscard]] DayPlace day_place(const Ui& ui, const Rect& rect, const DayGridSpec& spec);
void paint_hours(Ui& ui, const DayPlace& place, const DayGridSpec& spec);
void paint_now(Ui& ui, const DayPlace& place, std::int32_t now);
void paint_blocked(Ui& ui, const Rect& rect, const BlockedTime& blocked);
enum class BlockLook : std::uint8_t { plain, selected, held };
void paint_booking(Ui& ui, const Rect& rect, const Booking& booking, BlockLook look,
                   const Interaction& state);
// A draft in the hand; `conflict` is empty when nothing is in its way.
void paint_draft(Ui& ui, const Rect& rect, std::string_view times, std::string_view conflict);
// Where a press would book.
void paint_offer(Ui& ui, const Rect& rect, std::string_view words);

}  // namespace rr::ui
