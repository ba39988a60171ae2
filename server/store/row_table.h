// Rows of one entity in its table: all SQL is made from the entity's description.
//
// Every table has the columns scope, the described fields and version; its primary key is
// (scope, id). Faults are those of the Database (sticky).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/store/sqlite.h"
#include "shared/domain/description.h"

namespace rr {

struct VersionedRow {
  Id id;
  std::int64_t version = 0;
  RowPointer row;
};

class RowTable {
 public:
  explicit RowTable(const EntityInfo& entity);

  // nullptr when there is none. `version` may be null.
  [[nodiscard]] RowPointer find(Database& database, const Id& scope, const Id& id,
                                std::int64_t* version) const;
  // In id order.
  [[nodiscard]] std::vector<VersionedRow> all(Database& database, const Id& scope) const;
  [[nodiscard]] std::vector<VersionedRow> where(Database& database, const Id& scope,
                                                const FieldInfo& field, const Id& key) const;
  void put(Database& database, const Id& scope, std::int64_t version, const void* row) const;
  void erase(Database& database, const Id& scope, const Id& id) const;

  [[nodiscard]] const EntityInfo& entity() const { return *entity_; }

  // Walks a scope's rows in order of (version, id). Rows are decoded only when asked for.
  class Walk {
   public:
    // Begins after that place.
    Walk(const RowTable& table, Database& database, const Id& scope, std::int64_t version,
         const Id& id);
    // False at the end or on a fault.
    [[nodiscard]] bool next() { return query_.next(); }
    [[nodiscard]] std::int64_t version() const;
    [[nodiscard]] Id id() const { return query_.id(0); }
    [[nodiscard]] RowPointer row() const { return table_.read(query_).row; }

   private:
    const RowTable& table_;
    Query query_;
  };

 private:
  [[nodiscard]] VersionedRow read(const Query& query) const;
  [[nodiscard]] std::vector<VersionedRow> read_all(Query& query) const;
  static void bind_field(Query& query, const FieldInfo& field, const void* row);
  static Value read_field(const Query& query, int column, const FieldInfo& field);

  const EntityInfo* entity_;
  std::string find_sql_;
  std::string all_sql_;
  std::string walk_sql_;
  std::string put_sql_;
  std::string erase_sql_;
  std::vector<std::string> where_sql_;  // by place of the field; empty when not indexed
};

[[nodiscard]] const RowTable& row_table(const EntityInfo& entity);

// How a field is declared in a migration, e.g. "name TEXT NOT NULL CHECK (length(name) BETWEEN 1
// AND 100)". A required field that came after its entity has a default. Migrations are written by
// hand; a test holds them against this.
[[nodiscard]] std::string sqlite_column(const EntityInfo& entity, const FieldInfo& field);

}  // namespace rr
