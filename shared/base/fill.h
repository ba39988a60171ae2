// Sentences with named places: fill("{name} has moved out.", {{"name", "Ana"}}).
//
// A sentence is always written whole, so that a translation may order its parts differently. Places
// that are not given stay as they stand.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace rr {

struct Place {
  std::string_view name;
  std::string_view text;
};

// Any run of places; what it refers to must outlive the call.
using Places = std::initializer_list<Place>;

[[nodiscard]] std::string fill(std::string_view sentence, std::span<const Place> places);
[[nodiscard]] inline std::string fill(std::string_view sentence, Places places) {
  return fill(sentence, std::span(places.begin(), places.size()));
}

// A sentence that is filled or shown elsewhere, marked for those who translate it.
[[nodiscard]] constexpr const char* to_translate(const char* english) { return english; }
// One of the few texts that may stand in a place, marked for those who translate it.
[[nodiscard]] constexpr const char* part(const char* /*place*/, const char* text) { return text; }

}  // namespace rr
