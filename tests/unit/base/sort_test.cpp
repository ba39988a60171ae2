#include "shared/base/sort.h"

#include <doctest/doctest.h>

#include <string>

namespace rr {
namespace {

TEST_CASE("elements that are alike keep their order") {
  std::vector<std::string> words{"oven", "bin", "mop", "window", "tap", "filter", "pan", "a", ""};
  stable_sort_in_place(
      words, [](const auto& left, const auto& right) { return left.size() < right.size(); });
  CHECK(words ==
        std::vector<std::string>{"", "a", "bin", "mop", "tap", "pan", "oven", "window", "filter"});
}

TEST_CASE("hundreds of elements come out as std::stable_sort leaves them") {
  std::vector<std::pair<int, int>> pairs;
  for (int i = 0; i < 500; ++i) pairs.emplace_back(i * 7919 % 23, i);
  auto expected = pairs;
  const auto less = [](const auto& left, const auto& right) { return left.first < right.first; };
  std::stable_sort(expected.begin(), expected.end(), less);
  stable_sort_in_place(pairs, less);
  CHECK(pairs == expected);
}

TEST_CASE("nothing and one element are in order") {
  std::vector<int> none;
  stable_sort_in_place(none, std::less<>());
  CHECK(none.empty());
  std::vector<int> one{4};
  stable_sort_in_place(one, std::less<>());
  CHECK(one == std::vector<int>{4});
}

}  // namespace
}  // namespace rr
