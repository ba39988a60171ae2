// A thin, typed layer over one SQLite connection.
//
// Faults are sticky: the first one is kept, later steps of any query answer "no row", and whoever
// owns the unit of work asks faulted() before committing. A connection belongs to one thread at a
// time.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/hash.h"
#include "shared/base/id.h"
#include "shared/base/result.h"

namespace rr {

enum class OpenMode : std::uint8_t { read_write, read_only };

class Database {
 public:
  // busy_timeout comes first, then WAL, synchronous=FULL, foreign keys. `file_system` names an
  // SQLite VFS; empty: the default. Code: store_fault.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path,
                                                              OpenMode mode,
                                                              const std::string& file_system = {});
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // One or more statements without results.
  bool execute(const std::string& sql);

  [[nodiscard]] bool faulted() const { return !fault_.empty(); }
  [[nodiscard]] const std::string& fault() const { return fault_; }
  void clear_fault() { fault_.clear(); }
  // Notes what SQLite says now, unless a fault is noted already.
  void note_fault(std::string_view during);

  [[nodiscard]] std::int64_t total_changes() const;
  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  friend class Query;
  using IdleStatements = std::vector<sqlite3_stmt*>;
  explicit Database(sqlite3* handle) : handle_(handle) {}
  // A prepared statement that nobody uses at the moment; nullptr on a fault. It belongs back into
  // `home`.
  [[nodiscard]] sqlite3_stmt* borrow(const std::string& sql, IdleStatements*& home);

  sqlite3* handle_;
  std::string fault_;
  std::unordered_map<std::string, IdleStatements> idle_statements_;
};

// One run of a prepared statement. `sql` must outlive the query. Columns and parameters are taken
// in order: bind(a).bind(b), then next(), then read in any order by number from 0.
class Query {
 public:
  Query(Database& database, const std::string& sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& bind(std::int64_t value);
  Query& bind(std::string_view text);
  Query& bind(const Id& id);
  // Null when nil.
  Query& bind_unless_nil(const Id& id) { return id.is_nil() ? bind_null() : bind(id); }
  // Sixteen bytes, most significant first.
  Query& bind(const Hash128& hash);
  Query& bind_bytes(std::string_view bytes);
  Query& bind_null();

  // True when a row is there; false at the end or on a fault.
  [[nodiscard]] bool next();
  // For statements without rows. False on a fault.
  bool run();

  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  // Valid until the next call of next().
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view bytes(int column) const;
  // Nil when null.
  [[nodiscard]] Id id(int column) const;
  // Zero when null.
  [[nodiscard]] Hash128 hash(int column) const;

 private:
  // Short values are copied into the query itself, which spares an allocation for each.
  [[nodiscard]] const char* keep(const void* bytes, std::size_t size);

  Database& database_;
  const std::string& sql_;
  Database::IdleStatements* home_ = nullptr;
  sqlite3_stmt* statement_;
  int parameter_ = 0;
  std::size_t kept_ = 0;
  std::array<char, 1024> values_;
};

}  // namespace rr
