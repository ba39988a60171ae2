#include "tests/fairness/measures.h"

#include <algorithm>

namespace rr::fairness {
namespace {

std::int64_t spread_of(const std::vector<std::int64_t>& points) {
  const auto [least, most] = std::minmax_element(points.begin(), points.end());
  return *most - *least;
}

}  // namespace

Measures measure_year(const Home& home, Model model) {
  Measures measures;
  std::vector<std::int64_t> all(home.people);
  std::vector<std::int64_t> streaks(home.chores.size());
  Holders before;
  for (std::size_t week = 0; week < kWeeks; ++week) {
    const Holders holders = model(week);
    std::vector<std::int64_t> points(home.people);
    for (std::size_t i = 0; i < home.chores.size(); ++i) {
      points[holders[i]] += home.chores[i].points;
      all[holders[i]] += home.chores[i].points;
      if (home.chores[i].type != ChoreType::random) continue;
      streaks[i] = !before.empty() && before[i] == holders[i] ? streaks[i] + 1 : 1;
      measures.streak = std::max(measures.streak, streaks[i]);
    }
    measures.worst_week = std::max(measures.worst_week, spread_of(points));
    measures.envy = std::max(measures.envy, spread_of(all));
    before = holders;
  }
  measures.spread = spread_of(all);
  return measures;
}

}  // namespace rr::fairness
