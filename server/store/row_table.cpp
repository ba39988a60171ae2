#include "server/store/row_table.h"

#include <algorithm>

namespace rr {
namespace {

// Field names are words of the description, never input; quoted because some are SQL's words too.
std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::string field_list(const EntityInfo& entity) {
  std::string list;
  for (const FieldInfo& field : entity.fields) list += quoted(field.name) + ",";
  return list + "version";
}

std::string put_sql(const EntityInfo& entity) {
  std::string marks = "?";
  std::string updates;
  for (const FieldInfo& field : entity.fields) {
    marks += ",?";
    if (field.name == "id") continue;
    updates += quoted(field.name) + "=excluded." + quoted(field.name) + ",";
  }
  return "INSERT INTO " + quoted(entity.name) + " (scope," + field_list(entity) + ") VALUES (" +
         marks + ",?) ON CONFLICT (scope,id) DO UPDATE SET " + updates + "version=excluded.version";
}

}  // namespace

RowTable::RowTable(const EntityInfo& entity) : entity_(&entity), put_sql_(put_sql(entity)) {
  const std::string select =
      "SELECT " + field_list(entity) + " FROM " + quoted(entity.name) + " WHERE scope=?";
  find_sql_ = select + " AND id=?";
  all_sql_ = select + " ORDER BY id";
  walk_sql_ = select + " AND (version,id)>(?,?) ORDER BY version,id";
  erase_sql_ = "DELETE FROM " + quoted(entity.name) + " WHERE scope=? AND id=?";
  for (const FieldInfo& field : entity.fields) {
    where_sql_.push_back(field.indexing == Indexing::indexed
                             ? select + " AND " + quoted(field.name) + "=? ORDER BY id"
                             : std::string());
  }
}

void RowTable::bind_field(Query& query, const FieldInfo& field, const void* row) {
  const Value value = field.get(row);
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (field.type == FieldType::choice) {
      query.bind(field.choices[static_cast<std::size_t>(*number)]);
    } else {
      query.bind(*number);
    }
  } else if (const auto* text = std::get_if<std::string_view>(&value)) {
    query.bind(*text);
  } else if (const auto* id = std::get_if<Id>(&value)) {
    query.bind(*id);
  } else {
    query.bind_null();
  }
}

Value RowTable::read_field(const Query& query, int column, const FieldInfo& field) {
  if (query.is_null(column)) return Value{};
  switch (field.type) {
    case FieldType::text: return query.text(column);
    case FieldType::id: return query.id(column);
    case FieldType::choice: {
      const auto place = std::find(field.choices.begin(), field.choices.end(), query.text(column));
      return static_cast<std::int64_t>(place - field.choices.begin());
    }
    case FieldType::integer:
    case FieldType::boolean:
    case FieldType::instant:
    case FieldType::date: break;
  }
  return query.integer(column);
}

VersionedRow RowTable::read(const Query& query) const {
  VersionedRow result;
  const std::shared_ptr<void> row = entity_->make();
  int column = 0;
  for (const FieldInfo& field : entity_->fields) {
    field.set(row.get(), read_field(query, column, field));
    ++column;
  }
  result.version = query.integer(column);
  result.id = entity_->id_of(row.get());
  result.row = row;
  return result;
}

std::vector<VersionedRow> RowTable::read_all(Query& query) const {
  std::vector<VersionedRow> rows;
  while (query.next()) rows.push_back(read(query));
  return rows;
}

RowPointer RowTable::find(Database& database, const Id& scope, const Id& id,
                          std::int64_t* version) const {
  Query query(database, find_sql_);
  if (!query.bind(scope).bind(id).next()) return nullptr;
  VersionedRow found = read(query);
  if (version != nullptr) *version = found.version;
  return found.row;
}

std::vector<VersionedRow> RowTable::all(Database& database, const Id& scope) const {
  Query query(database, all_sql_);
  query.bind(scope);
  return read_all(query);
}

std::vector<VersionedRow> RowTable::where(Database& database, const Id& scope,
                                          const FieldInfo& field, const Id& key) const {
  for (std::size_t place = 0; place < where_sql_.size(); ++place) {
    if (entity_->fields[place].name != field.name || where_sql_[place].empty()) continue;
    Query query(database, where_sql_[place]);
    query.bind(scope).bind(key);
    return read_all(query);
  }
  return {};
}

RowTable::Walk::Walk(const RowTable& table, Database& database, const Id& scope,
                     std::int64_t version, const Id& id)
    : table_(table), query_(database, table.walk_sql_) {
  query_.bind(scope).bind(version).bind(id);
}

std::int64_t RowTable::Walk::version() const {
  return query_.integer(static_cast<int>(table_.entity_->fields.size()));
}

void RowTable::put(Database& database, const Id& scope, std::int64_t version,
                   const void* row) const {
  Query query(database, put_sql_);
  query.bind(scope);
  for (const FieldInfo& field : entity_->fields) bind_field(query, field, row);
  query.bind(version).run();
}

void RowTable::erase(Database& database, const Id& scope, const Id& id) const {
  Query(database, erase_sql_).bind(scope).bind(id).run();
}

const RowTable& row_table(const EntityInfo& entity) {
  static const std::vector<RowTable> kTables = [] {
    std::vector<RowTable> made;
    for (const EntityInfo& each : all_entities()) made.emplace_back(each);
    return made;
  }();
  return kTables[static_cast<std::size_t>(entity.kind)];
}

namespace {

// What rows that are older than the field get: the value that a program without it leaves it at.
std::string default_literal(const EntityInfo& entity, const FieldInfo& field) {
  const auto row = entity.make();
  const Value value = field.get(row.get());
  if (const auto* text = std::get_if<std::string_view>(&value))
    return "'" + std::string(*text) + "'";
  const std::int64_t number = std::get<std::int64_t>(value);
  if (field.type != FieldType::choice) return std::to_string(number);
  return "'" + std::string(field.choices[static_cast<std::size_t>(number)]) + "'";
}

}  // namespace

std::string sqlite_column(const EntityInfo& entity, const FieldInfo& field) {
  const std::string name(field.name);
  std::string type = "INTEGER";
  std::string check =
      name + " BETWEEN " + std::to_string(field.minimum) + " AND " + std::to_string(field.maximum);
  switch (field.type) {
    case FieldType::text:
      type = "TEXT";
      check = "length(" + name + ") BETWEEN " + std::to_string(field.minimum) + " AND " +
              std::to_string(field.maximum);
      break;
    case FieldType::id:
      type = "BLOB";
      check = "length(" + name + ") = 16";
      break;
    case FieldType::boolean: check = name + " IN (0, 1)"; break;
    case FieldType::choice: {
      type = "TEXT";
      check = name + " IN (";
      for (const std::string_view choice : field.choices) {
        check += (check.ends_with("(") ? "'" : ", '") + std::string(choice) + "'";
      }
      check += ")";
      break;
    }
    case FieldType::integer:
    case FieldType::instant:
    case FieldType::date: break;
  }
  const bool is_required = field.nullability == Nullability::required;
  std::string column = name + " " + type + (is_required ? " NOT NULL" : "");
  if (is_required && field.since > entity.since) {
    column += " DEFAULT " + default_literal(entity, field);
  }
  return column + " CHECK (" + check + ")";
}

}  // namespace rr
