// The homes on which ways of dividing chores are compared.
//
// Home number k of the comparison is made from k alone, the same on every machine: 2-8 people, all
// alike; 3-15 chores of 1-20 points, at least two of them unequal; at least one chore of each type,
// the others of either with the same chance. All chores are weekly and there is one run a week, so
// that every chore is due at every run, by the rules of RoomieRoster as by the earlier ones. Nobody
// is away, and there are no vetoes and preferences: the earlier system knew none.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/domain/entities.h"

namespace rr::fairness {

inline constexpr std::size_t kWeeks = 52;

struct HomeChore {
  ChoreType type = ChoreType::random;
  std::int64_t points = 0;
};

struct Home {
  std::uint64_t number = 0;
  std::size_t people = 0;
  std::vector<HomeChore> chores;
};

[[nodiscard]] Home make_home(std::uint64_t number);

}  // namespace rr::fairness
