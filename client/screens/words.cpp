#include "client/screens/words.h"

#include <array>
#include <charconv>

#include "client/text/texts.h"
#include "shared/base/text.h"

namespace rr::screens {

std::string_view frequency_word(Frequency frequency) {
  switch (frequency) {
    case Frequency::daily: return tr("Daily");
    case Frequency::weekly: return tr("Weekly");
    case Frequency::bi_weekly: return tr("Bi-weekly");
    case Frequency::monthly: return tr("Monthly");
  }
  return {};
}

std::string_view chore_type_word(ChoreType type) {
  return type == ChoreType::predefined ? tr("Predefined") : tr("Random");
}

std::string_view chore_type_icon(ChoreType type) {
  return type == ChoreType::predefined ? "repeat" : "dices";
}

std::string due_words(Date due, Date today) {
  const std::int64_t days = std::int64_t{due.days} - today.days;
  if (days < 0) return tr_count(-days, "Overdue by {n} day", "Overdue by {n} days");
  if (days == 0) return tr("Today");
  if (days == 1) return tr("Tomorrow");
  return tr_count(days, "In {n} day", "In {n} days");
}

std::string percent_words(std::int64_t done, std::int64_t total) {
  const std::int64_t tenths = total <= 0 ? 0 : (2000 * done + total) / (2 * total);
  const std::string figure =
      tenths % 10 == 0 ? std::to_string(tenths / 10) : decimal_words(tenths, 1);
  return tr("{figure}%", {{"figure", figure}});
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
  const bool is_number = failure == std::errc{} && end == trimmed.data() + trimmed.size();
  if (!is_number) {
    return refuse(
        "wrong_type",
        fill("{name} must be a whole number from {least} to {most}.",
             {{"name", label}, {"least", std::to_string(least)}, {"most", std::to_string(most)}}));
  }
  if (number < least) {
    return refuse("out_of_range", fill("{name} must be at least {least}.",
                                       {{"name", label}, {"least", std::to_string(least)}}));
  }
  if (number > most) {
    return refuse("out_of_range", fill("{name} must be at most {most}.",
                                       {{"name", label}, {"most", std::to_string(most)}}));
  }
  return number;
}

std::string_view hue_word(std::int64_t hue) {
  constexpr std::array<std::string_view, 8> kWords{
      to_translate("Plum"),       to_translate("Fern"),     to_translate("Amber"),
      to_translate("Periwinkle"), to_translate("Cobalt"),   to_translate("Blush"),
      to_translate("Cocoa"),      to_translate("Pistachio")};
  return tr(kWords[static_cast<std::size_t>(hue < 1 || hue > 8 ? 0 : hue - 1)]);
}

}  // namespace rr::screens
