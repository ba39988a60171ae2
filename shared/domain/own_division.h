// Divides the random chores of a run by everybody's own ratings.
//
// Chores that the same people may be given are divided together, those of the fewest people first.
// Among these people nobody then envies another beyond one of these chores, by their own rating and
// weight (rated_group.h): in a home without vetoes and absences that is every random chore of the
// run. One case is stronger (G1): with as many random chores as people present, and all equally
// available, nobody is left without one; where vetoes or absences would, chores are moved.
//
// Whose turn is last, and so who gets one chore more or less, follows the balances: as many
// divisions are made as there are people, each beginning with another in the circle from the lowest
// own balance to the highest, all are improved by exchanges, and the one is taken after which the
// squares of the balances above 0 sum to least. With equal weights somebody's loads add up, over
// these divisions, to no more than the whole: the k-th to choose finds, in each round, one of the
// k lightest there are. So on average nobody's balance rises, and the squares grow, from run to
// run, by no more than one run's own.
#pragma once

#include <set>

#include "shared/domain/division.h"
#include "shared/domain/rated_group.h"

namespace rr {

inline constexpr std::int64_t kMostExchangeTries = 400'000;  // in each of the divisions made

struct OwnDivision {
  Holders holders;
  std::set<std::size_t> moved_for_floor;  // chores of the division
};

[[nodiscard]] OwnDivision divide_by_own_ratings(const Division& division, const Id& seed);

// The groups in the order in which they are divided; independent of who gets what.
[[nodiscard]] std::vector<RatedGroup> rated_groups(const Division& division, const Id& seed);

// Adds what `holders` gives everybody, and takes their fair share, by their own ratings.
void add_own_balances(const Division& division, const Holders& holders,
                      std::vector<RunPerson>& people);

}  // namespace rr
