// Any bytes as the time zone data: what is accepted answers for every listed name.
#include "shared/base/time_zones.h"
#include "tests/fuzz/fuzz_input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto zones = rr::TimeZones::parse(std::string(rr::fuzz::text_of(data, size)));
  if (!zones) return 0;
  for (const std::string_view name : zones->listed_names()) {
    rr::fuzz::require(zones->find(name).has_value());
  }
  return 0;
}
