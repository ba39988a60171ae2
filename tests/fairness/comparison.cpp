#include "tests/fairness/comparison.h"

#include <algorithm>

namespace rr::fairness {

Comparison compare_models() {
  Comparison comparison;
  for (std::size_t number = 0; number < kHomes; ++number) {
    comparison.homes.push_back(make_home(number));
    const Home& home = comparison.homes.back();
    HomeResult& result = comparison.results.emplace_back();
    for (std::size_t model = 0; model < kModelCount; ++model) {
      result[model] = measure_year(home, kModels[model].make(home));
    }
  }
  return comparison;
}

Figures figures_of(const Comparison& comparison, std::size_t model, const NamedMeasure& measure) {
  std::vector<std::int64_t> values;
  for (const HomeResult& result : comparison.results) {
    values.push_back(result[model].*measure.value);
  }
  std::sort(values.begin(), values.end());
  return {values[(values.size() - 1) / 2], values[values.size() * 95 / 100 - 1], values.back()};
}

Counts count_homes(const Comparison& comparison, std::size_t model) {
  Counts counts;
  for (const HomeResult& result : comparison.results) {
    const std::int64_t own = result[kProduct].spread;
    const std::int64_t other = result[model].spread;
    ++(own < other ? counts.lower : own == other ? counts.equal : counts.higher);
  }
  return counts;
}

std::string print_table(const Comparison& comparison) {
  std::string table = "| median / 95 of 100 / worst |";
  std::string line = "|---|";
  for (const NamedMeasure& measure : kMeasureList) {
    table += " " + std::string(measure.name) + ", " + std::string(measure.unit) + " |";
    line += "---|";
  }
  table += " RoomieRoster's yearly spread is lower / equal / higher |\n" + line + "---|\n";
  for (std::size_t model = 0; model < kModelCount; ++model) {
    table += "| " + std::string(kModels[model].name) + " |";
    for (const NamedMeasure& measure : kMeasureList) {
      const Figures figures = figures_of(comparison, model, measure);
      table += " " + std::to_string(figures.median) + " / " + std::to_string(figures.high) + " / " +
               std::to_string(figures.worst) + " |";
    }
    const Counts counts = count_homes(comparison, model);
    table += model == kProduct
                 ? " \u2013 |\n"
                 : " " + std::to_string(counts.lower) + " / " + std::to_string(counts.equal) +
                       " / " + std::to_string(counts.higher) + " homes |\n";
  }
  return table;
}

}  // namespace rr::fairness
