// Sorting for the page, whose weight counts: a sort instantiated from std::sort or std::stable_sort
// is ten times the code of these, and there are dozens. Lists here are short.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

#include "shared/base/function_ref.h"

namespace rr {

// Sorts a container in place, in O(n log n). `less` must never call two different elements alike:
// their order would differ between the targets.
template <class Container, class Less = std::less<>>
void sort_in_place(Container& container, Less less = {}) {
  std::make_heap(std::begin(container), std::end(container), less);
  std::sort_heap(std::begin(container), std::end(container), less);
}

// The places 0 to `count` - 1 in order, in O(n log n); those that are alike stay as they stood.
[[nodiscard]] std::vector<std::uint32_t> ordered_places(
    std::uint32_t count, FunctionRef<bool(std::uint32_t left, std::uint32_t right)> less);

// Elements that are alike keep their order.
template <class Element, class Less>
void stable_sort_in_place(std::vector<Element>& elements, const Less& less) {
  const auto places = ordered_places(static_cast<std::uint32_t>(elements.size()),
                                     [&](std::uint32_t left, std::uint32_t right) {
                                       return less(elements[left], elements[right]);
                                     });
  std::vector<Element> sorted;
  sorted.reserve(elements.size());
  for (const std::uint32_t place : places) sorted.push_back(std::move(elements[place]));
  elements = std::move(sorted);
}

}  // namespace rr
