// The command about a person's own settings. They live in the person scope: nobody else sees them.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// Fields left out keep their values; before the first use every value is the default of
// PersonalSettings. Refusals: not_a_language.
struct EditSettings : PartialArguments {
  Theme theme = Theme::system;
  std::string language;  // BCP 47; empty: the browser's
  bool has_quiet_hours = true;
  std::int64_t quiet_from_minute = 0;   // after local midnight
  std::int64_t quiet_until_minute = 0;  // may be earlier than the start: across midnight
};

template <>
const CommandInfo& describe_command<EditSettings>();

}  // namespace rr
