// Every storage backend behind the Store interface, for tests that hold all of them to one
// contract.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <memory>

#include "server/store/migrations.h"
#include "server/store/sqlite_store.h"
#include "tests/server/http_fixture.h"

namespace rr::test {

// A fresh, migrated SQLite store; reopen() is what a restart of the program is to it.
class SqliteBackend {
 public:
  explicit SqliteBackend(std::string file_system = {}) : file_system_(std::move(file_system)) {
    auto database = Database::open(path(), OpenMode::read_write);
    REQUIRE(database.ok());
    REQUIRE(
        Migrator(**database, sqlite_migrations(), migration_lock_path(path()), clock).up().ok());
    database->reset();
    open();
  }
  void open() {
    auto opened = SqliteStore::open({path(), file_system_, 2}, clock);
    REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().message));
    store = std::move(*opened);
  }
  void reopen() {
    store.reset();
    open();
  }
  [[nodiscard]] std::string path() const { return directory.path() + "/test.db"; }

  TemporaryDirectory directory;
  ManualClock clock;
  std::unique_ptr<Store> store;

 private:
  std::string file_system_;
};

// Runs the check on a fresh store of each backend.
inline void each_backend(const std::function<void(Store& store)>& check) {
  SqliteBackend sqlite;
  check(*sqlite.store);
}

// One unit of work that must succeed.
inline void write(Store& store, const std::function<void(sync::ServerStorage& storage)>& work) {
  const Status written = store.write([&](UnitOfWork& unit) {
    work(unit.sync());
    return WorkEnding::commit;
  });
  REQUIRE_MESSAGE(written.ok(), (written.ok() ? "" : written.error().message));
}
inline void read(Store& store, const std::function<void(sync::ServerStorage& storage)>& work) {
  const Status done = store.read([&](UnitOfWork& unit) { work(unit.sync()); });
  REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : done.error().message));
}

}  // namespace rr::test
