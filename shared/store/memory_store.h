// Rows of one scope in memory, with indexes over the indexed id fields.
#pragma once

#include <array>
#include <map>
#include <set>
#include <utility>

#include "shared/store/transaction.h"

namespace rr {

class MemoryStore final : public Transaction {
 public:
  [[nodiscard]] RowPointer find_row(const EntityInfo& entity, const Id& id) const override;
  void each_row(const EntityInfo& entity, const RowVisitor& visit) const override;
  void each_row_where(const EntityInfo& entity, const FieldInfo& field, const Id& key,
                      const RowVisitor& visit) const override;
  void put_row(const EntityInfo& entity, RowPointer row) override;
  void erase_row(const EntityInfo& entity, const Id& id) override;

  [[nodiscard]] std::size_t size() const;
  void clear();

 private:
  struct Table {
    std::map<Id, RowPointer> rows;
    std::map<std::string_view, std::set<std::pair<Id, Id>>> indexes;  // field -> (key, row id)
  };

  Table& table(const EntityInfo& entity) { return tables_[static_cast<std::size_t>(entity.kind)]; }
  [[nodiscard]] const Table& table(const EntityInfo& entity) const {
    return tables_[static_cast<std::size_t>(entity.kind)];
  }
  void unindex(const EntityInfo& entity, Table& from, const Id& id, const void* row);

  std::array<Table, kEntityCount> tables_;
};

}  // namespace rr
