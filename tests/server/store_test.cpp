// Migrations, the mapping of descriptions to tables, and group commit.
#include <doctest/doctest.h>

#include <algorithm>
#include <future>
#include <thread>

#include "server/store/migrations.h"
#include "server/store/row_table.h"
#include "server/store/write_queue.h"
#include "tests/server/http_fixture.h"

namespace rr::test {
namespace {

struct Store {
  TemporaryDirectory directory;
  ManualClock clock;
  std::unique_ptr<Database> database;

  Store() : database(open()) {}
  [[nodiscard]] std::string path() const { return directory.path() + "/test.db"; }
  [[nodiscard]] std::unique_ptr<Database> open() const {
    auto opened = Database::open(path(), OpenMode::read_write);
    REQUIRE(opened.ok());
    return std::move(*opened);
  }
  Migrator migrator(Database& on, std::span<const Migration> migrations) const {
    return Migrator(on, migrations, path() + ".lock", clock);
  }
  Migrator migrator() const { return migrator(*database, sqlite_migrations()); }
};

std::string normalised(std::string_view sql) {
  std::string out;
  for (const char character : sql) {
    if (character == '"') continue;
    const bool is_space = character == ' ' || character == '\n';
    if (is_space && (out.empty() || out.back() == ' ')) continue;
    out += is_space ? ' ' : character;
  }
  return out;
}

std::string table_sql(Database& database, std::string_view name) {
  const std::string sql = "SELECT sql FROM sqlite_schema WHERE type='table' AND name=?";
  Query query(database, sql);
  return query.bind(name).next() ? normalised(query.text(0)) : std::string();
}

Id numbered_id(std::uint8_t number) {
  Id id;
  id.bytes[15] = number;
  return id;
}

Roommate make_roommate(std::uint8_t number, std::string name) {
  Roommate roommate;
  roommate.id = numbered_id(number);
  roommate.name = std::move(name);
  return roommate;
}

}  // namespace

TEST_CASE("up, down and up again give the identical schema") {
  Store store;
  REQUIRE(store.migrator().up().ok());
  const std::string first = dump_schema(*store.database);
  CHECK(first.find("personal_settings") != std::string::npos);
  REQUIRE(store.migrator().down(0).ok());
  const std::string empty = dump_schema(*store.database);
  CHECK(empty.find("roommate") == std::string::npos);
  CHECK(empty.find("account") == std::string::npos);
  REQUIRE(store.migrator().up().ok());
  CHECK(dump_schema(*store.database) == first);
}

TEST_CASE("every single revision can be undone and done again") {
  Store store;
  const auto migrations = sqlite_migrations();
  for (std::size_t count = 1; count <= migrations.size(); ++count) {
    const auto known = migrations.first(count);
    REQUIRE(store.migrator(*store.database, known).up().ok());
    const std::string schema = dump_schema(*store.database);
    REQUIRE(store.migrator(*store.database, known).down(static_cast<std::int64_t>(count) - 1).ok());
    REQUIRE(store.migrator(*store.database, known).up().ok());
    CHECK(dump_schema(*store.database) == schema);
  }
}

TEST_CASE("both dialects have the same revisions with the same names") {
  const auto migrations = sqlite_migrations();
  REQUIRE(!migrations.empty());
  REQUIRE(postgres_migrations().size() == migrations.size());
  for (std::size_t place = 0; place < migrations.size(); ++place) {
    CHECK(migrations[place].number == static_cast<std::int64_t>(place) + 1);
    CHECK(postgres_migrations()[place].number == migrations[place].number);
    CHECK(postgres_migrations()[place].name == migrations[place].name);
  }
}

TEST_CASE("a migration that changed after it was applied is refused") {
  Store store;
  Migration migration{1, "first", "CREATE TABLE a (b INTEGER) STRICT;", "DROP TABLE a;"};
  REQUIRE(store.migrator(*store.database, {&migration, 1}).up().ok());
  migration.up = "CREATE TABLE a (c INTEGER) STRICT;";
  const auto again = store.migrator(*store.database, {&migration, 1}).up();
  REQUIRE_FALSE(again.ok());
  CHECK(again.error().code == "changed_migration");
}

TEST_CASE("a failing migration leaves the schema of the revision before it") {
  Store store;
  const Migration migrations[] = {
      {1, "first", "CREATE TABLE a (b INTEGER) STRICT;", "DROP TABLE a;"},
      {2, "second", "CREATE TABLE c (d INTEGER) STRICT; CREATE TABLE a (e INTEGER);", ""}};
  const auto done = store.migrator(*store.database, migrations).up();
  REQUIRE_FALSE(done.ok());
  CHECK(done.error().code == "migration_failed");
  CHECK(table_sql(*store.database, "c").empty());
  CHECK_FALSE(table_sql(*store.database, "a").empty());
  CHECK(store.migrator(*store.database, migrations).status()->current == 1);
}

TEST_CASE("a trial run changes nothing and finds a failing statement") {
  Store store;
  const Migration good{1, "first", "CREATE TABLE a (b INTEGER) STRICT;", "DROP TABLE a;"};
  CHECK(store.migrator(*store.database, {&good, 1}).prove().ok());
  CHECK(dump_schema(*store.database).empty());
  const Migration bad{1, "first", "CREATE TABLE a (b NONSENSE) STRICT;", "DROP TABLE a;"};
  CHECK_FALSE(store.migrator(*store.database, {&bad, 1}).prove().ok());
}

TEST_CASE("one newer revision is served, two are refused with advice") {
  Store store;
  REQUIRE(store.migrator().up().ok());
  const auto latest = static_cast<std::int64_t>(sqlite_migrations().size());
  const auto pretend = [&](std::int64_t number) {
    store.database->execute("INSERT INTO schema_migration VALUES (" + std::to_string(number) +
                            ", 'future', 'x', 0)");
  };
  pretend(latest + 1);
  CHECK(store.migrator().status()->fit == SchemaFit::newer);
  CHECK(store.migrator().up().ok());
  pretend(latest + 2);
  CHECK(store.migrator().status()->fit == SchemaFit::unknown);
  const auto refused = store.migrator().up();
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == "unknown_schema");
}

TEST_CASE("two instances that migrate at once end with every revision applied once") {
  Store store;
  const auto other = store.open();
  std::atomic<std::size_t> applied = 0;
  const auto migrate = [&](Database& database) {
    const auto done = store.migrator(database, sqlite_migrations()).up();
    if (done) applied += done->size();
  };
  std::thread first([&] { migrate(*store.database); });
  std::thread second([&] { migrate(*other); });
  first.join();
  second.join();
  CHECK(applied == sqlite_migrations().size());
  CHECK(store.migrator().status()->fit == SchemaFit::current);
}

TEST_CASE("every described field has exactly its column, every reference and index its own") {
  Store store;
  REQUIRE(store.migrator().up().ok());
  for (const EntityInfo& entity : all_entities()) {
    CAPTURE(entity.name);
    const std::string sql = table_sql(*store.database, entity.name);
    REQUIRE_FALSE(sql.empty());
    CHECK(sql.find("STRICT") != std::string::npos);
    CHECK(sql.find("PRIMARY KEY (scope, id)") != std::string::npos);
    for (const FieldInfo& field : entity.fields) {
      CAPTURE(field.name);
      const std::string column = sqlite_column(entity, field);
      const bool is_there = sql.find(" " + column + ",") != std::string::npos ||
                            sql.find(" " + column + ")") != std::string::npos;
      CHECK_MESSAGE(is_there, "expected: " << column << "\nin: " << sql);
      if (!field.references.empty()) {
        CHECK(sql.find("FOREIGN KEY (scope, " + std::string(field.name) + ") REFERENCES " +
                       std::string(field.references) + " (scope, id)") != std::string::npos);
      }
      if (field.indexing == Indexing::indexed) {
        const std::string index = normalised(dump_schema(*store.database));
        CHECK(index.find("ON " + std::string(entity.name) + " (scope, " + std::string(field.name) +
                         ")") != std::string::npos);
      }
    }
    const std::string count_sql = "SELECT count(*) FROM pragma_table_info(?)";
    Query count(*store.database, count_sql);
    REQUIRE(count.bind(entity.name).next());
    CHECK(count.integer(0) == static_cast<std::int64_t>(entity.fields.size()) + 2);
  }
}

TEST_CASE("rows come back as they were written, and only from their own scope") {
  Store store;
  REQUIRE(store.migrator().up().ok());
  const RowTable& table = row_table(describe<Roommate>());
  const Id home = numbered_id(100);
  const Id other = numbered_id(101);
  Roommate ann = make_roommate(1, "Ann \xE2\x98\x83");
  ann.moved_out_at = Instant{5};
  ann.status = RoommateStatus::moved_out;
  table.put(*store.database, home, 1, &ann);
  const Roommate ben = make_roommate(2, "Ben");
  table.put(*store.database, home, 2, &ben);
  const Roommate foreign = make_roommate(1, "Foreign");
  table.put(*store.database, other, 1, &foreign);
  REQUIRE_FALSE(store.database->faulted());

  std::int64_t version = 0;
  const auto found = table.find(*store.database, home, ann.id, &version);
  REQUIRE(found);
  CHECK(version == 1);
  CHECK(encode_row(describe<Roommate>(), found.get()) == encode_row(describe<Roommate>(), &ann));
  CHECK(table.all(*store.database, home).size() == 2);
  {
    RowTable::Walk walk(table, *store.database, home, 1, ann.id);
    REQUIRE(walk.next());
    CHECK(walk.id() == ben.id);
    CHECK(walk.version() == 2);
    CHECK(encode_row(describe<Roommate>(), walk.row().get()) ==
          encode_row(describe<Roommate>(), &ben));
    CHECK_FALSE(walk.next());
  }

  ann.name = "Anna";
  table.put(*store.database, home, 3, &ann);
  CHECK(std::static_pointer_cast<const Roommate>(table.find(*store.database, home, ann.id, nullptr))
            ->name == "Anna");
  table.erase(*store.database, home, ann.id);
  CHECK(table.find(*store.database, home, ann.id, nullptr) == nullptr);
  CHECK(table.find(*store.database, other, ann.id, nullptr) != nullptr);
}

TEST_CASE("the database itself refuses values outside the description") {
  Store store;
  REQUIRE(store.migrator().up().ok());
  const RowTable& table = row_table(describe<Roommate>());
  Roommate ann = make_roommate(1, "Ann");
  ann.colour = 9;
  table.put(*store.database, numbered_id(100), 1, &ann);
  CHECK(store.database->faulted());
  store.database->clear_fault();
  Absence absence;
  absence.id = numbered_id(5);
  absence.roommate_id = numbered_id(77);
  row_table(describe<Absence>()).put(*store.database, numbered_id(100), 1, &absence);
  CHECK(store.database->faulted());
}

TEST_CASE("works that wait together share commits, and each is there afterwards") {
  Store store;
  store.database->execute("CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT");
  WriteQueue queue(store.open());
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 16; ++thread) {
    threads.emplace_back([&queue, thread] {
      for (int count = 0; count < 50; ++count) {
        const std::int64_t number = thread * 1000 + count;
        const Status status = queue.run([number](Database& database) {
          const std::string sql = "INSERT INTO t VALUES (?)";
          Query(database, sql).bind(number).run();
          return WorkEnding::commit;
        });
        if (!status) return;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const std::string sql = "SELECT count(*) FROM t";
  Query query(*store.database, sql);
  REQUIRE(query.next());
  CHECK(query.integer(0) == 800);
  CHECK(queue.counts().works == 800);
  CHECK(queue.counts().commits < 800);
}

TEST_CASE("a failing or refused work takes nothing with it from the same commit") {
  Store store;
  store.database->execute("CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT");
  WriteQueue queue(store.open());
  const auto insert = [](std::int64_t number, WorkEnding ending) {
    return [number, ending](Database& database) {
      const std::string sql = "INSERT INTO t VALUES (?)";
      Query(database, sql).bind(number).run();
      return ending;
    };
  };
  // Holds the writer until the others wait together.
  std::promise<void> gate;
  auto opened = gate.get_future().share();
  auto holder = std::async(std::launch::async, [&] {
    return queue.run([opened](Database&) {
      opened.wait();
      return WorkEnding::roll_back;
    });
  });
  std::vector<std::future<Status>> outcomes;
  const auto submit = [&](Work work) {
    outcomes.push_back(std::async(std::launch::async, [&queue, work] { return queue.run(work); }));
  };
  submit(insert(1, WorkEnding::commit));
  submit(insert(2, WorkEnding::roll_back));
  submit([](Database& database) {
    const std::string sql = "INSERT INTO t VALUES (10), (10)";
    Query(database, sql).run();
    return WorkEnding::commit;
  });
  submit(insert(3, WorkEnding::commit));
  gate.set_value();
  CHECK(holder.get().ok());
  CHECK(outcomes[0].get().ok());
  CHECK(outcomes[1].get().ok());
  CHECK_FALSE(outcomes[2].get().ok());
  CHECK(outcomes[3].get().ok());
  const std::string sql = "SELECT group_concat(n) FROM (SELECT n FROM t ORDER BY n)";
  Query query(*store.database, sql);
  REQUIRE(query.next());
  CHECK(query.text(0) == "1,3");
}

}  // namespace rr::test
