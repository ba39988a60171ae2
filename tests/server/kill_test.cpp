// The program is killed in the middle of pushes: what it acknowledged is there, and nothing twice.
#include <doctest/doctest.h>

#include "shared/commands/chores.h"
#include "tests/server/child_process.h"
#include "tests/server/sync_client.h"

namespace rr::test {
namespace {

constexpr int kRounds = 20;
constexpr std::size_t kClients = 4;
constexpr std::size_t kPushesPerClient = 50;

AddChore add_chore(std::size_t client, std::size_t place) {
  AddChore arguments;
  arguments.id = fresh_id();
  arguments.name = std::to_string(client) + "-" + std::to_string(place);
  return arguments;
}

// One client's changes, each in a push of its own, and how far the server acknowledged them.
struct Worker {
  Worker(const int& port, const Home& home, std::size_t place)
      : browser(port), sync(browser, home.household) {
    browser.cookie = home.browser.cookie;
    browser.csrf = home.browser.csrf;
    for (std::size_t count = 0; count < kPushesPerClient; ++count) {
      mutations.push_back(sync.next(add_chore(place, count)));
    }
  }

  // Pushes on until the end or until no answer comes.
  void push_rest(std::atomic<std::size_t>& acknowledged_of_all) {
    while (acknowledged < mutations.size()) {
      const RawAnswer answer = sync.send(sync.request({mutations[acknowledged]}));
      if (answer.status != 200) return;
      const auto decoded = sync::decode<sync::PushAnswer>(answer.body);
      if (!decoded || decoded->last_number < mutations[acknowledged].number) return;
      if (decoded->outcomes[0].status != sync::OutcomeStatus::applied) return;
      ++acknowledged;
      ++acknowledged_of_all;
      acknowledged_of_all.notify_all();
    }
  }

  Browser browser;
  SyncClient sync;
  std::vector<sync::NumberedMutation> mutations;
  std::size_t acknowledged = 0;
};

std::multiset<std::string> chore_names(SyncClient& client) {
  std::multiset<std::string> names;
  for (const sync::PatchRow& row : client.pull().rows) {
    if (row.entity == "chore") names.insert(nlohmann::json::parse(row.bytes)["name"]);
  }
  return names;
}

// How often a chore was added to the household, by the audit.
std::int64_t count_applied(const TemporaryDirectory& directory, const Id& household) {
  auto database = Database::open(directory.path() + "/data/roomieroster.db", OpenMode::read_only);
  REQUIRE(database.ok());
  const std::string sql = "SELECT count(*) FROM audit WHERE scope=? AND command='chore.add'";
  Query query(**database, sql);
  REQUIRE(query.bind(household).next());
  return query.integer(0);
}

void push_all(std::vector<std::unique_ptr<Worker>>& workers, std::size_t kill_after,
              ChildServer* child) {
  std::atomic<std::size_t> acknowledged = 0;
  std::vector<std::thread> threads;
  for (auto& worker : workers) {
    threads.emplace_back([&] { worker->push_rest(acknowledged); });
  }
  if (child != nullptr) {
    for (std::size_t seen = 0; seen < kill_after; seen = acknowledged) acknowledged.wait(seen);
    child->end(SIGKILL);
  }
  for (std::thread& thread : threads) thread.join();
}

void run_round(const TemporaryDirectory& directory, int round) {
  auto child = std::make_unique<ChildServer>(directory);
  int port = child->port();
  Home home(port, "Elm Street", "Ann", SystemClock().now());
  std::vector<std::unique_ptr<Worker>> workers;
  for (std::size_t place = 0; place < kClients; ++place) {
    workers.push_back(std::make_unique<Worker>(port, home, place));
  }
  push_all(workers, 5 + static_cast<std::size_t>(round) * 9, child.get());

  child = std::make_unique<ChildServer>(directory);
  port = child->port();
  SyncClient reader(home.browser, home.household);
  const auto survived = chore_names(reader);
  std::size_t acknowledged = 0;
  for (std::size_t place = 0; place < kClients; ++place) {
    for (std::size_t count = 0; count < workers[place]->acknowledged; ++count) {
      CHECK(survived.count(std::to_string(place) + "-" + std::to_string(count)) == 1);
    }
    acknowledged += workers[place]->acknowledged;
  }
  REQUIRE(acknowledged < kClients * kPushesPerClient);
  push_all(workers, 0, nullptr);
  const auto all = chore_names(reader);
  CHECK(all.size() == kClients * kPushesPerClient);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
  CHECK(child->end(SIGTERM) == 0);
  CHECK(count_applied(directory, home.household) == static_cast<std::int64_t>(all.size()));
}

}  // namespace

TEST_CASE("killed in the middle of 200 pushes, 20 times: nothing acknowledged is lost or doubled") {
  TemporaryDirectory directory;
  directory.write("web/index.html", "page");
  for (int round = 0; round < kRounds; ++round) {
    CAPTURE(round);
    run_round(directory, round);
  }
}

}  // namespace rr::test
