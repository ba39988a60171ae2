// What is measured of a year in one home. Everybody has the same fair share, so differences of
// points are differences of balances.
#pragma once

#include "tests/fairness/models.h"

namespace rr::fairness {

struct Measures {
  std::int64_t spread = 0;      // points: the highest balance minus the lowest, after the year
  std::int64_t worst_week = 0;  // points: the most that one was given above another in one week
  std::int64_t streak = 0;      // weeks: the most in a row that a random chore stayed with one
  std::int64_t envy = 0;        // points: the most that one had above another after any week

  friend bool operator==(const Measures&, const Measures&) = default;
};

inline constexpr std::size_t kMeasures = 4;
struct NamedMeasure {
  std::string_view name;
  std::string_view unit;
  std::int64_t Measures::*value;
};
inline constexpr NamedMeasure kMeasureList[kMeasures] = {
    {"Yearly spread", "points", &Measures::spread},
    {"Worst week", "points", &Measures::worst_week},
    {"Longest streak", "weeks", &Measures::streak},
    {"Envy", "points", &Measures::envy},
};

[[nodiscard]] Measures measure_year(const Home& home, Model model);

}  // namespace rr::fairness
