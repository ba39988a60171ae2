// Passes everything on: the broken storages change one thing each.
#pragma once

#include "shared/sync/server_storage.h"

namespace rr::sim {

class ForwardingStorage : public sync::ServerStorage {
 public:
  explicit ForwardingStorage(sync::ServerStorage& inner) : inner_(inner) {}

  bool faulted() const override { return inner_.faulted(); }
  std::optional<sync::ScopeState> lock_scope(const Id& scope) override {
    return inner_.lock_scope(scope);
  }
  std::optional<sync::ScopeState> read_scope(const Id& scope) override {
    return inner_.read_scope(scope);
  }
  void put_scope(const sync::ScopeState& state) override { inner_.put_scope(state); }
  std::unique_ptr<Reader> rows(const Id& scope) override { return inner_.rows(scope); }
  void put_row(const Id& scope, std::int64_t version, const EntityInfo& entity,
               const RowPointer& row) override {
    inner_.put_row(scope, version, entity, row);
  }
  void erase_row(const Id& scope, std::int64_t version, const EntityInfo& entity, const Id& id,
                 Instant now) override {
    inner_.erase_row(scope, version, entity, id, now);
  }
  std::vector<sync::ChangedRow> changes_after(const Id& scope, const sync::PagePlace& place,
                                              std::size_t limit) override {
    return inner_.changes_after(scope, place, limit);
  }
  std::int64_t purge_tombstones(const Id& scope, Instant before) override {
    return inner_.purge_tombstones(scope, before);
  }
  std::int64_t last_number(const sync::ClientKey& key) override { return inner_.last_number(key); }
  void put_last_number(const sync::ClientKey& key, std::int64_t number) override {
    inner_.put_last_number(key, number);
  }
  std::optional<sync::StoredOutcome> find_outcome(const sync::ClientKey& key,
                                                  std::int64_t number) override {
    return inner_.find_outcome(key, number);
  }
  std::optional<sync::StoredOutcome> find_outcome_by_id(const Id& scope, const Id& account,
                                                        const Id& mutation_id) override {
    return inner_.find_outcome_by_id(scope, account, mutation_id);
  }
  void put_outcome(const sync::ClientKey& key, const sync::StoredOutcome& outcome,
                   Instant now) override {
    inner_.put_outcome(key, outcome, now);
  }
  void erase_applied_up_to(const sync::ClientKey& key, std::int64_t number) override {
    inner_.erase_applied_up_to(key, number);
  }
  void purge_outcomes(const Id& scope, Instant before) override {
    inner_.purge_outcomes(scope, before);
  }
  void append_audit(const sync::AuditEntry& entry) override { inner_.append_audit(entry); }
  bool was_applied(const Id& scope, const Id& account, const Id& mutation_id) override {
    return inner_.was_applied(scope, account, mutation_id);
  }
  std::optional<sync::Membership> membership(const Id& account, const Id& household) override {
    return inner_.membership(account, household);
  }
  void put_membership(const Id& account, const Id& household,
                      const sync::Membership& membership) override {
    inner_.put_membership(account, household, membership);
  }
  std::vector<Id> households_of(const Id& account) override {
    return inner_.households_of(account);
  }

 protected:
  sync::ServerStorage& inner_;
};

}  // namespace rr::sim
