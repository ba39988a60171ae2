// What the program itself owes a household by now: closing cycles that are over, then
// letting go of offers that have expired.
#pragma once

#include <optional>

#include "shared/commands/command.h"

namespace rr {

// The next system command that is due at `now`, or none. Whoever decides (the server, or the device
// a household lives on alone) runs it and asks again: at start, on schedule, and before every other
// command.
[[nodiscard]] std::optional<Command> next_system_command(const Reader& household, Instant now,
                                                         const TimeZones& time_zones);

}  // namespace rr
