// The floors of a run (rules G1 and G3): whom it must not leave without a chore.
//
// A floor hands chores to whom balances would not, so it must not be able to do that for ever. It
// counts only chores that exactly the people present may be given: each of them pays the same for
// one, so what the floor gives everybody moves nobody. (Of two people, one of whom alone may have
// one of two chores, the floor would give the other one to the other person every time.) And all
// floors yield while people stand further apart than any rotation and any run may leave them
// (guard.h): otherwise such a gap would stay for good.
//
// Runs kept by earlier versions count every random chore, and their floors never yield.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/domain/guard.h"

namespace rr {

struct Floors {
  bool is_hard = false;     // G1 before anything else: all alike, and enough chores that count
  bool has_random = false;  // G1 where it is not hard: after the guard
  bool has_any = false;     // G3
  // For each random chore, in the order of charging: 1 when it counts for the hard floor.
  std::vector<std::uint8_t> counts;
};

// `rotated` is the run after rotation, before the first random chore.
[[nodiscard]] Floors floors_of(const PlanState& rotated, const Guard& guard);

}  // namespace rr
