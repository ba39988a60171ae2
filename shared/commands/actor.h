// Who acts, for commands whose rule depends on more than a least role.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// The system counts as owner; a stranger as member, who was refused before.
[[nodiscard]] Role role_of_actor(const Reader& reader, const Context& context);

// The roommate that the acting person is linked to; nil for nobody and for the system.
[[nodiscard]] Id roommate_of_actor(const Reader& reader, const Context& context);

// Whether somebody may say what a chore is to a roommate: everybody for the one they are linked to,
// admins for all who live here. Codes: not_found, moved_out, not_allowed.
[[nodiscard]] Status check_own_opinion(const Reader& reader, const Context& context,
                                       const Id& chore_id, const Id& roommate_id);

}  // namespace rr
