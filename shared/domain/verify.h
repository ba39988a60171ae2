// Judges a whole household: what must be true of its rows together, whatever commands made them.
#pragma once

#include <string>
#include <vector>

#include "shared/store/transaction.h"

namespace rr {

struct Violation {
  std::string message;
};

// Empty when everything holds: every reference points to a row of the scope.
[[nodiscard]] std::vector<Violation> verify_household(const Reader& rows);

}  // namespace rr
