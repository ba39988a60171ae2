#include "shared/base/time.h"

namespace rr {
namespace {

void append_digits(std::string& out, std::int64_t value, int width) {
  std::string digits(static_cast<std::size_t>(width), '0');
  for (int i = width - 1; i >= 0; --i) {
    digits[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
  out += digits;
}

std::optional<std::int32_t> parse_digits(std::string_view text) {
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil.
Date make_date(YearMonthDay parts) {
  const std::int32_t year = parts.year - (parts.month <= 2 ? 1 : 0);
  const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int32_t year_of_era = year - era * 400;
  const std::int32_t shifted_month = parts.month + (parts.month > 2 ? -3 : 9);
  const std::int32_t day_of_year = (153 * shifted_month + 2) / 5 + parts.day - 1;
  const std::int32_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return Date{era * 146097 + day_of_era - 719468};
}

// Howard Hinnant, same source: civil_from_days.
YearMonthDay split_date(Date date) {
  const std::int32_t shifted = date.days + 719468;
  const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int32_t day_of_era = shifted - era * 146097;
  const std::int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int32_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t shifted_month = (5 * day_of_year + 2) / 153;
  YearMonthDay parts;
  parts.day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  parts.month = shifted_month + (shifted_month < 10 ? 3 : -9);
  parts.year = year_of_era + era * 400 + (parts.month <= 2 ? 1 : 0);
  return parts;
}

Weekday weekday_of(Date date) {
  const std::int32_t from_monday = ((date.days + 3) % 7 + 7) % 7;
  return static_cast<Weekday>(from_monday);
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2) return is_leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Date add_days(Date date, std::int32_t days) { return Date{date.days + days}; }

Date add_one_month(Date date) {
  YearMonthDay parts = split_date(date);
  parts.month += 1;
  if (parts.month == 13) {
    parts.month = 1;
    parts.year += 1;
  }
  const std::int32_t last_day = days_in_month(parts.year, parts.month);
  if (parts.day > last_day) parts.day = last_day;
  return make_date(parts);
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  if (*year < 1900 || *year > 2199 || *month < 1 || *month > 12) return std::nullopt;
  if (*day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  return make_date({*year, *month, *day});
}

std::string to_string(Date date) {
  const YearMonthDay parts = split_date(date);
  std::string text;
  append_digits(text, parts.year, 4);
  text += '-';
  append_digits(text, parts.month, 2);
  text += '-';
  append_digits(text, parts.day, 2);
  return text;
}

std::string to_rfc3339(Instant instant) {
  const std::int64_t days = floor_divide(instant.unix_ms, kMillisecondsPerDay);
  std::int64_t rest = instant.unix_ms - days * kMillisecondsPerDay;
  std::string text = to_string(Date{static_cast<std::int32_t>(days)});
  text += 'T';
  append_digits(text, rest / kMillisecondsPerHour, 2);
  rest %= kMillisecondsPerHour;
  text += ':';
  append_digits(text, rest / kMillisecondsPerMinute, 2);
  rest %= kMillisecondsPerMinute;
  text += ':';
  append_digits(text, rest / kMillisecondsPerSecond, 2);
  text += '.';
  append_digits(text, rest % kMillisecondsPerSecond, 3);
  text += 'Z';
  return text;
}

}  // namespace rr
