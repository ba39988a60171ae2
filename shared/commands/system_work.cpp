#include "shared/commands/system_work.h"

#include "shared/commands/cycles.h"
#include "shared/domain/cycle_time.h"

namespace rr {

std::optional<Command> next_system_command(const Reader& household_rows, Instant now,
                                           const TimeZones& time_zones) {
  const auto household = household_of(household_rows);
  if (!household) return std::nullopt;
  const auto zone = time_zones.find(household->time_zone);
  if (!zone) return std::nullopt;
  const auto running = running_cycle(household_rows);
  if (!running) return *make_command(OpenCycle{});
  const Instant end = cycle_end_after(*household, *zone, running->starts_at);
  if (end > now) return std::nullopt;
  return *make_command(CloseCycle{running->index, end});
}

}  // namespace rr
