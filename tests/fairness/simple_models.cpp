#include <algorithm>
#include <numeric>

#include "tests/fairness/models.h"
#include "tests/sim/random.h"

namespace rr::fairness {
namespace {

// What nobody else draws from: the earlier system draws from the home's own number.
constexpr std::uint64_t kPureRandomSeed = 1'000'000'000;

Holders give_to_least(const Home& home, std::vector<std::int64_t>& points) {
  std::vector<std::size_t> chores(home.chores.size());
  std::iota(chores.begin(), chores.end(), std::size_t{0});
  std::stable_sort(chores.begin(), chores.end(), [&](std::size_t a, std::size_t b) {
    return home.chores[a].points > home.chores[b].points;
  });
  Holders holders(chores.size());
  for (const std::size_t chore : chores) {
    const auto least = std::min_element(points.begin(), points.end());
    *least += home.chores[chore].points;
    holders[chore] = static_cast<std::size_t>(least - points.begin());
  }
  return holders;
}

}  // namespace

Model plain_rotation(const Home& home) {
  return [&home](std::size_t week) {
    Holders holders;
    for (std::size_t i = 0; i < home.chores.size(); ++i)
      holders.push_back((i + week) % home.people);
    return holders;
  };
}

Model pure_random(const Home& home) {
  return [&home, random = sim::Random(kPureRandomSeed + home.number)](std::size_t) mutable {
    Holders holders;
    for (std::size_t i = 0; i < home.chores.size(); ++i) {
      holders.push_back(static_cast<std::size_t>(random.below(home.people)));
    }
    return holders;
  };
}

Model least_points_first(const Home& home) {
  return [&home, points = std::vector<std::int64_t>(home.people)](std::size_t) mutable {
    return give_to_least(home, points);
  };
}

}  // namespace rr::fairness
