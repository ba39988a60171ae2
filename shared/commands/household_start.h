// The first command of every household.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// In a scope without rows: makes the household (its id is the scope's), its starter as owner, and
// the starter's roommate, linked. Refusals: not_empty, unknown_time_zone,
// unknown_currency.
struct StartHousehold {
  std::string household_name;
  std::string person_name;
  std::string time_zone = "America/Los_Angeles";  // IANA name
  std::string currency = "USD";                   // ISO 4217
  Id roommate_id;
};

template <>
const CommandInfo& describe_command<StartHousehold>();

}  // namespace rr
