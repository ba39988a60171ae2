// Numbered changes of the schema, applied in order, each in one transaction.
//
// The SQL lies in migrations/<dialect>/NNNN_name.up.sql and .down.sql and is built into the
// program. What was applied is recorded with a checksum; a file that changed afterwards is refused.
// A lock beside the database file lets one process migrate at a time. Schema one revision newer
// than the program is served, so that the old program runs on while the new one takes over.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/ops/clock.h"
#include "server/store/sqlite.h"
#include "shared/base/result.h"

namespace rr {

struct Migration {
  std::int64_t number = 0;
  std::string_view name;
  std::string_view up;
  std::string_view down;

  [[nodiscard]] std::string checksum() const;
};

// The built-in ones, ascending from 1 without gaps, the same numbers and names in both dialects.
[[nodiscard]] std::span<const Migration> sqlite_migrations();
[[nodiscard]] std::span<const Migration> postgres_migrations();

enum class SchemaFit : std::uint8_t {
  current,
  pending,  // older: migrate up
  newer,    // one revision newer: served
  unknown,  // newer still: refused, roll the program forward
};

struct SchemaStatus {
  std::int64_t current = 0;  // 0: empty
  std::int64_t latest = 0;
  SchemaFit fit = SchemaFit::current;
  std::vector<Migration> pending;
};

class Migrator {
 public:
  // `lock_path` is a file that exists only to be locked.
  Migrator(Database& database, std::span<const Migration> migrations, std::string lock_path,
           const Clock& clock)
      : database_(database),
        migrations_(migrations),
        lock_path_(std::move(lock_path)),
        clock_(clock) {}

  // Codes: store_fault, changed_migration.
  [[nodiscard]] Result<SchemaStatus> status();
  // Applies what is pending; answers the numbers applied. Codes: also migration_failed (the schema
  // is as before that revision), unknown_schema.
  [[nodiscard]] Result<std::vector<std::int64_t>> up();
  // Runs everything pending and rolls it back. The statements are those of status().pending.
  [[nodiscard]] Status prove();
  // Reverses down to `target` (0: empty). The caller has made a backup.
  [[nodiscard]] Result<std::vector<std::int64_t>> down(std::int64_t target);

 private:
  [[nodiscard]] Status prepare();
  [[nodiscard]] Status apply(const Migration& migration);
  [[nodiscard]] Status reverse(const Migration& migration);
  [[nodiscard]] Status fail(const Migration& migration);
  [[nodiscard]] Status check_references();

  Database& database_;
  std::span<const Migration> migrations_;
  std::string lock_path_;
  const Clock& clock_;
};

// The schema as text, in a fixed order, for comparing two databases.
[[nodiscard]] std::string dump_schema(Database& database);

}  // namespace rr
