// The tz database that is part of the server, the simulation and the tests. The page has no copy:
// it fetches the same bytes as a file.
#pragma once

#include "shared/base/time_zones.h"

namespace rr {

// Made once, on first use; safe from every thread.
[[nodiscard]] const TimeZones& built_in_time_zones();

}  // namespace rr
