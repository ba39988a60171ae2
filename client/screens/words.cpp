#include "client/screens/words.h"

#include <array>
#include <charconv>

#include "shared/base/text.h"

namespace rr::screens {

std::string_view frequency_word(Frequency frequency) {
  switch (frequency) {
    case Frequency::daily: return "Daily";
    case Frequency::weekly: return "Weekly";
    case Frequency::bi_weekly: return "Bi-weekly";
    case Frequency::monthly: return "Monthly";
  }
  return {};
}

std::string_view chore_type_word(ChoreType type) {
  return type == ChoreType::predefined ? "Predefined" : "Random";
}

std::string_view chore_type_icon(ChoreType type) {
  return type == ChoreType::predefined ? "repeat" : "dices";
}

std::string count_words(std::int64_t count, std::string_view singular, std::string_view plural) {
  return std::to_string(count) + " " + std::string(count == 1 ? singular : plural);
}

std::string due_words(Date due, Date today) {
  const std::int64_t days = std::int64_t{due.days} - today.days;
  if (days < 0) return "Overdue by " + count_words(-days, "day", "days");
  if (days == 0) return "Today";
  if (days == 1) return "Tomorrow";
  return "In " + count_words(days, "day", "days");
}

std::string percent_words(std::int64_t done, std::int64_t total) {
  if (total <= 0) return "0%";
  const std::int64_t tenths = (2000 * done + total) / (2 * total);
  std::string words = std::to_string(tenths / 10);
  if (tenths % 10 != 0) words += "." + std::to_string(tenths % 10);
  return words + "%";
}

std::string short_name(std::string_view name) {
  constexpr std::size_t kLongest = 32;
  if (count_code_points(name) <= kLongest) return std::string(name);
  std::string_view rest = name;
  for (std::size_t i = 0; i + 1 < kLongest; ++i) static_cast<void>(take_code_point(rest));
  return std::string(name.substr(0, name.size() - rest.size())) + "…";
}

Result<std::int64_t> parse_whole_number(std::string_view text, std::int64_t least,
                                        std::int64_t most, std::string_view label) {
  const std::string_view trimmed = trim(text);
  std::int64_t number = 0;
  const auto [end, failure] =
      std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), number);
  const std::string name(label);
  const bool is_number = failure == std::errc{} && end == trimmed.data() + trimmed.size();
  if (!is_number) {
    return refuse("wrong_type", name + " must be a whole number from " + std::to_string(least) +
                                    " to " + std::to_string(most) + ".");
  }
  if (number < least) {
    return refuse("out_of_range", name + " must be at least " + std::to_string(least) + ".");
  }
  if (number > most) {
    return refuse("out_of_range", name + " must be at most " + std::to_string(most) + ".");
  }
  return number;
}

std::string_view hue_word(std::int64_t hue) {
  constexpr std::array<std::string_view, 8> kWords{"Plum",   "Fern",  "Amber", "Periwinkle",
                                                   "Cobalt", "Blush", "Cocoa", "Pistachio"};
  return kWords[static_cast<std::size_t>(hue < 1 || hue > 8 ? 0 : hue - 1)];
}

}  // namespace rr::screens
