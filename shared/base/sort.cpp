#include "shared/base/sort.h"

#include <numeric>

namespace rr {

std::vector<std::uint32_t> ordered_places(
    std::uint32_t count, FunctionRef<bool(std::uint32_t left, std::uint32_t right)> less) {
  std::vector<std::uint32_t> places(count);
  std::iota(places.begin(), places.end(), 0U);
  // Alike, the one that stood first comes first: so no two are alike, and any sort is stable.
  sort_in_place(places, [&](std::uint32_t left, std::uint32_t right) {
    if (less(left, right)) return true;
    return !less(right, left) && left < right;
  });
  return places;
}

}  // namespace rr
