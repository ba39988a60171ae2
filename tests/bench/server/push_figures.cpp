// How fast the server takes pushes of 64 changes, beside the same SQL statements without a server.
// Prints one JSON line per figure; a run that was not taken as a whole measures nothing.
#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>

#include "server/ops/built_in_time_zones.h"
#include "server/store/migrations.h"
#include "server/store/sqlite_store.h"
#include "server/sync/sync_service.h"
#include "shared/sync/server_engine.h"
#include "tests/bench/bench_home.h"
#include "tests/bench/server/peer.h"
#include "tests/server/http_fixture.h"

namespace rr::bench {
namespace {

constexpr std::uint64_t kPushes = 200;
constexpr std::uint64_t kChanges = kPushes * sync::kMutationsPerPush;

const Id kHousehold = numbered_id("household", 1);
const Id kPerson = numbered_id("person", 1);

sync::ServerCall make_call() {
  sync::ServerCall call;
  call.account = kPerson;
  call.now = kNow;
  call.entropy = numbered_id("entropy", 1);
  return call;
}

std::string make_database(const test::TemporaryDirectory& directory, const Clock& clock) {
  const std::string path = directory.path() + "/timed.db";
  auto database = Database::open(path, OpenMode::read_write);
  REQUIRE(database.ok());
  REQUIRE(Migrator(**database, sqlite_migrations(), migration_lock_path(path), clock).up().ok());
  database->reset();
  MemoryStore home;
  REQUIRE(fill(home, kHousehold, kPerson));
  sync::Snapshot snapshot;
  snapshot.household = kHousehold;
  for (const EntityInfo& entity : all_entities()) {
    home.each_row(entity, [&](const Id&, const RowPointer& row) {
      snapshot.household_rows.push_back({std::string(entity.name), encode_row(entity, row.get())});
    });
  }
  auto store = SqliteStore::open({path, {}, 2}, clock);
  REQUIRE(store.ok());
  Status taken = success();
  const Status written = (*store)->write([&](UnitOfWork& work) {
    sync::ServerEffects effects;
    taken = sync::accept_snapshot(work.sync(), make_call(), snapshot, effects);
    return taken ? WorkEnding::commit : WorkEnding::roll_back;
  });
  REQUIRE_MESSAGE(taken.ok(), (taken.ok() ? "" : taken.error().message));
  REQUIRE(written.ok());
  return path;
}

std::vector<std::string> make_requests() {
  std::vector<std::string> requests;
  std::uint64_t number = 0;
  for (std::uint64_t each = 0; each < kPushes; ++each) {
    sync::PushRequest request;
    request.scope = kHousehold;
    request.client = numbered_id("client", 1);
    request.acknowledged = static_cast<std::int64_t>(number);
    for (std::size_t place = 0; place < sync::kMutationsPerPush; ++place) {
      ++number;
      request.mutations.push_back({static_cast<std::int64_t>(number), mutation(number)});
    }
    requests.push_back(sync::encode(request));
  }
  return requests;
}

// From the request's bytes to the durable answer's, one push after another.
double run_pushes(const std::string& path, const std::vector<std::string>& requests,
                  const Clock& clock, StatementRecorder* recorder) {
  auto store = SqliteStore::open({path, {}, 2}, clock);
  REQUIRE(store.ok());
  if (recorder != nullptr) recorder->begin();
  EventHub hub{EventHub::Options{}};
  SyncService service(**store, hub, built_in_time_zones());
  const sync::ServerCall call = service.make_call(kPerson, kNow, "bench");
  const Stopwatch watch;
  for (const std::string& bytes : requests) {
    const auto request = sync::decode<sync::PushRequest>(bytes);
    REQUIRE(request.ok());
    std::optional<Result<sync::PushAnswer>> answer;
    const Status written = service.write([&](UnitOfWork& work, sync::ServerEffects& effects) {
      answer = sync::push(work.sync(), call, *request, effects);
      return WorkEnding::commit;
    });
    REQUIRE(written.ok());
    REQUIRE_MESSAGE(answer->ok(), (answer->ok() ? "" : answer->error().message));
    REQUIRE((*answer)->last_number == request->mutations.back().number);
    REQUIRE((*answer)->outcomes.back().status == sync::OutcomeStatus::applied);
    REQUIRE_FALSE(sync::encode(**answer).empty());
  }
  return watch.elapsed_ms();
}

}  // namespace

TEST_CASE("pushes of 64 changes") {
  test::TemporaryDirectory directory;
  const test::ManualClock clock;
  const std::string timed = make_database(directory, clock);
  const std::string recorded = directory.path() + "/recorded.db";
  const std::string bare = directory.path() + "/bare.db";
  std::filesystem::copy_file(timed, recorded);
  std::filesystem::copy_file(timed, bare);
  const auto requests = make_requests();
  const double product_ms = run_pushes(timed, requests, clock, nullptr);
  double bare_ms = 0;
  std::size_t statements = 0;
  {
    StatementRecorder recorder;
    run_pushes(recorded, requests, clock, &recorder);
    statements = recorder.statements().size();
    bare_ms = run_bare(bare, recorder.statements());
  }
  REQUIRE(statements > kChanges);
  REQUIRE(bare_ms > 0);
  std::printf("{\"name\":\"push of 64 changes, one after another\",\"measured\":%.0f}\n",
              1000.0 * static_cast<double>(kChanges) / product_ms);
  std::printf(
      "{\"name\":\"push of 64, against its SQL statements bare\",\"measured\":%.3f,"
      "\"peer\":%.0f,\"per_change\":%.1f}\n",
      bare_ms / product_ms, 1000.0 * static_cast<double>(kChanges) / bare_ms,
      static_cast<double>(statements) / static_cast<double>(kChanges));
}

}  // namespace rr::bench
