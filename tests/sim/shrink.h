// Makes a failing plan smaller while it still fails.
#pragma once

#include "tests/sim/plan.h"
#include "tests/sim/world.h"

namespace rr::sim {

struct Shrunk {
  Plan plan;
  Report report;  // with its trace
  int tries = 0;
};

[[nodiscard]] Shrunk shrink(const Plan& failing);

}  // namespace rr::sim
