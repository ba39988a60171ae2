#include "client/text/texts.h"

#include <forward_list>

#include "client/platform/system.h"
#include "client/text/catalogue.h"

namespace rr {
namespace {

// Texts that were handed out must stay: catalogues are kept, and there are only a few languages.
std::forward_list<std::string> kept;
std::string_view present;  // empty: English
std::string decimal_point = ".";
std::uint64_t present_version = 0;

std::string_view translated(std::string_view key, std::string_view english) {
  const std::string_view found = text::find_text(present, key);
  return found.empty() ? english : found;
}

}  // namespace

Text::operator std::string() const { return {data(), size()}; }

Text tr(std::string_view english) { return translated(english, english); }
Text tr(const char* english) { return tr(std::string_view(english)); }
std::string tr(const char* english, const Place* places, std::size_t count) {
  return fill(tr(english), places, count);
}

Text tr_in(const char* context, const char* english) {
  if (present.empty()) return std::string_view(english);
  return translated(std::string(context) + "|" + english, english);
}

std::string tr_count(std::int64_t n, const char* one, const char* other, const Place* places,
                     std::size_t count) {
  std::string_view sentence = n == 1 ? one : other;
  if (!present.empty()) {
    sentence = translated(std::string(one) + "|" + platform::plural_category(n), sentence);
  }
  const std::string number = std::to_string(n);
  return fill(fill(sentence, {{"n", number}}), places, count);
}

std::string tr_sentence(std::string_view english) {
  return present.empty() ? std::string(english) : platform::translate_sentence(english);
}

std::string decimal_words(std::int64_t value, int decimals) {
  std::string words = std::to_string(value < 0 ? -value : value);
  const auto places = static_cast<std::size_t>(decimals);
  if (words.size() <= places) words.insert(0, places + 1 - words.size(), '0');
  if (places > 0) words.insert(words.size() - places, decimal_point);
  return value < 0 ? "-" + words : words;
}

namespace text {

bool renew() {
  std::string bytes = platform::texts();
  if (!is_catalogue(bytes)) return false;
  present = kept.emplace_front(std::move(bytes));
  decimal_point = platform::decimal_point();
  ++present_version;
  return true;
}

std::uint64_t version() { return present_version; }

}  // namespace text
}  // namespace rr
