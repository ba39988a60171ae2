#include "tests/sim/broken_rules.h"

#include <array>
#include <utility>

#include "shared/sync/row_changes.h"
#include "tests/sim/memory_storage.h"

namespace rr::sim {
namespace {

class OldRows final : public ForwardingStorage {
 public:
  OldRows(sync::ServerStorage& now, ServerData& before) : ForwardingStorage(now), before_(before) {}

  std::optional<sync::ScopeState> read_scope(const Id& scope) override {
    return before_.read_scope(scope);
  }
  std::unique_ptr<Reader> rows(const Id& scope) override { return before_.rows(scope); }
  std::vector<sync::ChangedRow> changes_after(const Id& scope, const sync::PagePlace& place,
                                              std::size_t limit) override {
    return before_.changes_after(scope, place, limit);
  }

 private:
  MemoryStorage before_;
};

class TwoSnapshots final : public BrokenStorage {
 public:
  std::unique_ptr<sync::ServerStorage> wrap(sync::ServerStorage& unit,
                                            const sync::PushRequest*) override {
    // Only pulls: writing units begin with before().
    if (std::exchange(is_writing_, false) || before_.scopes.empty()) {
      return std::make_unique<ForwardingStorage>(unit);
    }
    return std::make_unique<OldRows>(unit, before_);
  }
  void before(const ServerData& data) override {
    before_ = data;
    is_writing_ = true;
  }

 private:
  ServerData before_;
  bool is_writing_ = false;
};

// Writes a second entry beside that for a missed assignment, and keeps the checksum right.
class CreditsTwice final : public ForwardingStorage {
 public:
  using ForwardingStorage::ForwardingStorage;

  void put_row(const Id& scope, std::int64_t version, const EntityInfo& entity,
               const RowPointer& row) override {
    if (entity.kind == EntityKind::assignment) {
      const auto before = rows(scope)->find<Assignment>(entity.id_of(row.get()));
      const auto& after = *static_cast<const Assignment*>(row.get());
      if (before && before->status == AssignmentStatus::missed &&
          after.status == AssignmentStatus::done) {
        late_ = after.id;
      }
    }
    inner_.put_row(scope, version, entity, row);
    if (entity.kind != EntityKind::ledger_entry) return;
    LedgerEntry entry = *static_cast<const LedgerEntry*>(row.get());
    if (entry.assignment_id != late_ || entry.kind != LedgerKind::earned) return;
    entry.id = derive_id(entry.id, "twice");
    auto second = std::make_shared<const LedgerEntry>(entry);
    for (std::size_t i = 0; i < sync::kServedSchemas; ++i) {
      const auto schema = static_cast<std::uint16_t>(kSchemaOldest + i);
      more_[i] += sync::row_hash(entity.name, encode_row(entity, second.get(), schema));
    }
    inner_.put_row(scope, version, entity, std::move(second));
  }
  void put_scope(const sync::ScopeState& state) override {
    sync::ScopeState summed = state;
    for (std::size_t i = 0; i < summed.checksums.size(); ++i) summed.checksums[i] += more_[i];
    inner_.put_scope(summed);
  }

 private:
  Id late_;
  std::array<Hash128, sync::kServedSchemas> more_{};
};

class LateTruthTwice final : public BrokenStorage {
 public:
  std::unique_ptr<sync::ServerStorage> wrap(sync::ServerStorage& unit,
                                            const sync::PushRequest*) override {
    return std::make_unique<CreditsTwice>(unit);
  }
};

// Shows closed cycles as running until the first write.
class SeesRunning final : public Reader {
 public:
  SeesRunning(std::unique_ptr<Reader> rows, const Id& cycle)
      : rows_(std::move(rows)), cycle_(cycle) {}

  RowPointer find_row(const EntityInfo& entity, const Id& id) const override {
    return shown(entity, rows_->find_row(entity, id));
  }
  void each_row(const EntityInfo& entity, const RowVisitor& visit) const override {
    rows_->each_row(entity,
                    [&](const Id& id, const RowPointer& row) { visit(id, shown(entity, row)); });
  }
  void each_row_where(const EntityInfo& entity, const FieldInfo& field, const Id& key,
                      const RowVisitor& visit) const override {
    rows_->each_row_where(entity, field, key, [&](const Id& id, const RowPointer& row) {
      visit(id, shown(entity, row));
    });
  }

 private:
  RowPointer shown(const EntityInfo& entity, const RowPointer& row) const {
    if (!row || entity.kind != EntityKind::cycle) return row;
    Cycle cycle = *static_cast<const Cycle*>(row.get());
    if (cycle.id != cycle_) {
      cycle.state = CycleState::closed;
      if (!cycle.ends_at) cycle.ends_at = cycle.starts_at;
    } else {
      cycle.state = CycleState::running;
      cycle.ends_at.reset();
    }
    return std::make_shared<const Cycle>(cycle);
  }

  std::unique_ptr<Reader> rows_;
  Id cycle_;
};

class ClosesAgain final : public ForwardingStorage {
 public:
  ClosesAgain(sync::ServerStorage& inner, std::map<Id, Id>& closed)
      : ForwardingStorage(inner), closed_(closed) {}

  std::unique_ptr<Reader> rows(const Id& scope) override {
    const auto found = closed_.find(scope);
    if (found == closed_.end()) return inner_.rows(scope);
    return std::make_unique<SeesRunning>(inner_.rows(scope), found->second);
  }
  void put_row(const Id& scope, std::int64_t version, const EntityInfo& entity,
               const RowPointer& row) override {
    if (entity.kind == EntityKind::cycle) {
      const auto& cycle = *static_cast<const Cycle*>(row.get());
      const bool was_again = closed_.contains(scope);
      if (cycle.state == CycleState::closed && !was_again) closed_[scope] = cycle.id;
    }
    inner_.put_row(scope, version, entity, row);
  }
  void append_audit(const sync::AuditEntry& entry) override {
    if (entry.command == "cycle.close" && ++closings_ > 1) closed_.erase(entry.scope);
    inner_.append_audit(entry);
  }

 private:
  std::map<Id, Id>& closed_;
  int closings_ = 0;
};

class CycleClosedTwice final : public BrokenStorage {
 public:
  std::unique_ptr<sync::ServerStorage> wrap(sync::ServerStorage& unit,
                                            const sync::PushRequest*) override {
    return std::make_unique<ClosesAgain>(unit, closed_);
  }

 private:
  std::map<Id, Id> closed_;
};

}  // namespace

std::unique_ptr<BrokenStorage> make_two_snapshots() { return std::make_unique<TwoSnapshots>(); }
std::unique_ptr<BrokenStorage> make_late_truth_twice() {
  return std::make_unique<LateTruthTwice>();
}
std::unique_ptr<BrokenStorage> make_cycle_closed_twice() {
  return std::make_unique<CycleClosedTwice>();
}

}  // namespace rr::sim
