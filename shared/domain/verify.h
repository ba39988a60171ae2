// Judges a whole household: what must be true of its rows together, whatever commands made them.
#pragma once

#include <string>
#include <vector>

#include "shared/store/transaction.h"

namespace rr {

struct Violation {
  std::string message;
};

// Empty when everything holds: references, the order of cycles, the states of assignments, one
// charge per assignment, shares that add up to what was given out, balances that sum to 0,
// shown points that equal what was earned, and balances by own ratings that equal what runs noted.
[[nodiscard]] std::vector<Violation> verify_household(const Reader& rows);

}  // namespace rr
