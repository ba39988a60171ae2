// The command about what a roommate thinks of a chore. The household sees it.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// Everybody for the roommate they are linked to, admins for all. A veto (never) needs somebody
// else who could do the chore, and a person vetoes at most one third of the chores, rounded down.
// Refusals: not_found, moved_out, not_allowed, nobody_left, too_many_vetoes.
struct SetPreference {
  Id chore_id;
  Id roommate_id;
  PreferenceLevel level = PreferenceLevel::neutral;
};

template <>
const CommandInfo& describe_command<SetPreference>();

// The id of the row for these two.
[[nodiscard]] Id preference_id(const Id& chore_id, const Id& roommate_id);
// Neutral when nothing was set.
[[nodiscard]] PreferenceLevel preference_of(const Reader& reader, const Id& chore_id,
                                            const Id& roommate_id);

}  // namespace rr
