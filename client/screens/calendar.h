// The household's clock and calendar, as screens read them. Until the time zones are loaded, days
// are those of UTC.
#pragma once

#include <optional>
#include <string>

#include "client/app/session.h"
#include "shared/base/time_zones.h"

namespace rr::screens {

struct Calendar {
  Instant now;
  Date today;
  std::string zone_name;
  std::optional<TimeZone> zone;

  [[nodiscard]] Date date_of(Instant instant) const;
};

[[nodiscard]] Calendar calendar_of(const app::Session& session);

// When the running cycle ends by itself: the first weekly reset after now. nullopt while the zones
// or the household are missing.
[[nodiscard]] std::optional<Instant> next_reset(const app::Session& session,
                                                const Calendar& calendar);

}  // namespace rr::screens
