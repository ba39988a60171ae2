#include "client/text/catalogue.h"

#include <algorithm>

#include "shared/base/json_reader.h"

namespace rr::text {

std::optional<std::vector<Place>> match(std::string_view sentence, std::string_view text) {
  std::vector<Place> found;
  std::string_view place;  // the one whose text is still being looked for
  while (true) {
    const std::size_t open = sentence.find('{');
    const std::string_view words = sentence.substr(0, open);
    const bool is_last = open == std::string_view::npos;
    if (place.empty()) {
      if (!text.starts_with(words)) return std::nullopt;
      text.remove_prefix(words.size());
    } else {
      const bool fits_end = is_last && text.size() >= words.size() && text.ends_with(words);
      const std::size_t at =
          is_last ? (fits_end ? text.size() - words.size() : text.npos) : text.find(words);
      if (at == std::string_view::npos) return std::nullopt;
      const std::string_view taken = text.substr(0, at);
      for (const Place& each : found) {
        if (each.name == place && each.text != taken) return std::nullopt;
      }
      found.push_back({place, taken});
      text.remove_prefix(at + words.size());
    }
    if (is_last) return text.empty() ? std::optional(std::move(found)) : std::nullopt;
    const std::size_t close = sentence.find('}', open);
    if (close == std::string_view::npos || close == open + 1) return std::nullopt;
    place = sentence.substr(open + 1, close - open - 1);
    sentence.remove_prefix(close + 1);
  }
}

Result<Catalogue> Catalogue::parse(std::string_view bytes) {
  Catalogue catalogue;
  JsonReader reader(bytes);
  Entry entry;
  const auto refusal = [&] {
    return reader.failed() ? reader.error()
                           : refuse("not_a_catalogue", "These are no texts of a language.");
  };
  if (!reader.begin_object()) return refusal();
  while (reader.next_key(entry.key)) {
    const bool is_ordered = catalogue.entries_.empty() || catalogue.entries_.back().key < entry.key;
    if (!is_ordered || !reader.read_string(entry.text) || entry.text.empty()) return refusal();
    catalogue.entries_.push_back(entry);
  }
  if (!reader.finish()) return refusal();
  return catalogue;
}

const std::string* Catalogue::find(std::string_view key) const {
  const auto place = std::lower_bound(
      entries_.begin(), entries_.end(), key,
      [](const Entry& entry, std::string_view wanted) { return entry.key < wanted; });
  return place != entries_.end() && place->key == key ? &place->text : nullptr;
}

std::string Catalogue::translate(std::string_view sentence) const {
  if (const std::string* text = find(sentence)) return *text;
  std::size_t most = 0;
  std::string translated;
  for (const Entry& entry : entries_) {
    const bool is_template = entry.key.ends_with('.') && entry.key.find('{') != std::string::npos;
    if (!is_template) continue;
    std::optional<std::vector<Place>> found = match(entry.key, sentence);
    if (!found) continue;
    std::size_t own = sentence.size();
    for (const Place& place : *found) own -= place.text.size();
    if (own <= most) continue;
    most = own;
    for (Place& place : *found) {
      const std::string key = std::string(place.name) + "|" + std::string(place.text);
      if (const std::string* part = this->find(key)) place.text = *part;
    }
    translated = fill(entry.text, *found);
  }
  return translated;
}

}  // namespace rr::text
