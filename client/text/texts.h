// Every text that people see goes through here. The English text is the key; tools/texts collects
// the keys into client/text/texts.pot, and client/text/de.po has the German ones.
//
//   tr("Mark done")                                  the text, for as long as the program runs
//   tr("Swap {chore}", {{"chore", name}})            a whole sentence with named places
//   tr_count(n, "{n} chore", "{n} chores")           with a number; the form is the language's
//   choice tr_in("verb", "Swap")                            where English has one word for two
//   meanings to_translate("Never")                            a key in a table, for tr() when it is
//   shown
//
// Sentences are never glued from parts: other languages order them differently. Without a catalogue
// (English, and before one is here) every text is its key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/fill.h"

namespace rr {

// A text that stays for as long as the program runs; also wherever a string is wanted.
struct Text : std::string_view {
  constexpr Text(std::string_view text) : std::string_view(text) {}
  operator std::string() const;
};

[[nodiscard]] Text tr(const char* english);
[[nodiscard]] Text tr(std::string_view english);
[[nodiscard]] std::string tr(const char* english, const Place* places, std::size_t count);
template <std::size_t count>
[[nodiscard]] std::string tr(const char* english, const Place (&places)[count]) {
  return tr(english, places, count);
}
// {n} is the number itself.
[[nodiscard]] std::string tr_count(std::int64_t n, const char* one, const char* other,
                                   const Place* places, std::size_t count);
[[nodiscard]] inline std::string tr_count(std::int64_t n, const char* one, const char* other) {
  return tr_count(n, one, other, nullptr, 0);
}
template <std::size_t count>
[[nodiscard]] std::string tr_count(std::int64_t n, const char* one, const char* other,
                                   const Place (&places)[count]) {
  return tr_count(n, one, other, places, count);
}
[[nodiscard]] Text tr_in(const char* context, const char* english);
// A finished English sentence: a refusal, perhaps the server's.
[[nodiscard]] std::string tr_sentence(std::string_view english);
// A number as the language writes it: decimal_words(15, 1) is "1.5", or "1,5".
[[nodiscard]] std::string decimal_words(std::int64_t value, int decimals);

namespace text {

// Takes what the page has loaded for the language of the day: at the start, and whenever it says
// so. False when it is no catalogue; the texts then stay as they are.
bool renew();
// Changes with the language.
[[nodiscard]] std::uint64_t version();

}  // namespace text
}  // namespace rr
