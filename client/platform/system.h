// The rest of what a page offers: clock, randomness, language, address, title, clipboard.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "client/platform/frame.h"

namespace rr::platform {

[[nodiscard]] std::int64_t wall_clock_ms();  // UTC, as the device believes
[[nodiscard]] std::array<std::uint8_t, 16> random_bytes();
[[nodiscard]] std::string time_zone();  // IANA name
[[nodiscard]] std::string language();   // BCP 47, with the reader's region: "de-AT"
// The texts of the page's language (client/text/catalogue.h); none for English.
[[nodiscard]] std::string texts();
// Another language for texts, dates and numbers ("de"; empty: the browser's). Once its texts are
// here, or cannot be had (number 0), an event says so.
void choose_language(std::string_view language);
// As Intl.PluralRules names the form that a number asks for: "one", "other" and the like.
[[nodiscard]] std::string plural_category(std::int64_t number);
[[nodiscard]] std::string decimal_point();
// A finished English sentence in the language of texts(), by the template that it was filled from
// (web/texts.js).
[[nodiscard]] std::string translate_sentence(std::string_view english);
[[nodiscard]] std::string normalise_nfc(std::string_view text);
// A local date (days since 1970-01-01) in the reader's language: "Sat, Mar 14".
[[nodiscard]] std::string format_date(std::int32_t days);
enum class DateStyle : std::uint8_t {
  full,            // "Thursday, March 12, 2026"
  month,           // "March 2026"
  month_short,     // "Mar"
  day_month,       // "Mar 12"
  weekday_narrow,  // "T"
  weekday_short,   // "Thu"
  numeric,         // "3/12/2026"
};
[[nodiscard]] std::string format_date(std::int32_t days, DateStyle style);
// The day that weeks begin with where the reader lives: 1 Monday to 7 Sunday.
[[nodiscard]] int first_weekday();
// With the reader's separators: "1,234.5". At most `digits` behind the point.
[[nodiscard]] std::string format_number(double value, int digits);
// `currency`: ISO 4217, as "EUR".
[[nodiscard]] std::string format_money(std::int64_t cents, std::string_view currency);
[[nodiscard]] std::string format_time(std::int64_t unix_ms, std::string_view time_zone);

// Small settings that must be known before the first frame (theme, last household): localStorage.
[[nodiscard]] std::string load_setting(std::string_view key);
void save_setting(std::string_view key, std::string_view value);

[[nodiscard]] std::string origin();  // "https://example.org"
// Where the time zone data lies on this site (shared/base/time_zones.h).
[[nodiscard]] std::string time_zones_path();
[[nodiscard]] std::string route();  // path, search and hash of the address
// push_item: an entry for a part of the screen whose own entry is the present one. leave: back to
// the screen's; where it does not lie before this one, this one becomes `path`.
enum class RouteChange : std::uint8_t { push, replace, push_item, leave };
void set_route(std::string_view path, RouteChange change);
void set_title(std::string_view title);
void copy_text(std::string_view text);
// Offers `text` as a file to keep.
void download_text(std::string_view file_name, std::string_view text);
// What the browser paints itself (lists, pickers, scroll bars) follows the theme.
void set_page_scheme(ColourScheme scheme);
void reload_page();  // activates a waiting program version

// How this program can be installed from here: not (it is, or the browser cannot), by the browser's
// own question, or by hand as Safari on phones and tablets has it.
enum class Installing : std::uint8_t { none, ask, steps };
[[nodiscard]] Installing installing();
void install();                      // puts the question, in answer to a press
void set_badge(std::int64_t count);  // on the program's icon; 0 takes it away

// What the person has told the browser about notifications; none: it has none here.
enum class Notifying : std::uint8_t { none, unasked, denied, granted };
[[nodiscard]] Notifying notifying();
void ask_to_notify();  // in answer to a press
// Tells whoever does not look at the page, where that is granted.
void notify(std::string_view words);

}  // namespace rr::platform
