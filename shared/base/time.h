// Instants, calendar dates and weekdays. No clock is read here: times are arguments.
//
// Instant: UTC milliseconds since 1970-01-01, as stored. Date: a day of the proleptic Gregorian
// calendar in the household's time zone, as days since 1970-01-01; text form YYYY-MM-DD.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rr {

inline constexpr std::int64_t kMillisecondsPerSecond = 1000;
inline constexpr std::int64_t kMillisecondsPerMinute = 60 * kMillisecondsPerSecond;
inline constexpr std::int64_t kMillisecondsPerHour = 60 * kMillisecondsPerMinute;
inline constexpr std::int64_t kMillisecondsPerDay = 24 * kMillisecondsPerHour;

struct Instant {
  std::int64_t unix_ms = 0;
  friend auto operator<=>(const Instant&, const Instant&) = default;
};

// Monday first, as ISO 8601.
enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

struct Date {
  std::int32_t days = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

struct YearMonthDay {
  std::int32_t year = 1970;
  std::int32_t month = 1;  // 1-12
  std::int32_t day = 1;    // 1-31
};

[[nodiscard]] Date make_date(YearMonthDay parts);
[[nodiscard]] YearMonthDay split_date(Date date);
[[nodiscard]] Weekday weekday_of(Date date);
[[nodiscard]] std::int32_t days_in_month(std::int32_t year, std::int32_t month);
[[nodiscard]] Date add_days(Date date, std::int32_t days);
// The same day number next month, or that month's last day.
[[nodiscard]] Date add_one_month(Date date);

// YYYY-MM-DD, years 1900-2199. nullopt for anything else, also for days that do not exist.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_string(Date date);

// RFC 3339 with milliseconds and Z.
[[nodiscard]] std::string to_rfc3339(Instant instant);

}  // namespace rr
