// What one seed's world consists of. A failing plan is shrunk by taking things out of it.
#pragma once

#include <cstdint>
#include <string>

#include "tests/sim/broken.h"
#include "tests/sim/faults.h"

namespace rr::sim {

struct Plan {
  std::uint64_t seed = 1;
  int profiles = 2;             // clients: browser profiles, 1-16
  int most_tabs = 2;            // of one profile, 1-4
  int people = 2;               // at most `profiles`
  int steps = 150;              // things done before everything heals
  int accepted = 100;           // changes of people the server must take
  int loss_percent = 0;         // 0-30
  int duplication_percent = 0;  // 0-50
  int restores = 1'000;         // of the server, at most
  FaultMask faults = 0;         // which may happen
  Broken broken = Broken::nothing;

  [[nodiscard]] bool has(Fault fault) const { return (faults & bit(fault)) != 0; }
};

[[nodiscard]] Plan make_plan(std::uint64_t seed);
// A plan in which the defect shows.
[[nodiscard]] Plan make_plan(std::uint64_t seed, Broken broken);
[[nodiscard]] std::string describe(const Plan& plan);

}  // namespace rr::sim
