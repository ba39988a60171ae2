// Commands about what a roommate thinks of a chore. The household sees it, but not why: the reason
// of a veto is the person's own row, in the person's scope.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// Everybody for the roommate they are linked to, admins for all. A veto (never) needs somebody
// else who could do the chore, and a person vetoes at most one third of the chores, rounded down.
// `has_reason` says of a veto that there is a reason for it, which a household may ask for.
// Refusals: not_found, moved_out, not_allowed, nobody_left, too_many_vetoes, reason_needed.
struct SetPreference {
  Id chore_id;
  Id roommate_id;
  PreferenceLevel level = PreferenceLevel::neutral;
  bool has_reason = false;
};

// Keeps the reason of one's own veto, in the person's scope; null forgets it. Whether such a chore
// or household is there is not judged: a person's rows outlive them. Refusals: too_many.
struct SetVetoReason {
  Id household_id;
  Id chore_id;
  std::optional<std::string> reason;
};
inline constexpr std::size_t kMaximumVetoReasons = 500;  // of one person

template <>
const CommandInfo& describe_command<SetPreference>();
template <>
const CommandInfo& describe_command<SetVetoReason>();

// The id of the row for these two.
[[nodiscard]] Id preference_id(const Id& chore_id, const Id& roommate_id);
[[nodiscard]] Id veto_reason_id(const Id& household_id, const Id& chore_id);
// Neutral when nothing was set.
[[nodiscard]] PreferenceLevel preference_of(const Reader& reader, const Id& chore_id,
                                            const Id& roommate_id);

}  // namespace rr
