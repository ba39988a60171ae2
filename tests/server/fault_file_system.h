// A file system for SQLite that can fail at any operation and lose power at any moment.
//
// Writes reach the real files at once, so SQLite sees them; beside them it is kept what has been
// synced. A power cut makes every further operation fail; afterwards restore() puts the files
// into a state a disk could be in: everything synced, and of the unsynced writes a random choice
// of 512-byte sectors, each old or new. Modelled on a drive that keeps what it says is on disk.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace rr::test {

class FaultFileSystem {
 public:
  enum class Operation : std::uint8_t { write, sync, truncate, remove };
  enum class Failure : std::uint8_t { io_error, disk_full, power_cut };

  FaultFileSystem();
  // No connection may be open.
  ~FaultFileSystem();
  FaultFileSystem(const FaultFileSystem&) = delete;
  FaultFileSystem& operator=(const FaultFileSystem&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

  // The `count`-th changing operation from now on (1 is the next) fails that way, once; a power cut
  // lasts until restore().
  void fail_at(std::int64_t count, Failure failure);
  // Changing operations so far.
  [[nodiscard]] std::int64_t operations() const;
  [[nodiscard]] bool is_powered() const;

  // After a power cut, with no connection open.
  void restore(std::uint64_t seed);

 private:
  friend struct FaultFile;

  struct Change {
    std::int64_t offset = 0;
    std::string bytes;
    bool is_truncation = false;  // to `offset`
  };
  struct Content {
    std::string durable;
    std::vector<Change> unsynced;
  };

  // SQLITE_OK, or how this operation fails.
  [[nodiscard]] int judge();
  void note_open(const std::string& path);
  void note_write(const std::string& path, Change change);
  void note_sync(const std::string& path);
  void note_remove(const std::string& path);
  static void apply(const Change& change, std::string& content);
  static std::string after_power_cut(const Content& content, std::mt19937_64& random);

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out);
  static int remove(sqlite3_vfs* vfs, const char* path, int sync_directory);

  std::string name_;
  sqlite3_vfs* real_;
  sqlite3_vfs own_{};
  mutable std::mutex mutex_;
  std::map<std::string, Content> contents_;
  std::int64_t operations_ = 0;
  std::int64_t fails_at_ = 0;
  Failure failure_ = Failure::io_error;
  bool is_powered_ = true;
};

}  // namespace rr::test
