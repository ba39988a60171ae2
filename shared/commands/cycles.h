// Commands about cycles: from one weekly reset to the next.
//
// A cycle's id is derived from household and index, so none is opened or closed twice. Closing
// freezes everybody's share, marks open assignments that were due before it as missed, carries the
// others over into the next cycle, and opens that one.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// Closes the running cycle now, by hand; admins only. Refusals: time_zones_missing.
struct ResetCycle {};

// System: opens a household's first cycle, from the household's beginning on.
// Refusals: not_found (no household), already_open.
struct OpenCycle {};

// System: closes the cycle `index`, which ended at `ends_at`. Refusals: not_running (also when it
// is closed already), too_early (before it began, or in the future), time_zones_missing.
struct CloseCycle {
  std::int64_t index = 0;
  Instant ends_at;
};

template <>
const CommandInfo& describe_command<ResetCycle>();
template <>
const CommandInfo& describe_command<OpenCycle>();
template <>
const CommandInfo& describe_command<CloseCycle>();

}  // namespace rr
