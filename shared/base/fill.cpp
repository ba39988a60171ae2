#include "shared/base/fill.h"

#include <span>

namespace rr {

std::string fill(std::string_view sentence, const Place* places, std::size_t count) {
  std::string filled;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    filled += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    sentence.remove_prefix(open);
    std::size_t taken = 1;
    std::string_view text = "{";
    for (const Place& place : std::span(places, count)) {
      const std::string_view name = place.name;
      const std::size_t end = 1 + name.size();
      const bool is_here =
          sentence.substr(1).starts_with(name) && end < sentence.size() && sentence[end] == '}';
      if (!is_here) continue;
      text = place.text;
      taken = end + 1;
    }
    filled += text;
    sentence.remove_prefix(taken);
  }
  return filled;
}

}  // namespace rr
