// A year in every home by every model, and what is told of it.
#pragma once

#include <array>
#include <string>

#include "tests/fairness/measures.h"

namespace rr::fairness {

inline constexpr std::size_t kHomes = 1000;
inline constexpr std::size_t kModelCount = std::size(kModels);
inline constexpr std::size_t kProduct = 0;  // places in kModels
inline constexpr std::size_t kEarlier = 1;

using HomeResult = std::array<Measures, kModelCount>;

struct Comparison {
  std::vector<Home> homes;
  std::vector<HomeResult> results;  // one for each home
};
[[nodiscard]] Comparison compare_models();

// Over all homes.
struct Figures {
  std::int64_t median = 0;
  std::int64_t high = 0;  // 95 of 100 homes have this or less
  std::int64_t worst = 0;
};
[[nodiscard]] Figures figures_of(const Comparison& comparison, std::size_t model,
                                 const NamedMeasure& measure);

// In how many homes the product's yearly spread is lower than the model's, as high, and higher.
struct Counts {
  std::size_t lower = 0;
  std::size_t equal = 0;
  std::size_t higher = 0;
};
[[nodiscard]] Counts count_homes(const Comparison& comparison, std::size_t model);

// For docs/fairness.md.
[[nodiscard]] std::string print_table(const Comparison& comparison);
// The medians as bars, and a line to what 95 of 100 homes stay within: an SVG document.
[[nodiscard]] std::string print_chart(const Comparison& comparison);

}  // namespace rr::fairness
