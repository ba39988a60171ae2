// What was acknowledged survives a power cut at any write, and a failing disk never lies.
#include <doctest/doctest.h>

#include <set>

#include "server/store/migrations.h"
#include "server/store/write_queue.h"
#include "tests/server/fault_file_system.h"
#include "tests/server/http_fixture.h"

namespace rr::test {
namespace {

constexpr std::int64_t kWorks = 12;

std::unique_ptr<Database> open(const std::string& path, const FaultFileSystem& files) {
  auto database = Database::open(path, OpenMode::read_write, files.name());
  return database ? std::move(*database) : nullptr;
}

// Writes two rows per work, as a whole or not at all; answers which works were acknowledged.
std::set<std::int64_t> write_pairs(const std::string& path, const FaultFileSystem& files) {
  std::set<std::int64_t> acknowledged;
  auto database = open(path, files);
  if (!database) return acknowledged;
  // A log that is carried over often, so that cuts also fall into carrying over.
  database->execute("PRAGMA wal_autocheckpoint=6");
  database->execute("CREATE TABLE IF NOT EXISTS pair (n INTEGER PRIMARY KEY, t TEXT) STRICT");
  database->clear_fault();
  WriteQueue queue(std::move(database));
  for (std::int64_t number = 0; number < kWorks; ++number) {
    const Status status = queue.run([number](Database& on) {
      const std::string sql = "INSERT INTO pair VALUES (?,?)";
      const std::string filler(700, static_cast<char>('a' + number % 26));
      Query(on, sql).bind(number * 2).bind(filler).run();
      Query(on, sql).bind(number * 2 + 1).bind(filler).run();
      return WorkEnding::commit;
    });
    if (status) acknowledged.insert(number);
  }
  return acknowledged;
}

void check_pairs(const std::string& path, const FaultFileSystem& files,
                 const std::set<std::int64_t>& acknowledged) {
  auto database = open(path, files);
  REQUIRE(database != nullptr);
  const std::string check_sql = "PRAGMA integrity_check";
  Query check(*database, check_sql);
  REQUIRE(check.next());
  CHECK(check.text(0) == "ok");
  std::set<std::int64_t> rows;
  {
    const std::string find_sql = "SELECT 1 FROM sqlite_schema WHERE name='pair'";
    const std::string sql = "SELECT n FROM pair";
    if (Query(*database, find_sql).next()) {
      Query query(*database, sql);
      while (query.next()) rows.insert(query.integer(0));
    }
  }
  REQUIRE_FALSE(database->faulted());
  for (std::int64_t number = 0; number < kWorks; ++number) {
    CHECK(rows.contains(number * 2) == rows.contains(number * 2 + 1));
    if (acknowledged.contains(number)) CHECK(rows.contains(number * 2));
  }
}

std::int64_t count_operations() {
  TemporaryDirectory directory;
  FaultFileSystem files;
  CHECK(write_pairs(directory.path() + "/test.db", files).size() == kWorks);
  return files.operations();
}

}  // namespace

TEST_CASE("a power cut at every single write, sync and truncation loses nothing acknowledged") {
  const std::int64_t operations = count_operations();
  REQUIRE(operations > 60);
  std::size_t kept = 0;
  for (std::int64_t cut = 1; cut <= operations; ++cut) {
    CAPTURE(cut);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      TemporaryDirectory directory;
      FaultFileSystem files;
      const std::string path = directory.path() + "/test.db";
      files.fail_at(cut, FaultFileSystem::Failure::power_cut);
      const auto acknowledged = write_pairs(path, files);
      REQUIRE_FALSE(files.is_powered());
      files.restore(seed * 1000 + static_cast<std::uint64_t>(cut));
      check_pairs(path, files, acknowledged);
      kept += acknowledged.size();
    }
  }
  CHECK(kept > static_cast<std::size_t>(operations));
}

TEST_CASE("a disk that fails or is full once harms only what was told so") {
  const std::int64_t operations = count_operations();
  for (const auto failure :
       {FaultFileSystem::Failure::io_error, FaultFileSystem::Failure::disk_full}) {
    for (std::int64_t place = 1; place <= operations; ++place) {
      CAPTURE(place);
      TemporaryDirectory directory;
      FaultFileSystem files;
      const std::string path = directory.path() + "/test.db";
      files.fail_at(place, failure);
      const auto acknowledged = write_pairs(path, files);
      check_pairs(path, files, acknowledged);
    }
  }
}

TEST_CASE("the power-cut model bites: without waiting for syncs, acknowledged rows are lost") {
  std::size_t lost = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    TemporaryDirectory directory;
    FaultFileSystem files;
    const std::string path = directory.path() + "/test.db";
    {
      auto database = open(path, files);
      REQUIRE(database != nullptr);
      database->execute("CREATE TABLE pair (n INTEGER PRIMARY KEY, t TEXT) STRICT");
      database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
      database->execute("PRAGMA synchronous=OFF");
      for (int number = 0; number < 5; ++number) {
        database->execute("INSERT INTO pair VALUES (" + std::to_string(number) + ",'x')");
      }
      REQUIRE_FALSE(database->faulted());
      files.fail_at(1, FaultFileSystem::Failure::power_cut);
      database->execute("INSERT INTO pair VALUES (100,'x')");
    }
    files.restore(seed);
    auto database = open(path, files);
    REQUIRE(database != nullptr);
    const std::string sql = "SELECT count(*) FROM pair";
    Query query(*database, sql);
    if (!query.next() || query.integer(0) < 5) ++lost;
  }
  CHECK(lost > 0);
}

}  // namespace rr::test
