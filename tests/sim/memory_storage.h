// One unit of work over ServerData: writes take effect at once and are undone unless committed.
#pragma once

#include <functional>
#include <set>
#include <utility>
#include <vector>

#include "tests/sim/server_data.h"

namespace rr::sim {

class MemoryStorage final : public sync::ServerStorage {
 public:
  // The storage fails at the call number `fault_at`; 0: never.
  explicit MemoryStorage(ServerData& data, int fault_at = 0) : data_(data), left_(fault_at) {}
  MemoryStorage(const MemoryStorage&) = delete;
  MemoryStorage& operator=(const MemoryStorage&) = delete;

  void commit() { undo_.clear(); }
  void roll_back();
  // Rows that were put or erased, and scopes of which anything was written.
  [[nodiscard]] const std::set<std::pair<Id, RowKey>>& touched_rows() const { return touched_; }
  [[nodiscard]] const std::set<Id>& touched_scopes() const { return touched_scopes_; }
  [[nodiscard]] const std::vector<sync::AuditEntry>& new_audit() const { return new_audit_; }

  [[nodiscard]] bool faulted() const override { return is_faulted_; }
  [[nodiscard]] std::optional<sync::ScopeState> lock_scope(const Id& scope) override;
  [[nodiscard]] std::optional<sync::ScopeState> read_scope(const Id& scope) override;
  void put_scope(const sync::ScopeState& state) override;
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
  // False once the storage failed.
  [[nodiscard]] bool works();
  ScopeData& scope(const Id& id) { return data_.scopes[id]; }
  void place_change(ScopeData& in, const RowKey& key, std::int64_t version,
                    std::optional<Instant> erased_at);
  void forget_outcome(const OutcomePlace& place);
  // Puts `value` at `key` of `map`, or removes it, and remembers how it was.
  template <class Map>
  void change(Map& map, const typename Map::key_type& key,
              std::optional<typename Map::mapped_type> value);

  ServerData& data_;
  int left_;
  bool is_faulted_ = false;
  std::vector<std::function<void()>> undo_;
  std::set<std::pair<Id, RowKey>> touched_;
  std::set<Id> touched_scopes_;
  std::vector<sync::AuditEntry> new_audit_;
};

}  // namespace rr::sim
