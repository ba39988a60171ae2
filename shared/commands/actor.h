// Who acts, for commands whose rule depends on more than a least role.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// The system counts as owner; a stranger as member, who was refused before.
[[nodiscard]] Role role_of_actor(const Reader& reader, const Context& context);

// The roommate that the acting person is linked to; nil for nobody and for the system.
[[nodiscard]] Id roommate_of_actor(const Reader& reader, const Context& context);

}  // namespace rr
