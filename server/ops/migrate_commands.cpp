#include <filesystem>
#include <iostream>

#include "server/ops/commands.h"
#include "server/store/migrations.h"
#include "server/store/sqlite_store.h"

namespace rr {
namespace {

int fail(const std::string& message) {
  std::cerr << message << "\n";
  return 1;
}

enum class Missing : std::uint8_t { make, refuse };

Result<std::unique_ptr<Database>> open(const Config& config, Missing missing) {
  if (missing == Missing::refuse && !std::filesystem::exists(config.database_path)) {
    return refuse("store_fault", "There is no database at " + config.database_path +
                                     " (DATABASE_URL, DATA_DIR or --data say where).");
  }
  if (const Status made = make_parent_directory(config.database_path); !made) return made.error();
  return Database::open(config.database_path, OpenMode::read_write);
}

Migrator migrator_of(Database& database, const Config& config, const Clock& clock) {
  return Migrator(database, sqlite_migrations(), migration_lock_path(config.database_path), clock);
}

void print_status(const SchemaStatus& status) {
  std::cout << "current revision: " << status.current << "\nlatest revision: " << status.latest
            << "\n";
  for (const Migration& migration : status.pending) {
    std::cout << "pending: " << migration.number << " " << migration.name << "\n";
  }
}

int run_trial(Migrator& migrator, const SchemaStatus& status) {
  for (const Migration& migration : status.pending) {
    std::cout << "-- " << migration.number << " " << migration.name << "\n" << migration.up;
  }
  if (const Status proven = migrator.prove(); !proven) return fail(proven.error().message);
  std::cout << "proven in a transaction that was rolled back; nothing was changed\n";
  return 0;
}

// A whole, consistent copy beside the database.
Result<std::string> back_up(Database& database, const Config& config, const Clock& clock) {
  std::string path =
      config.database_path + ".before-down-" + std::to_string(clock.now().unix_ms) + ".db";
  const std::string sql = "VACUUM INTO ?";
  if (!Query(database, sql).bind(path).run()) return refuse("store_fault", database.fault());
  return path;
}

}  // namespace

int migrate_up_command(const Config& config, const MigrateOptions& options) {
  const SystemClock clock;
  auto database = open(config, Missing::make);
  if (!database) return fail(database.error().message);
  Migrator migrator = migrator_of(**database, config, clock);
  const auto before = migrator.status();
  if (!before) return fail(before.error().message);
  print_status(*before);
  if (options.is_trial) return run_trial(migrator, *before);
  const auto done = migrator.up();
  if (!done) return fail(done.error().message);
  std::cout << "applied: " << done->size()
            << "\nnow at revision: " << (done->empty() ? before->current : done->back()) << "\n";
  return 0;
}

int migrate_down_command(const Config& config, const MigrateOptions& options) {
  const SystemClock clock;
  auto database = open(config, Missing::refuse);
  if (!database) return fail(database.error().message);
  Migrator migrator = migrator_of(**database, config, clock);
  const auto before = migrator.status();
  if (!before) return fail(before.error().message);
  print_status(*before);
  const std::int64_t target = options.target.value_or(before->current - 1);
  if (target < 0 || target >= before->current) return fail("There is no such earlier revision.");
  if (!options.is_confirmed) {
    return fail("Going down to revision " + std::to_string(target) +
                " loses the data of the later ones. Say --yes to do it.");
  }
  const auto backup = back_up(**database, config, clock);
  if (!backup) return fail("No backup, so nothing was done: " + backup.error().message);
  std::cout << "backup: " << *backup << "\n";
  const auto done = migrator.down(target);
  if (!done) return fail(done.error().message);
  std::cout << "reversed: " << done->size() << "\nnow at revision: " << target << "\n";
  return 0;
}

int migrate_status_command(const Config& config) {
  const SystemClock clock;
  auto database = open(config, Missing::refuse);
  if (!database) return fail(database.error().message);
  const auto status = migrator_of(**database, config, clock).status();
  if (!status) return fail(status.error().message);
  print_status(*status);
  return status->fit == SchemaFit::current || status->fit == SchemaFit::newer ? 0 : 1;
}

}  // namespace rr
