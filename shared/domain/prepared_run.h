// A run after rotation, with the random chores still to be divided: what planning and explaining
// both begin with.
#pragma once

#include "shared/domain/division.h"

namespace rr {

class PreparedRun {
 public:
  explicit PreparedRun(const RunInput& input);
  // The division points to the other members.
  PreparedRun(const PreparedRun&) = delete;
  PreparedRun& operator=(const PreparedRun&) = delete;

  [[nodiscard]] const PlanState& rotated() const { return rotated_; }
  [[nodiscard]] const Guard& guard() const { return guard_; }
  [[nodiscard]] const Division& division() const { return division_; }
  // Greedy's division; empty without random chores.
  [[nodiscard]] const Holders& start() const { return start_; }

 private:
  PlanState rotated_;
  Guard guard_;
  Division division_;
  Holders start_;
};

}  // namespace rr
