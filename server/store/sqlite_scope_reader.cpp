#include "server/store/sqlite_scope_reader.h"

#include "server/store/row_table.h"

namespace rr {

RowPointer SqliteScopeReader::find_row(const EntityInfo& entity, const Id& id) const {
  return row_table(entity).find(database_, scope_, id, nullptr);
}

void SqliteScopeReader::each_row(const EntityInfo& entity, const RowVisitor& visit) const {
  for (const VersionedRow& each : row_table(entity).all(database_, scope_)) {
    visit(each.id, each.row);
  }
}

void SqliteScopeReader::each_row_where(const EntityInfo& entity, const FieldInfo& field,
                                       const Id& key, const RowVisitor& visit) const {
  for (const VersionedRow& each : row_table(entity).where(database_, scope_, field, key)) {
    visit(each.id, each.row);
  }
}

}  // namespace rr
