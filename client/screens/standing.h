// Who the person at this device is in the household.
#pragma once

#include <string>

#include "client/app/session.h"

namespace rr::screens {

// The roommate that the person here is linked to, nil when none.
[[nodiscard]] Id own_roommate(const app::Session& session);
// Whether the person here may do what admins may.
[[nodiscard]] bool is_admin(const app::Session& session);

struct PersonLook {
  std::string name;  // short
  std::int64_t hue = 1;
};
// Also of those who moved out.
[[nodiscard]] PersonLook look_of(const app::Session& session, const Id& roommate_id);

}  // namespace rr::screens
