// Sentences with named places: fill("{name} has moved out.", {{"name", "Ana"}}).
//
// A sentence is always written whole, so that a translation may order its parts differently. Places
// that are not given stay as they stand.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace rr {

struct Place {
  std::string_view name;
  std::string_view text;
};

// Any run of places; what it refers to must outlive the call.
using Places = std::initializer_list<Place>;

[[nodiscard]] std::string fill(std::string_view sentence, Places places);

}  // namespace rr
