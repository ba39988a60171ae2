#include "tests/fairness/home.h"

#include <algorithm>

#include "tests/sim/random.h"

namespace rr::fairness {

Home make_home(std::uint64_t number) {
  sim::Random random(number);
  Home home;
  home.number = number;
  home.people = static_cast<std::size_t>(random.between(2, 8));
  home.chores.resize(static_cast<std::size_t>(random.between(3, 15)));
  for (HomeChore& chore : home.chores) {
    chore.type = random.percent(50) ? ChoreType::random : ChoreType::predefined;
    chore.points = random.between(1, 20);
  }
  home.chores[0].type = ChoreType::random;
  home.chores[1].type = ChoreType::predefined;
  const bool is_unequal =
      std::any_of(home.chores.begin(), home.chores.end(),
                  [&](const HomeChore& chore) { return chore.points != home.chores[0].points; });
  if (!is_unequal) home.chores[0].points = home.chores[0].points % 20 + 1;
  return home;
}

}  // namespace rr::fairness
