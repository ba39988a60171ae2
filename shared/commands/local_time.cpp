#include "shared/commands/local_time.h"

#include "shared/base/fill.h"

namespace rr {

Result<TimeZone> zone_of(const Context& context, const Household& household) {
  if (context.time_zones == nullptr) {
    return refuse("time_zones_missing",
                  "The time zones are not loaded yet. Try again in a moment.");
  }
  auto zone = context.time_zones->find(household.time_zone);
  if (!zone) {
    return refuse("unknown_time_zone", fill("The household's time zone {name} is not known.",
                                            {{"name", household.time_zone}}));
  }
  return std::move(*zone);
}

}  // namespace rr
