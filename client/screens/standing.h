// Who the person at this device is in the household.
#pragma once

#include "client/app/session.h"

namespace rr::screens {

// The roommate that the person here is linked to, nil when none.
[[nodiscard]] Id own_roommate(const app::Session& session);
// Whether the person here may do what admins may.
[[nodiscard]] bool is_admin(const app::Session& session);

}  // namespace rr::screens
