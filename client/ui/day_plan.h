// Bookings of a day as minutes since midnight, in columns (machines, people): what overlaps, where
// a moved one may lie, where there is room.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "client/ui/decor.h"

namespace rr::ui {

struct Booking {
  std::uint64_t id = 0;  // not 0
  std::size_t column = 0;
  std::int32_t from = 0;       // minutes since midnight
  std::int32_t to = 0;         // the first minute that is free again
  std::string_view name = {};  // whose it is
  std::string_view note = {};
  std::int64_t hue = 1;
  std::string_view badge = {};
  BadgeKind badge_kind = BadgeKind::neutral;
  std::string_view badge_icon = {};
  bool is_done = false;  // stays where it is, and stands in nobody's way
};

struct BlockedTime {
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::string_view reason = {};
};

struct DayHours {
  std::int32_t first = 6 * 60;
  std::int32_t last = 22 * 60;
  std::int32_t step = 30;  // minutes that times are multiples of
};

// A booking in the hand, or one that does not exist yet (id 0).
struct BookingDraft {
  std::uint64_t id = 0;
  std::size_t column = 0;
  std::int32_t from = 0;
  std::int32_t to = 0;
  friend bool operator==(const BookingDraft&, const BookingDraft&) = default;
};

// What is in the draft's way: "Overlaps Ben, 2:00 PM to 4:00 PM"; empty when nothing is.
[[nodiscard]] std::string conflict_words(std::span<const Booking> bookings,
                                         std::span<const BlockedTime> blocked,
                                         const BookingDraft& draft);
// Moved as a whole, by whole steps, inside the day.
[[nodiscard]] BookingDraft moved(const BookingDraft& draft, std::int32_t minutes,
                                 const DayHours& hours);
// One end moved; at least one step stays.
enum class BookingEnd : std::uint8_t { start, end };
[[nodiscard]] BookingDraft stretched(const BookingDraft& draft, BookingEnd end,
                                     std::int32_t minutes, const DayHours& hours);
// The first free time of that length in a column, from `after` on; none when the day is full.
[[nodiscard]] std::optional<BookingDraft> first_free(std::span<const Booking> bookings,
                                                     std::span<const BlockedTime> blocked,
                                                     std::size_t column, std::int32_t after,
                                                     std::int32_t length, const DayHours& hours);
// "Blocked, 12:00 PM to 2:00 PM: Plumber visit"
[[nodiscard]] std::string blocked_words(const BlockedTime& blocked);
// "2:00 PM to 4:00 PM"
[[nodiscard]] std::string span_words(std::int32_t from, std::int32_t to);

}  // namespace rr::ui
