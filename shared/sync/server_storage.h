// What the server engine keeps: one unit of work over all scopes, in one snapshot.
//
// Implemented by SQLite, PostgreSQL and the simulation. Nothing here surfaces a fault: after one,
// reads answer "nothing" and writes are dropped, and whoever owns the unit of work asks `faulted()`
// before committing. A unit of work may be run again from the start, so the engine keeps nothing
// between calls.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "shared/base/hash.h"
#include "shared/domain/description.h"
#include "shared/store/transaction.h"
#include "shared/sync/messages.h"

namespace rr::sync {

struct ScopeState {
  Id scope;
  ScopeKind kind = ScopeKind::household;
  // Changed when the server turns out to have been restored from an older backup.
  Id epoch;
  std::int64_t version = 0;         // of the last change
  std::int64_t purged_version = 0;  // tombstones up to here are forgotten
  // Sum of row_hash over all rows as clients of each served schema see them; index: schema minus
  // kSchemaOldest.
  std::vector<Hash128> checksums;
  // Content hash of the snapshot it was made from; zero when it was not.
  Hash128 snapshot;
};

struct ChangedRow {
  const EntityInfo* entity = nullptr;
  Id id;
  std::int64_t version = 0;
  RowPointer row;  // null: erased
};

struct StoredOutcome {
  Outcome outcome;
  Hash128 content;
};

struct Membership {
  std::int64_t version = 0;  // counts joinings and leavings
  bool is_member = false;
};

// Everything needed to run the command again (invariant 13).
struct AuditEntry {
  Id scope;
  std::int64_t version = 0;  // the scope's after it
  Id mutation_id;
  ActorKind actor = ActorKind::person;
  Id person;
  Instant meant_at;
  Instant at;
  Id fresh_seed;
  std::string command;
  std::uint16_t command_version = 1;
  std::uint16_t schema = kSchemaCurrent;
  std::string arguments;
  std::string request;  // the correlation id of the call that caused it
};

// Which client of which account numbers its mutations.
struct ClientKey {
  Id scope;
  Id account;
  Id client;
};

class ServerStorage {
 public:
  virtual ~ServerStorage() = default;
  [[nodiscard]] virtual bool faulted() const = 0;

  // Locks the scope until the unit of work ends (readers: a plain read). nullopt: no such scope.
  [[nodiscard]] virtual std::optional<ScopeState> lock_scope(const Id& scope) = 0;
  [[nodiscard]] virtual std::optional<ScopeState> read_scope(const Id& scope) = 0;
  virtual void put_scope(const ScopeState& state) = 0;

  // Valid as long as the unit of work; shows its writes.
  [[nodiscard]] virtual std::unique_ptr<Reader> rows(const Id& scope) = 0;
  virtual void put_row(const Id& scope, std::int64_t version, const EntityInfo& entity,
                       const RowPointer& row) = 0;
  // Leaves a tombstone with that version and time.
  virtual void erase_row(const Id& scope, std::int64_t version, const EntityInfo& entity,
                         const Id& id, Instant now) = 0;
  // Rows and tombstones after the place in order of (version, entity, id), at most `limit`.
  // Tombstones of versions up to `place.floor` are left out.
  [[nodiscard]] virtual std::vector<ChangedRow> changes_after(const Id& scope,
                                                              const PagePlace& place,
                                                              std::size_t limit) = 0;
  // Forgets tombstones made before `before`; answers the highest version forgotten, 0 for none.
  virtual std::int64_t purge_tombstones(const Id& scope, Instant before) = 0;

  // 0 when the client never pushed to the scope. Never expires.
  [[nodiscard]] virtual std::int64_t last_number(const ClientKey& key) = 0;
  virtual void put_last_number(const ClientKey& key, std::int64_t number) = 0;

  [[nodiscard]] virtual std::optional<StoredOutcome> find_outcome(const ClientKey& key,
                                                                  std::int64_t number) = 0;
  // By the mutation's id, whatever client sent it, of that account.
  [[nodiscard]] virtual std::optional<StoredOutcome> find_outcome_by_id(const Id& scope,
                                                                        const Id& account,
                                                                        const Id& mutation_id) = 0;
  virtual void put_outcome(const ClientKey& key, const StoredOutcome& outcome, Instant now) = 0;
  // Outcomes of changes that took effect: the audit still knows them. A refusal stays until it is
  // purged, so that a copy of the browser profile that sends the change too hears the same.
  virtual void erase_applied_up_to(const ClientKey& key, std::int64_t number) = 0;
  virtual void purge_outcomes(const Id& scope, Instant before) = 0;

  virtual void append_audit(const AuditEntry& entry) = 0;
  // True when that mutation of that account was applied (audit entries live at least as long as
  // outcomes).
  [[nodiscard]] virtual bool was_applied(const Id& scope, const Id& account,
                                         const Id& mutation_id) = 0;

  // nullopt: never a member.
  [[nodiscard]] virtual std::optional<Membership> membership(const Id& account,
                                                             const Id& household) = 0;
  virtual void put_membership(const Id& account, const Id& household,
                              const Membership& membership) = 0;
  // Where the account is a member now, in id order.
  [[nodiscard]] virtual std::vector<Id> households_of(const Id& account) = 0;
};

}  // namespace rr::sync
