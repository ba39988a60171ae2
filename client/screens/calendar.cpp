#include "client/screens/calendar.h"

#include "shared/domain/cycle_time.h"

namespace rr::screens {
namespace {

Date utc_date_of(Instant instant) {
  const std::int64_t ms = instant.unix_ms;
  const std::int64_t days =
      ms >= 0 ? ms / kMillisecondsPerDay : (ms - kMillisecondsPerDay + 1) / kMillisecondsPerDay;
  return {static_cast<std::int32_t>(days)};
}

}  // namespace

Date Calendar::date_of(Instant instant) const {
  return zone ? zone->date_of(instant) : utc_date_of(instant);
}

Calendar calendar_of(const app::Session& session) {
  Calendar calendar;
  calendar.now = session.now();
  const auto household = session.household().find<Household>(session.household_id());
  if (household) {
    calendar.zone_name = household->time_zone;
    const TimeZones* zones = session.time_zones();
    if (zones != nullptr) calendar.zone = zones->find(household->time_zone);
  }
  calendar.today = calendar.date_of(calendar.now);
  return calendar;
}

std::optional<Instant> next_reset(const app::Session& session, const Calendar& calendar) {
  const auto household = household_of(session.household());
  if (!household || !calendar.zone) return std::nullopt;
  return cycle_end_after(*household, *calendar.zone, calendar.now);
}

}  // namespace rr::screens
