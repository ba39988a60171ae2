// The texts of one language, found by the English text.
//
// Made of a file that tools/build_web.mjs writes: a JSON object from keys to texts, its keys in
// ascending order. A key is the English text; "text|category" is a form of a text with a number
// (category as Intl.PluralRules names it), "context|text" one of a text that English alone does not
// tell apart. Anything else is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/fill.h"
#include "shared/base/result.h"

namespace rr::text {

// What a sentence with places must be filled with to read `text`; none when it cannot. Places take
// as little as possible, the last one the rest, and one that stands twice the same both times.
// Names and texts are views of the arguments.
[[nodiscard]] std::optional<std::vector<Place>> match(std::string_view sentence,
                                                      std::string_view text);

class Catalogue {
 public:
  // Refusals: not_a_catalogue, and those of JsonReader.
  [[nodiscard]] static Result<Catalogue> parse(std::string_view bytes);

  // Null where it is not here. The text lives as long as the catalogue.
  [[nodiscard]] const std::string* find(std::string_view key) const;

  // A finished English sentence in this language: as it stands, or as the template that it was
  // filled from, the one with the most letters of its own. What stands in a place stays, unless
  // "place|text" is here, too. Empty when there is none.
  [[nodiscard]] std::string translate(std::string_view sentence) const;

 private:
  struct Entry {
    std::string key;
    std::string text;
  };
  std::vector<Entry> entries_;  // by key
};

}  // namespace rr::text
