#include "shared/commands/system_work.h"

#include "shared/commands/cycles.h"
#include "shared/commands/swaps.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/swaps.h"

namespace rr {
namespace {

std::optional<Command> expire_next_offer(const Reader& rows, Instant now, Date today) {
  for (const auto& swap : rows.all<Swap>()) {
    if (swap->state != SwapState::proposed) continue;
    if (swap_state(rows, *swap, now, today) == SwapState::proposed) continue;
    return *make_command(ExpireSwap{swap->id});
  }
  return std::nullopt;
}

}  // namespace

std::optional<Command> next_system_command(const Reader& household_rows, Instant now,
                                           const TimeZones& time_zones) {
  const auto household = household_of(household_rows);
  if (!household) return std::nullopt;
  const auto zone = time_zones.find(household->time_zone);
  if (!zone) return std::nullopt;
  const auto running = running_cycle(household_rows);
  if (!running) return *make_command(OpenCycle{});
  const Instant end = cycle_end_after(*household, *zone, running->starts_at);
  if (end > now) return expire_next_offer(household_rows, now, zone->date_of(now));
  return *make_command(CloseCycle{running->index, end});
}

}  // namespace rr
