// Sorting for the page, whose weight counts: a sort instantiated from std::sort is ten times the
// code of a heap sort, and there are dozens. Lists here are short.
#pragma once

#include <algorithm>
#include <functional>
#include <iterator>

namespace rr {

// Sorts a container in place, in O(n log n). `less` must never call two different elements alike:
// their order would differ between the targets.
template <class Container, class Less = std::less<>>
void sort_in_place(Container& container, Less less = {}) {
  std::make_heap(std::begin(container), std::end(container), less);
  std::sort_heap(std::begin(container), std::end(container), less);
}

}  // namespace rr
