// What changed in a scope, in the order in which clients are told.
#pragma once

#include <vector>

#include "server/store/sqlite.h"
#include "shared/sync/server_storage.h"

namespace rr {

// ServerStorage::changes_after on SQLite: every entity's rows and the tombstones, merged in order
// of (version, entity, id). Reads no more rows than it answers.
[[nodiscard]] std::vector<sync::ChangedRow> read_changes(Database& database, const Id& scope,
                                                         const sync::PagePlace& place,
                                                         std::size_t limit);

}  // namespace rr
