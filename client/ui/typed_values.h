// What people type for days, times, money and quantities, read generously: nothing here knows a
// field or refuses anything by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace rr::ui {

enum class DateOrder : std::uint8_t { day_first, month_first };
// As the reader's language writes 3/12/2026.
[[nodiscard]] DateOrder date_order(std::string_view language);

// "2026-03-14", "14.3.2026", "3/14/26", "14.3." (the nearest such day to today), numbers alone
// ("14": of this month). With points the day comes first, with a year of four digits in front the
// year; `order` decides the rest.
[[nodiscard]] std::optional<Date> parse_typed_date(std::string_view text, Date today,
                                                   DateOrder order);

// "15:00", "3 pm", "3:30PM", "15.30", "1530", "15". Minutes since midnight.
[[nodiscard]] std::optional<std::int32_t> parse_typed_time(std::string_view text);

// "4.99", "4,5", "1.234,50", "$ 1,234", "12 €": whole cents, never negative, below 10^12. A
// separator with three digits behind it groups thousands.
[[nodiscard]] std::optional<std::int64_t> parse_cents(std::string_view text);

// "2", "1,5", "0.125": thousandths, never negative, below 10^12. At most three digits behind the
// separator; thousands are not grouped.
[[nodiscard]] std::optional<std::int64_t> parse_thousandths(std::string_view text);

// The other way, without useless zeros: 1500 is "1.5".
[[nodiscard]] std::string thousandths_text(std::int64_t thousandths);
// 450 is "4.50".
[[nodiscard]] std::string cents_text(std::int64_t cents);

}  // namespace rr::ui
