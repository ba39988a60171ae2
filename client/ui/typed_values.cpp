#include "client/ui/typed_values.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <vector>

#include "shared/base/text.h"

namespace rr::ui {
namespace {

constexpr std::int64_t kMost = 1'000'000'000'000;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

struct Number {
  std::int32_t value = 0;
  std::size_t digits = 0;
  char after = 0;  // what separates it from the next one
};

// Numbers of at most four digits between single separators of the set; nothing for anything else.
std::optional<std::vector<Number>> split_numbers(std::string_view text, std::string_view set) {
  std::vector<Number> numbers;
  while (!text.empty()) {
    Number number;
    while (number.digits < text.size() && is_digit(text[number.digits])) ++number.digits;
    if (number.digits == 0 || number.digits > 4) return std::nullopt;
    static_cast<void>(std::from_chars(text.data(), text.data() + number.digits, number.value));
    text.remove_prefix(number.digits);
    if (!text.empty()) {
      number.after = text[0];
      if (set.find(number.after) == std::string_view::npos) return std::nullopt;
      text = trim(text.substr(1));
    }
    numbers.push_back(number);
  }
  return numbers;
}

std::optional<Date> checked_date(std::int32_t year, std::int32_t month, std::int32_t day) {
  const bool is_possible = year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 &&
                           day <= days_in_month(year, month);
  return is_possible ? std::optional(make_date({year, month, day})) : std::nullopt;
}

std::optional<Date> nearest(std::int32_t month, std::int32_t day, Date today) {
  std::optional<Date> best;
  const std::int32_t year = split_date(today).year;
  const auto away = [&](Date date) { return std::abs(date.days - today.days); };
  for (const std::int32_t each : {year - 1, year, year + 1}) {
    const auto date = checked_date(each, month, day);
    if (date && (!best || away(*date) < away(*best))) best = date;
  }
  return best;
}

// Only digits and at most one separator are left: the sign of a currency and spaces are not read.
std::string amount_letters(std::string_view text) {
  std::string letters;
  std::size_t first = text.find_first_of("0123456789.,");
  std::size_t last = text.find_last_of("0123456789");
  if (first == std::string_view::npos || last == std::string_view::npos) return {};
  const std::string_view around[] = {text.substr(0, first), text.substr(last + 1)};
  for (const std::string_view part : around) {
    // A sign in front of an amount is no currency.
    if (part.find('-') != std::string_view::npos || part.size() > 4) return {};
  }
  for (const char letter : text.substr(first, last + 1 - first)) {
    if (letter == ' ' || letter == '\'') continue;
    if (!is_digit(letter) && letter != '.' && letter != ',') return {};
    letters += letter;
  }
  return letters;
}

// `digits` behind the point at most; a value in units of 10^-digits.
std::optional<std::int64_t> scaled(std::string_view whole, std::string_view rest,
                                   std::size_t digits) {
  if (rest.size() > digits || whole.size() > 12 || (whole.empty() && rest.empty())) {
    return std::nullopt;
  }
  std::string all = std::string(whole) + std::string(rest) + std::string(digits - rest.size(), '0');
  std::int64_t value = 0;
  const auto read = std::from_chars(all.data(), all.data() + all.size(), value);
  if (read.ec != std::errc() || read.ptr != all.data() + all.size() || value >= kMost) {
    return std::nullopt;
  }
  return value;
}

// Groups of three digits after the first one of at most three.
bool is_grouped(std::string_view text, char separator) {
  std::size_t group = text.find(separator);
  if (group == 0 || group > 3) return false;
  while (group != std::string_view::npos) {
    const std::size_t next = text.find(separator, group + 1);
    const std::size_t end = next == std::string_view::npos ? text.size() : next;
    if (end - group - 1 != 3) return false;
    group = next;
  }
  return true;
}

}  // namespace

DateOrder date_order(std::string_view language) {
  return language == "en-US" || language == "en" ? DateOrder::month_first : DateOrder::day_first;
}

std::optional<Date> parse_typed_date(std::string_view text, Date today, DateOrder order) {
  const auto numbers = split_numbers(trim(text), "./- ");
  if (!numbers || numbers->empty() || numbers->size() > 3) return std::nullopt;
  const std::vector<Number>& all = *numbers;
  const YearMonthDay now = split_date(today);
  if (all.size() == 1) return checked_date(now.year, now.month, all[0].value);
  const bool is_year_first = all[0].digits == 4;
  if (is_year_first) {
    return all.size() == 3 ? checked_date(all[0].value, all[1].value, all[2].value) : std::nullopt;
  }
  const bool is_day_first = all[0].after == '.' || order == DateOrder::day_first;
  const std::int32_t day = is_day_first ? all[0].value : all[1].value;
  const std::int32_t month = is_day_first ? all[1].value : all[0].value;
  if (all.size() == 2) return nearest(month, day, today);
  const std::int32_t year = all[2].digits <= 2 ? 2000 + all[2].value : all[2].value;
  return checked_date(year, month, day);
}

std::optional<std::int32_t> parse_typed_time(std::string_view text) {
  std::string letters;
  for (const char letter : trim(text)) {
    if (letter == ' ' || static_cast<unsigned char>(letter) >= 0x80) continue;  // narrow spaces
    letters += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
  }
  std::string_view rest = letters;
  std::optional<bool> is_afternoon;
  for (const std::string_view ending : {"a.m.", "p.m.", "am", "pm", "a", "p"}) {
    if (!rest.ends_with(ending)) continue;
    is_afternoon = ending[0] == 'p';
    rest.remove_suffix(ending.size());
    break;
  }
  const auto numbers = split_numbers(rest, ":.h");
  if (!numbers || numbers->empty() || numbers->size() > 2) return std::nullopt;
  std::int32_t hour = numbers->front().value;
  std::int32_t minute = numbers->size() == 2 ? numbers->back().value : 0;
  if (numbers->size() == 1 && numbers->front().digits > 2) {
    minute = hour % 100;
    hour /= 100;
  }
  if (is_afternoon) {
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + (*is_afternoon ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

std::optional<std::int64_t> parse_cents(std::string_view text) {
  const std::string letters = amount_letters(trim(text));
  if (letters.empty()) return std::nullopt;
  const std::size_t last = letters.find_last_of(".,");
  if (last == std::string::npos) return scaled(letters, {}, 2);
  const char separator = letters[last];
  const bool is_repeated = letters.find(separator) != last;
  const std::string_view behind = std::string_view(letters).substr(last + 1);
  const bool is_group = behind.size() == 3 || is_repeated;
  std::string_view front = std::string_view(letters).substr(0, is_group ? letters.size() : last);
  const char group = is_group ? separator : (separator == '.' ? ',' : '.');
  if (front.find(group) != std::string_view::npos && !is_grouped(front, group)) return std::nullopt;
  std::string whole(front);
  std::erase(whole, group);
  return scaled(whole, is_group ? std::string_view() : behind, 2);
}

std::optional<std::int64_t> parse_thousandths(std::string_view text) {
  const std::string letters = amount_letters(trim(text));
  if (letters.empty()) return std::nullopt;
  const std::size_t point = letters.find_first_of(".,");
  if (point == std::string::npos) return scaled(letters, {}, 3);
  if (letters.find_first_of(".,", point + 1) != std::string::npos) return std::nullopt;
  return scaled(std::string_view(letters).substr(0, point),
                std::string_view(letters).substr(point + 1), 3);
}

std::string thousandths_text(std::int64_t thousandths) {
  std::string text = std::to_string(thousandths / 1000);
  std::string rest = std::to_string(1000 + thousandths % 1000).substr(1);
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  return rest.empty() ? text : text + "." + rest;
}

std::string cents_text(std::int64_t cents) {
  return std::to_string(cents / 100) + "." + std::to_string(100 + cents % 100).substr(1);
}

}  // namespace rr::ui
