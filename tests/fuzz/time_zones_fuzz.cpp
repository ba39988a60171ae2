// Any bytes as the time zone data: what is accepted answers for every listed name, at any instant,
// and each day begins before it ends.
#include "shared/base/time_zones.h"
#include "tests/fuzz/fuzz_input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto zones = rr::TimeZones::parse(std::string(rr::fuzz::text_of(data, size)));
  if (!zones) return 0;
  const rr::Date day = rr::make_date({2026, 3, 29});
  for (const std::string_view name : zones->listed_names()) {
    const auto zone = zones->find(name);
    rr::fuzz::require(zone.has_value());
    rr::fuzz::require(zone->start_of_day(day) < zone->end_of_day(day));
    rr::fuzz::require(zone->local_time_of(zone->start_of_day(day)).minute < 1440);
  }
  return 0;
}
