// Who somebody is in a household, read from the synced member rows.
#pragma once

#include <memory>

#include "server/store/store.h"
#include "shared/domain/entities.h"

namespace rr {

// nullptr when the account is no member.
[[nodiscard]] std::shared_ptr<const Member> find_member(UnitOfWork& work, const Id& household_id,
                                                        const Id& account_id);

// Codes: not_a_member (also when there is no such household: nobody learns which exist),
// not_allowed.
[[nodiscard]] Status demand_role(UnitOfWork& work, const Id& household_id, const Id& account_id,
                                 Role least);

}  // namespace rr
