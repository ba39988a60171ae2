#include "server/store/sqlite_store.h"

#include <filesystem>

#include "server/store/migrations.h"
#include "server/store/sqlite_account_tables.h"
#include "server/store/sqlite_sync_storage.h"

namespace rr {
namespace {

class SqliteUnitOfWork final : public UnitOfWork {
 public:
  explicit SqliteUnitOfWork(Database& database)
      : database_(database), accounts_(database), sync_(database) {}
  [[nodiscard]] AccountTables& accounts() override { return accounts_; }
  [[nodiscard]] sync::ServerStorage& sync() override { return sync_; }
  [[nodiscard]] std::vector<Id> scopes_after(ScopeKind kind, const Id& last,
                                             std::size_t limit) override {
    return sync_.scopes_after(kind, last, limit);
  }
  [[nodiscard]] std::unique_ptr<Reader> rows(const Id& scope) override { return sync_.rows(scope); }
  [[nodiscard]] bool faulted() const override { return database_.faulted(); }

 private:
  Database& database_;
  SqliteAccountTables accounts_;
  SqliteSyncStorage sync_;
};

}  // namespace

std::string migration_lock_path(const std::string& database_path) {
  return database_path + ".migrate-lock";
}

Status make_parent_directory(const std::string& path) {
  const auto directory = std::filesystem::path(path).parent_path();
  if (directory.empty()) return success();
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (!error) return success();
  return refuse("store_fault",
                "Cannot make the directory " + directory.string() + ": " + error.message());
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(Options options, const Clock& clock) {
  if (const Status made = make_parent_directory(options.path); !made) return made.error();
  auto database = Database::open(options.path, OpenMode::read_write, options.file_system);
  if (!database) return database.error();
  Migrator migrator(**database, sqlite_migrations(), migration_lock_path(options.path), clock);
  const auto status = migrator.status();
  if (!status) return status.error();
  if (status->fit == SchemaFit::unknown) {
    return refuse("unknown_schema", "The database is newer than this program. Start a newer one.");
  }
  if (status->fit == SchemaFit::pending) {
    return refuse("pending_migrations", "The database needs migrations: run `migrate up`.");
  }
  std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(options), clock));
  store->queue_ = std::make_unique<WriteQueue>(std::move(*database));
  return store;
}

Status SqliteStore::write(const Writing& writing) {
  return queue_->run([&writing](Database& database) {
    SqliteUnitOfWork work(database);
    return writing(work);
  });
}

// nullptr when no connection can be opened.
std::unique_ptr<Database> SqliteStore::take_reader() {
  std::unique_lock lock(mutex_);
  reader_free_.wait(lock, [this] { return !readers_.empty() || readers_out_ < options_.readers; });
  ++readers_out_;
  if (!readers_.empty()) {
    auto reader = std::move(readers_.back());
    readers_.pop_back();
    return reader;
  }
  lock.unlock();
  auto opened = Database::open(options_.path, OpenMode::read_only, options_.file_system);
  return opened ? std::move(*opened) : nullptr;
}

void SqliteStore::give_reader(std::unique_ptr<Database> reader) {
  const std::lock_guard lock(mutex_);
  --readers_out_;
  if (reader) readers_.push_back(std::move(reader));
  reader_free_.notify_one();
}

Status SqliteStore::read(const Reading& reading) {
  auto reader = take_reader();
  if (!reader) {
    give_reader(nullptr);
    return refuse("store_fault", "Cannot open the database for reading.");
  }
  Status outcome = success();
  if (reader->execute("BEGIN")) {
    SqliteUnitOfWork work(*reader);
    reading(work);
    if (!reader->faulted()) reader->execute("COMMIT");
  }
  if (reader->faulted()) {
    // A fresh connection is the safe way out of whatever this one is in.
    outcome = refuse("store_fault", reader->fault());
    reader.reset();
  }
  give_reader(std::move(reader));
  return outcome;
}

// On a connection of its own: a probe must not wait behind a long read.
Result<Store::Health> SqliteStore::probe() {
  auto database = Database::open(options_.path, OpenMode::read_only, options_.file_system);
  if (!database) return database.error();
  const auto status =
      Migrator(**database, sqlite_migrations(), migration_lock_path(options_.path), clock_)
          .status();
  if (!status) return status.error();
  Health health;
  health.type = "sqlite";
  health.schema_current = status->current;
  health.schema_expected = status->latest;
  health.schema_pending = static_cast<std::int64_t>(status->pending.size());
  health.is_schema_served = status->fit == SchemaFit::current || status->fit == SchemaFit::newer;
  const std::string sql = "SELECT 1 FROM roommate LIMIT 1";
  Query(**database, sql).run();
  health.has_core_tables = !(*database)->faulted();
  return health;
}

}  // namespace rr
