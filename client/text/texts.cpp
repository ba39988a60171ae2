#include "client/text/texts.h"

#include <memory>
#include <vector>

#include "client/platform/system.h"
#include "client/text/catalogue.h"

namespace rr {
namespace {

// Texts that were handed out must stay: catalogues are kept, and there are only a few languages.
std::vector<std::unique_ptr<text::Catalogue>>& kept() {
  static std::vector<std::unique_ptr<text::Catalogue>> catalogues;
  return catalogues;
}

const text::Catalogue* present = nullptr;  // none: English
std::string decimal_point = ".";
std::uint64_t present_version = 0;

std::string_view translated(std::string_view key, std::string_view english) {
  const std::string* found = present == nullptr ? nullptr : present->find(key);
  return found == nullptr ? english : std::string_view(*found);
}

}  // namespace

Text::operator std::string() const { return {data(), size()}; }

Text tr(std::string_view english) { return translated(english, english); }
Text tr(const char* english) { return tr(std::string_view(english)); }
std::string tr(const char* english, Places places) { return fill(tr(english), places); }

Text tr_in(const char* context, const char* english) {
  if (present == nullptr) return std::string_view(english);
  return translated(std::string(context) + "|" + english, english);
}

std::string tr_count(std::int64_t n, const char* one, const char* other, Places places) {
  std::string_view sentence = n == 1 ? one : other;
  if (present != nullptr) {
    sentence = translated(std::string(one) + "|" + platform::plural_category(n), sentence);
  }
  const std::string number = std::to_string(n);
  return fill(fill(sentence, {{"n", number}}), places);
}

std::string tr_sentence(std::string_view english) {
  std::string found = present == nullptr ? std::string() : present->translate(english);
  return found.empty() ? std::string(english) : found;
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
  const std::string bytes = platform::texts();
  const Catalogue* next = nullptr;
  if (!bytes.empty()) {
    Result<Catalogue> read = Catalogue::parse(bytes);
    if (!read) return false;
    kept().push_back(std::make_unique<Catalogue>(std::move(*read)));
    next = kept().back().get();
  }
  present = next;
  decimal_point = platform::decimal_point();
  ++present_version;
  return true;
}

std::uint64_t version() { return present_version; }

}  // namespace text
}  // namespace rr
