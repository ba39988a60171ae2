// What the sync engine keeps, on SQLite. Part of a UnitOfWork: one connection, one transaction.
//
// The one writer of the store is the lock of every scope, so locking one is reading it.
#pragma once

#include "server/store/sqlite.h"
#include "shared/sync/server_storage.h"

namespace rr {

class SqliteSyncStorage final : public sync::ServerStorage {
 public:
  explicit SqliteSyncStorage(Database& database) : database_(database) {}

  [[nodiscard]] bool faulted() const override { return database_.faulted(); }

  [[nodiscard]] std::optional<sync::ScopeState> lock_scope(const Id& scope) override;
  [[nodiscard]] std::optional<sync::ScopeState> read_scope(const Id& scope) override;
  void put_scope(const sync::ScopeState& state) override;

  // UnitOfWork::scopes_after.
  [[nodiscard]] std::vector<Id> scopes_after(ScopeKind kind, const Id& last, std::size_t limit);

  [[nodiscard]] std::unique_ptr<Reader> rows(const Id& scope) override;
  void put_row(const Id& scope, std::int64_t version, const EntityInfo& entity,
               const RowPointer& row) override;
  void erase_row(const Id& scope, std::int64_t version, const EntityInfo& entity, const Id& id,
                 Instant now) override;
  [[nodiscard]] std::vector<sync::ChangedRow> changes_after(const Id& scope,
                                                            const sync::PagePlace& place,
                                                            std::size_t limit) override;
  std::int64_t purge_tombstones(const Id& scope, Instant before) override;

  [[nodiscard]] std::int64_t last_number(const sync::ClientKey& key) override;
  void put_last_number(const sync::ClientKey& key, std::int64_t number) override;

  [[nodiscard]] std::optional<sync::StoredOutcome> find_outcome(const sync::ClientKey& key,
                                                                std::int64_t number) override;
  [[nodiscard]] std::optional<sync::StoredOutcome> find_outcome_by_id(
      const Id& scope, const Id& account, const Id& mutation_id) override;
  void put_outcome(const sync::ClientKey& key, const sync::StoredOutcome& outcome,
                   Instant now) override;
  void erase_applied_up_to(const sync::ClientKey& key, std::int64_t number) override;
  void purge_outcomes(const Id& scope, Instant before) override;

  void append_audit(const sync::AuditEntry& entry) override;
  [[nodiscard]] bool was_applied(const Id& scope, const Id& account,
                                 const Id& mutation_id) override;

  [[nodiscard]] std::optional<sync::Membership> membership(const Id& account,
                                                           const Id& household) override;
  void put_membership(const Id& account, const Id& household,
                      const sync::Membership& membership) override;
  [[nodiscard]] std::vector<Id> households_of(const Id& account) override;

 private:
  Database& database_;
};

}  // namespace rr
