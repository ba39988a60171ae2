#include "shared/commands/system_work.h"

namespace rr {

// No entity has work that falls due by itself yet.
std::optional<Command> next_system_command(const Reader&, Instant, const TimeZones&) {
  return std::nullopt;
}

}  // namespace rr
