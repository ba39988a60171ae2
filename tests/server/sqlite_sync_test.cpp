// What only the SQLite backend promises: indexes for its walks, checksums of newly served schemas.
#include <doctest/doctest.h>

#include "server/store/checksum_list.h"
#include "shared/sync/row_changes.h"
#include "tests/server/store_backends.h"

namespace rr::test {

TEST_CASE("checksums are read as they were written, unknown schemas and damage left out") {
  const std::vector<Hash128> sums{Hash128{1, 2}, Hash128{3, 4}};
  const std::string text = write_checksums(sums);
  const auto read = read_checksums(text + ",900:" + Hash128{5, 6}.to_string() + ",x,:,7:zz,");
  REQUIRE(read.size() == sums.size());
  CHECK(read[0] == sums[0]);
  CHECK(read[1] == sums[1]);
  const std::string newest = std::to_string(kSchemaCurrent) + ":" + sums[1].to_string();
  CHECK_FALSE(read_checksums(newest)[0].has_value());
  CHECK_FALSE(read_checksums("")[1].has_value());
}

TEST_CASE("a scope that an older program wrote gets the checksum of a newly served schema") {
  SqliteBackend backend;
  Id home;
  home.bytes[0] = 1;
  Roommate ann;
  ann.id = home;
  ann.name = "Ann";
  Hash128 expected = sync::row_hash("roommate", encode_row(describe<Roommate>(), &ann));
  sync::ScopeState state;
  state.scope = home;
  state.epoch = home;
  state.version = 1;
  state.checksums = {expected};  // of the oldest schema only
  write(*backend.store, [&](sync::ServerStorage& storage) {
    storage.put_scope(state);
    storage.put_row(home, 1, describe<Roommate>(), std::make_shared<Roommate>(ann));
  });
  read(*backend.store, [&](sync::ServerStorage& storage) {
    const auto found = storage.read_scope(home);
    REQUIRE(found.has_value());
    REQUIRE(found->checksums.size() == sync::kServedSchemas);
    CHECK(found->checksums.back() == expected);
  });
}

TEST_CASE("every walk over changes follows an index and sorts nothing") {
  SqliteBackend backend;
  auto database = Database::open(backend.path(), OpenMode::read_only);
  REQUIRE(database.ok());
  std::vector<std::string> statements{
      "SELECT version FROM tombstone WHERE scope=? AND version>=? ORDER BY version"};
  for (const EntityInfo& entity : all_entities()) {
    statements.push_back("SELECT id,version FROM \"" + std::string(entity.name) +
                         "\" WHERE scope=? AND (version,id)>(?,?) ORDER BY version,id");
  }
  for (const std::string& statement : statements) {
    CAPTURE(statement);
    const std::string sql = "EXPLAIN QUERY PLAN " + statement;
    Query query(**database, sql);
    std::string plan;
    while (query.next()) plan += std::string(query.text(3)) + "\n";
    CHECK(plan.find("SEARCH") != std::string::npos);
    CHECK_MESSAGE(plan.find("(scope=? AND ") != std::string::npos, plan);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  }
}

}  // namespace rr::test
