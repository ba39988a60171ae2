// The rows of one scope, read from SQLite.
#pragma once

#include "server/store/sqlite.h"
#include "shared/store/transaction.h"

namespace rr {

class SqliteScopeReader final : public Reader {
 public:
  SqliteScopeReader(Database& database, const Id& scope) : database_(database), scope_(scope) {}

  [[nodiscard]] RowPointer find_row(const EntityInfo& entity, const Id& id) const override;
  void each_row(const EntityInfo& entity, const RowVisitor& visit) const override;
  void each_row_where(const EntityInfo& entity, const FieldInfo& field, const Id& key,
                      const RowVisitor& visit) const override;

 private:
  Database& database_;
  Id scope_;
};

}  // namespace rr
