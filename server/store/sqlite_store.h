// Store on one SQLite file: one writer with group commit, readers on connections of their own.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/ops/clock.h"
#include "server/store/sqlite.h"
#include "server/store/store.h"
#include "server/store/write_queue.h"

namespace rr {

class SqliteStore final : public Store {
 public:
  struct Options {
    std::string path;
    // An SQLite VFS by name; empty: the default.
    std::string file_system;
    std::size_t readers = 4;
  };

  // The directory is made when missing, the schema must fit (migrations.h). Codes: store_fault,
  // changed_migration, unknown_schema, pending_migrations.
  [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(Options options,
                                                                 const Clock& clock);

  [[nodiscard]] Status write(const Writing& writing) override;
  [[nodiscard]] Status read(const Reading& reading) override;
  [[nodiscard]] Result<Health> probe() override;

  [[nodiscard]] WriteQueue::Counts write_counts() const { return queue_->counts(); }

 private:
  SqliteStore(Options options, const Clock& clock) : options_(std::move(options)), clock_(clock) {}
  [[nodiscard]] std::unique_ptr<Database> take_reader();
  void give_reader(std::unique_ptr<Database> reader);

  Options options_;
  const Clock& clock_;
  std::unique_ptr<WriteQueue> queue_;
  std::mutex mutex_;
  std::condition_variable reader_free_;
  std::vector<std::unique_ptr<Database>> readers_;
  std::size_t readers_out_ = 0;
};

// The file that migrators lock, beside the database.
[[nodiscard]] std::string migration_lock_path(const std::string& database_path);

// Makes the directories above `path`. Code: store_fault.
[[nodiscard]] Status make_parent_directory(const std::string& path);

}  // namespace rr
