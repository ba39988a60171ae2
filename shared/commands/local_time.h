// The household's wall clock, for commands whose rule depends on days. Included by shared/commands.
#pragma once

#include "shared/base/time_zones.h"
#include "shared/commands/command.h"

namespace rr {

// Codes: time_zones_missing (this device has not loaded the zones yet), unknown_time_zone.
[[nodiscard]] Result<TimeZone> zone_of(const Context& context, const Household& household);

}  // namespace rr
