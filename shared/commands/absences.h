// Commands about absences: the days a roommate is away, local dates with both ends included.
// Ranges of one roommate never overlap; one without an end goes on until it is given one.
#pragma once

#include "shared/commands/command.h"

namespace rr {

inline constexpr std::size_t kMaximumAbsences = 200;  // of one roommate

// Refusals: id_taken, not_found, moved_out, ends_before_start, overlaps, too_many.
struct AddAbsence {
  Id id;
  Id roommate_id;
  Date first_day;
  std::optional<Date> last_day;
};

// Fields left out keep their values; last_day null makes it open-ended. Refusals: not_found,
// ends_before_start, overlaps.
struct EditAbsence : PartialArguments {
  Id id;
  Date first_day;
  std::optional<Date> last_day;
};

// Refusals: not_found.
struct RemoveAbsence {
  Id id;
};

template <>
const CommandInfo& describe_command<AddAbsence>();
template <>
const CommandInfo& describe_command<EditAbsence>();
template <>
const CommandInfo& describe_command<RemoveAbsence>();

}  // namespace rr
