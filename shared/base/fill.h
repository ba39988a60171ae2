// Sentences with named places: fill("{name} has moved out.", {{"name", "Ana"}}).
//
// A sentence is always written whole, so that a translation may order its parts differently. Places
// that are not given stay as they stand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rr {

struct Place {
  const char* name;
  std::string_view text;
};

[[nodiscard]] std::string fill(std::string_view sentence, const Place* places, std::size_t count);
// Places as they stand in a call; what they refer to must outlive it. (A reference to an array
// costs the page less than a list.)
template <std::size_t count>
[[nodiscard]] std::string fill(std::string_view sentence, const Place (&places)[count]) {
  return fill(sentence, places, count);
}

// A sentence that is filled or shown elsewhere, marked for those who translate it.
[[nodiscard]] constexpr const char* to_translate(const char* english) { return english; }
// One of the few texts that may stand in a place, marked for those who translate it.
[[nodiscard]] constexpr const char* part(const char* /*place*/, const char* text) { return text; }

}  // namespace rr
