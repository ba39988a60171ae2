// The words that several screens use for the domain's values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/domain/entities.h"

namespace rr::screens {

[[nodiscard]] std::string_view frequency_word(Frequency frequency);
[[nodiscard]] std::string_view chore_type_word(ChoreType type);  // "Random"
[[nodiscard]] std::string_view chore_type_icon(ChoreType type);

// Counted in local days: "Overdue by 2 days", "Today", "Tomorrow", "In 3 days".
[[nodiscard]] std::string due_words(Date due, Date today);

// 100 * done / total with at most one decimal, halves away from zero: "66.7%", "50%". 0% of none.
[[nodiscard]] std::string percent_words(std::int64_t done, std::int64_t total);

// For messages: at most 32 code points, the rest as "…".
[[nodiscard]] std::string short_name(std::string_view name);

// What was typed as a whole number within bounds, or a sentence with the field's label why it is
// none: "Points must be at least 1."
[[nodiscard]] Result<std::int64_t> parse_whole_number(std::string_view text, std::int64_t least,
                                                      std::int64_t most, std::string_view label);

// A short name for a hue: the word beside the colour.
[[nodiscard]] std::string_view hue_word(std::int64_t hue);

}  // namespace rr::screens
