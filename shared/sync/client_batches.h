// The disk transactions of the leading tab, each a function of what a scope holds. Every batch
// expects the scope's record as it is known: another tab's write in between makes it a conflict.
#pragma once

#include <vector>

#include "shared/sync/client_scope.h"

namespace rr::sync {

// The pages of one walk, staged until the last one came.
struct StagedPatch {
  bool is_reset = false;
  Id epoch;
  std::vector<PatchRow> rows;
  std::optional<PagePlace> next;
};

// Applies a complete walk: rows, cookie, and the changes that are decided and now in the base, all
// at once. Empty writes: nothing changed. Codes: checksum_differs, and those of decode_row.
[[nodiscard]] Result<DiskBatch> patch_batch(const ClientScope& scope, const StagedPatch& staged,
                                            const PatchEnd& end, Instant server_time);

// What the server knows of changes whose numbers it lost.
struct Recovered {
  std::vector<KnownOutcome> known;
  Id client;    // the new client id
  Instant now;  // the server's
};
// Takes a new client id, numbers again what the server does not know (what was acknowledged within
// 48 hours first), and wants everything pulled anew. The cookie is kept: to a server that is
// restored once more it still proves what it once knew.
[[nodiscard]] DiskBatch recovery_batch(const ClientScope& scope, const Recovered& recovered);

// Puts the queue aside for export and removes everything else of the scope.
[[nodiscard]] DiskBatch quarantine_batch(const ClientScope& scope, Instant now);
// Removes every record of the scope, also what was put aside.
[[nodiscard]] DiskBatch wipe_batch(const ClientScope& scope);

// A scope that the server has and this profile does not.
[[nodiscard]] DiskBatch new_scope_batch(const Id& scope, const ScopeRecord& record,
                                        const Id& client);

// Decides the waiting changes of a local scope in order, as the server would.
struct LocalDecision {
  Instant now;
  Id entropy;  // for seeds
  const TimeZones* time_zones = nullptr;
};
// Empty writes: nothing to decide.
[[nodiscard]] DiskBatch local_batch(const ClientScope& scope, const LocalDecision& decision);

[[nodiscard]] DiskBatch mode_batch(const ClientScope& scope, ScopeMode mode);
// The server took the snapshot: from now on it decides.
[[nodiscard]] DiskBatch synced_batch(const ClientScope& scope, const Id& client);

// Appends what `more` expects and writes: several scopes in one transaction.
void append(DiskBatch& batch, DiskBatch more);

}  // namespace rr::sync
