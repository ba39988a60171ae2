#include "shared/store/memory_store.h"

namespace rr {

RowPointer MemoryStore::find_row(const EntityInfo& entity, const Id& id) const {
  const auto& rows = table(entity).rows;
  const auto found = rows.find(id);
  return found == rows.end() ? nullptr : found->second;
}

void MemoryStore::each_row(const EntityInfo& entity, const RowVisitor& visit) const {
  for (const auto& [id, row] : table(entity).rows) visit(id, row);
}

void MemoryStore::each_row_where(const EntityInfo& entity, const FieldInfo& field, const Id& key,
                                 const RowVisitor& visit) const {
  const Table& from = table(entity);
  const auto index = from.indexes.find(field.name);
  if (index == from.indexes.end()) return;
  for (auto entry = index->second.lower_bound({key, Id{}});
       entry != index->second.end() && entry->first == key; ++entry) {
    visit(entry->second, from.rows.at(entry->second));
  }
}

void MemoryStore::unindex(const EntityInfo& entity, Table& from, const Id& id, const void* row) {
  for (const FieldInfo& field : entity.fields) {
    if (field.indexing != Indexing::indexed) continue;
    const Value key = field.get(row);
    if (std::holds_alternative<Id>(key)) from.indexes[field.name].erase({std::get<Id>(key), id});
  }
}

void MemoryStore::put_row(const EntityInfo& entity, RowPointer row) {
  Table& to = table(entity);
  const Id id = entity.id_of(row.get());
  // Rows come from the disk in the order of their ids: the end is then the right place.
  RowPointer& place = to.rows.try_emplace(to.rows.end(), id)->second;
  if (place) unindex(entity, to, id, place.get());
  for (const FieldInfo& field : entity.fields) {
    if (field.indexing != Indexing::indexed) continue;
    const Value key = field.get(row.get());
    if (std::holds_alternative<Id>(key)) to.indexes[field.name].insert({std::get<Id>(key), id});
  }
  place = std::move(row);
}

void MemoryStore::erase_row(const EntityInfo& entity, const Id& id) {
  Table& from = table(entity);
  const auto found = from.rows.find(id);
  if (found == from.rows.end()) return;
  unindex(entity, from, id, found->second.get());
  from.rows.erase(found);
}

std::size_t MemoryStore::size() const {
  std::size_t count = 0;
  for (const Table& each : tables_) count += each.rows.size();
  return count;
}

void MemoryStore::clear() { tables_ = {}; }

}  // namespace rr
