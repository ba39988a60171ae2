// Writes held above a reader without touching it: one command's attempt, or the replay of a queue
// over the rows the server last sent. What was written is listed, then thrown away or handed down.
#pragma once

#include <array>
#include <map>

#include "shared/store/transaction.h"

namespace rr {

class Overlay final : public Transaction {
 public:
  // `below` outlives the overlay and may change under it: reads always show its present rows.
  explicit Overlay(const Reader& below) : below_(&below) {}

  [[nodiscard]] RowPointer find_row(const EntityInfo& entity, const Id& id) const override;
  void each_row(const EntityInfo& entity, const RowVisitor& visit) const override;
  void each_row_where(const EntityInfo& entity, const FieldInfo& field, const Id& key,
                      const RowVisitor& visit) const override;
  void put_row(const EntityInfo& entity, RowPointer row) override;
  void erase_row(const EntityInfo& entity, const Id& id) override;

  // Every row written since the start, in order of entity and id; a null row was erased.
  void each_change(FunctionRef<void(const EntityInfo&, const Id&, const RowPointer&)> visit) const;
  void apply_to(Transaction& target) const;
  void clear();
  [[nodiscard]] bool is_empty() const;

 private:
  using Changes = std::map<Id, RowPointer>;

  [[nodiscard]] const Changes& changes(const EntityInfo& entity) const {
    return changes_[static_cast<std::size_t>(entity.kind)];
  }

  const Reader* below_;
  std::array<Changes, kEntityCount> changes_;
};

}  // namespace rr
