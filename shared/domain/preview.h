// What a run would decide now, without saving it: for the command that runs, and for the screen
// that shows it first.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/run_input.h"

namespace rr {

struct RunPreview {
  RunMoment moment;
  RunInput input;
  RunPlan plan;
  std::string digest;  // of the input: changes when anything does that the plan depends on
};

// Time that passes within a day of the cycle changes nothing.
[[nodiscard]] RunPreview preview_run(const Reader& reader, const Household& household,
                                     const TimeZone& zone, Instant now);

// An assignment that differs between two plans; nil where a plan does not give it.
struct MovedAssignment {
  Id chore_id;
  Id assignment_id;
  Id before;  // roommate
  Id after;

  friend bool operator==(const MovedAssignment&, const MovedAssignment&) = default;
};

// What another preview changed, in the order of assignment ids.
[[nodiscard]] std::vector<MovedAssignment> moved_between(const RunPlan& before,
                                                         const RunPlan& after);

}  // namespace rr
