#include "server/store/migrations.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <map>

#include "server/ops/digest.h"

namespace rr {
namespace {

// Held from construction to destruction; a second process waits.
class MigrationLock {
 public:
  explicit MigrationLock(const std::string& path)
      : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (file_ >= 0) is_held_ = ::flock(file_, LOCK_EX) == 0;
  }
  ~MigrationLock() {
    if (file_ >= 0) ::close(file_);
  }
  MigrationLock(const MigrationLock&) = delete;
  MigrationLock& operator=(const MigrationLock&) = delete;

  [[nodiscard]] bool is_held() const { return is_held_; }

 private:
  int file_;
  bool is_held_ = false;
};

// Rebuilding a table drops it for a moment: its references are checked as a whole at the end.
class ReferencesOff {
 public:
  explicit ReferencesOff(Database& database) : database_(database) {
    database_.execute("PRAGMA foreign_keys=OFF");
  }
  ~ReferencesOff() {
    const std::string fault = database_.fault();
    database_.clear_fault();
    database_.execute("PRAGMA foreign_keys=ON");
  }
  ReferencesOff(const ReferencesOff&) = delete;
  ReferencesOff& operator=(const ReferencesOff&) = delete;

 private:
  Database& database_;
};

Error lock_fault(const std::string& path) {
  return refuse("store_fault", "Cannot lock " + path + ".");
}

}  // namespace

std::string Migration::checksum() const {
  return sha256_hex(std::string(name) + "\n" + std::string(up) + "\n" + std::string(down));
}

Status Migrator::prepare() {
  database_.execute(
      "CREATE TABLE IF NOT EXISTS schema_migration ("
      "number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL,"
      "applied_at INTEGER NOT NULL) STRICT");
  if (!database_.faulted()) return success();
  Error fault = refuse("store_fault", database_.fault());
  database_.clear_fault();
  return fault;
}

Result<SchemaStatus> Migrator::status() {
  SchemaStatus status;
  status.latest = migrations_.empty() ? 0 : migrations_.back().number;
  std::map<std::int64_t, std::string> applied;
  bool has_record = false;
  {
    const std::string find = "SELECT 1 FROM sqlite_schema WHERE name='schema_migration'";
    has_record = Query(database_, find).next();
    const std::string list = "SELECT number, checksum FROM schema_migration ORDER BY number";
    if (has_record) {
      Query query(database_, list);
      while (query.next()) applied.emplace(query.integer(0), query.text(1));
    }
  }
  if (database_.faulted()) {
    Error fault = refuse("store_fault", database_.fault());
    database_.clear_fault();
    return fault;
  }
  if (!applied.empty()) status.current = applied.rbegin()->first;
  for (const Migration& migration : migrations_) {
    const auto record = applied.find(migration.number);
    if (record == applied.end()) {
      status.pending.push_back(migration);
    } else if (record->second != migration.checksum()) {
      return refuse("changed_migration", "Migration " + std::to_string(migration.number) + " (" +
                                             std::string(migration.name) +
                                             ") was changed after it was applied.");
    }
  }
  if (status.current > status.latest) {
    status.fit = status.current == status.latest + 1 ? SchemaFit::newer : SchemaFit::unknown;
  } else if (!status.pending.empty()) {
    status.fit = SchemaFit::pending;
  }
  return status;
}

Status Migrator::fail(const Migration& migration) {
  Error fault = refuse("migration_failed", "Migration " + std::to_string(migration.number) + " (" +
                                               std::string(migration.name) +
                                               ") failed: " + database_.fault());
  database_.clear_fault();
  database_.execute("ROLLBACK");
  database_.clear_fault();
  return fault;
}

Status Migrator::check_references() {
  const std::string sql = "PRAGMA foreign_key_check";
  Query query(database_, sql);
  if (!query.next()) return success();
  return refuse("migration_failed",
                "Rows of " + std::string(query.text(0)) + " would point to nothing.");
}

Status Migrator::apply(const Migration& migration) {
  const std::string record = "INSERT INTO schema_migration VALUES (?,?,?,?)";
  database_.execute(std::string(migration.up));
  Query(database_, record)
      .bind(migration.number)
      .bind(migration.name)
      .bind(migration.checksum())
      .bind(clock_.now().unix_ms)
      .run();
  if (database_.faulted()) return fail(migration);
  return check_references();
}

Status Migrator::reverse(const Migration& migration) {
  const std::string record = "DELETE FROM schema_migration WHERE number=?";
  database_.execute(std::string(migration.down));
  Query(database_, record).bind(migration.number).run();
  if (database_.faulted()) return fail(migration);
  return check_references();
}

Result<std::vector<std::int64_t>> Migrator::up() {
  const MigrationLock lock(lock_path_);
  if (!lock.is_held()) return lock_fault(lock_path_);
  if (const Status ready = prepare(); !ready) return ready.error();
  const ReferencesOff references(database_);
  std::vector<std::int64_t> done;
  const auto status = this->status();
  if (!status) return status.error();
  if (status->fit == SchemaFit::unknown) {
    return refuse("unknown_schema",
                  "The database is at revision " + std::to_string(status->current) +
                      ", newer than this program knows (" + std::to_string(status->latest) +
                      "). Start a newer program.");
  }
  for (const Migration& migration : status->pending) {
    database_.execute("BEGIN IMMEDIATE");
    if (const Status applied = apply(migration); !applied) {
      database_.execute("ROLLBACK");
      database_.clear_fault();
      return applied.error();
    }
    if (!database_.execute("COMMIT")) return fail(migration).error();
    done.push_back(migration.number);
  }
  return done;
}

Status Migrator::prove() {
  const MigrationLock lock(lock_path_);
  if (!lock.is_held()) return lock_fault(lock_path_);
  const auto status = this->status();
  if (!status) return status.error();
  const ReferencesOff references(database_);
  database_.execute("BEGIN IMMEDIATE");
  Status outcome = prepare();
  for (const Migration& migration : status->pending) {
    if (!outcome) break;
    outcome = apply(migration);
  }
  database_.execute("ROLLBACK");
  database_.clear_fault();
  return outcome;
}

Result<std::vector<std::int64_t>> Migrator::down(std::int64_t target) {
  const MigrationLock lock(lock_path_);
  if (!lock.is_held()) return lock_fault(lock_path_);
  const auto status = this->status();
  if (!status) return status.error();
  if (status->fit == SchemaFit::newer || status->fit == SchemaFit::unknown) {
    return refuse("unknown_schema", "The newest revision is unknown to this program.");
  }
  const ReferencesOff references(database_);
  std::vector<std::int64_t> done;
  for (std::size_t place = migrations_.size(); place-- > 0;) {
    const Migration& migration = migrations_[place];
    if (migration.number <= target || migration.number > status->current) continue;
    database_.execute("BEGIN IMMEDIATE");
    if (const Status reversed = reverse(migration); !reversed) {
      database_.execute("ROLLBACK");
      database_.clear_fault();
      return reversed.error();
    }
    if (!database_.execute("COMMIT")) return fail(migration).error();
    done.push_back(migration.number);
  }
  return done;
}

std::string dump_schema(Database& database) {
  const std::string sql =
      "SELECT type, name, tbl_name, coalesce(sql,'') FROM sqlite_schema ORDER BY type, name";
  std::string dump;
  Query query(database, sql);
  while (query.next()) {
    for (int column = 0; column < 4; ++column) dump += std::string(query.text(column)) + "\n";
  }
  return dump;
}

}  // namespace rr
