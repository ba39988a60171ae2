// The parts of verify_household: each adds what it finds. Included by verify*.cpp only.
#pragma once

#include "shared/domain/verify.h"

namespace rr {

class Findings {
 public:
  // Notes `message` about the row `id` unless `holds`.
  void expect(bool holds, const Id& id, std::string_view message) {
    if (!holds) violations_.push_back({std::string(message) + ": " + id.to_string()});
  }
  [[nodiscard]] std::vector<Violation> take() && { return std::move(violations_); }

 private:
  std::vector<Violation> violations_;
};

// People, absences, chores, sub-chores and ticks.
void verify_people(const Reader& rows, Findings& findings);
void verify_chores(const Reader& rows, Findings& findings);
// Cycles follow each other; only the last one runs.
void verify_cycles(const Reader& rows, Findings& findings);
void verify_assignments(const Reader& rows, Findings& findings);
// Offers that stand are about what is open and theirs; who swapped has what they swapped for.
void verify_swaps(const Reader& rows, Findings& findings);
// Every assignment is charged and earned once, by the right person, in its cycle.
void verify_ledger(const Reader& rows, Findings& findings);
// Frozen rows agree with the ledger, shares add up to what was given, balances to 0.
void verify_shares(const Reader& rows, Findings& findings);
// Own ratings weigh only what the running cycle was given, and what was frozen of them is true.
void verify_ratings(const Reader& rows, Findings& findings);

}  // namespace rr
