// Who may touch which scope.
#pragma once

#include "shared/sync/server_engine.h"

namespace rr::sync {

// Codes: client_too_old, server_too_old.
[[nodiscard]] Status check_schema(std::uint16_t schema);

// The version of the account's membership; 0 in its own scope. Codes: not_found, removed.
[[nodiscard]] Result<std::int64_t> check_access(ServerStorage& storage, const Id& account,
                                                const Id& scope);

}  // namespace rr::sync
