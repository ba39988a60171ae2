// The random chores of a run that the same people may be given, as heavy as each of them finds
// them: dividing them without envy beyond one chore. Used by own_division only.
//
// Somebody envies another beyond one chore when even without the heaviest of their own chores they
// have more, by their own rating and for their weight, than the other has (WEF1; EF1 where weights
// are equal).
#pragma once

#include <cstdint>
#include <vector>

namespace rr {

struct RatedGroup {
  std::vector<std::size_t> people;                 // places in Division::people()
  std::vector<std::size_t> chores;                 // places in Division
  std::vector<std::int64_t> weights;               // of each person
  std::vector<std::vector<std::int64_t>> ratings;  // [person][chore], points
  std::vector<std::vector<std::uint64_t>> wishes;  // [person][chore]; among equals least is first
};

// For each chore of the group a place in its `people`.
using GroupHolders = std::vector<std::size_t>;

// Divides by turns. The order of turns is made from its end: the next turn before it is of who has
// the fewest for their weight so far, among equals of who is first in `order` (places in `people`).
// At each turn one takes what is lightest for them. So nobody envies beyond one chore.
//
// (Leave out i's last chore, the one of the turn that was made first. When i got another turn, j
// had at least as many for their weight, all of them taken later, when i had left them lying as no
// lighter than what i took. Side by side, each of i's stands against such ones of j's. It is the
// weighted picking sequence read backwards: Wu, Zhang and Zhou, Weighted EF1 Allocations for
// Indivisible Chores, EC 2023.)
[[nodiscard]] GroupHolders divide_by_turns(const RatedGroup& group,
                                           const std::vector<std::size_t>& order);

[[nodiscard]] bool has_no_envy_beyond_one(const RatedGroup& group, const GroupHolders& holders);

// Exchanges two chores, or three around three people, for as long as that makes somebody's load
// lighter by their own rating and nobody's heavier, and keeps envy within one chore. Ends when no
// such exchange is left, or after `most_tries` looks: a count, no clock.
void exchange_chores(const RatedGroup& group, std::int64_t most_tries, GroupHolders& holders);

}  // namespace rr
