#include "shared/sync/server_access.h"

namespace rr::sync {

Status check_schema(std::uint16_t schema) {
  if (schema < kSchemaOldest) {
    return refuse("client_too_old", "This page is too old. Reload it: nothing is lost.", "schema");
  }
  if (schema > kSchemaCurrent) {
    return refuse("server_too_old", "The server is being updated. Try again soon.", "schema");
  }
  return success();
}

Result<std::int64_t> check_access(ServerStorage& storage, const Id& account, const Id& scope) {
  if (scope == account) return 0;
  const auto membership = storage.membership(account, scope);
  if (!membership) return refuse("not_found", "There is no such household.", "scope");
  if (!membership->is_member) {
    return refuse("removed", "You are no longer a member of this household.", "scope");
  }
  return membership->version;
}

}  // namespace rr::sync
