// A client of the sync protocol without an engine: it makes snapshots and numbered pushes and sends
// what tests tell it to.
#pragma once

#include "server/ops/clock.h"
#include "shared/commands/household_start.h"
#include "shared/commands/roommates.h"
#include "shared/store/memory_store.h"
#include "shared/sync/messages.h"
#include "tests/server/product_fixture.h"

namespace rr::test {

// Where the tests' own clock begins.
inline constexpr Instant kTestNow{1'800'000'000'000};

[[nodiscard]] inline Id fresh_id() { return make_id(kTestNow); }

template <class Arguments>
[[nodiscard]] Command command_of(const Arguments& arguments) {
  const Result<Command> command = make_command(arguments);
  REQUIRE_MESSAGE(command.ok(), (command.ok() ? "" : command.error().message));
  return *command;
}

[[nodiscard]] inline AddRoommate add_roommate(std::string name) {
  AddRoommate arguments;
  arguments.id = fresh_id();
  arguments.name = std::move(name);
  return arguments;
}

// A household that its starter made on one device.
[[nodiscard]] inline sync::Snapshot make_snapshot(const Id& household, const Id& person,
                                                  const std::string& household_name,
                                                  const std::string& person_name,
                                                  Instant now = kTestNow) {
  MemoryStore store;
  Context context;
  context.person = person;
  context.scope = household;
  context.mutation_id = fresh_id();
  context.meant_at = context.now = now;
  StartHousehold start;
  start.household_name = household_name;
  start.person_name = person_name;
  start.roommate_id = fresh_id();
  REQUIRE(run_command(store, context, command_of(start)).ok());
  sync::Snapshot snapshot;
  snapshot.household = household;
  for (const EntityInfo& entity : all_entities()) {
    store.each_row(entity, [&](const Id&, const RowPointer& row) {
      snapshot.household_rows.push_back({std::string(entity.name), encode_row(entity, row.get())});
    });
  }
  return snapshot;
}

// One client id of a browser in one scope.
class SyncClient {
 public:
  SyncClient(Browser& browser, const Id& scope) : browser_(browser), scope_(scope) {}

  [[nodiscard]] sync::NumberedMutation next(const Command& command) {
    return {++number, sync::make_mutation(command, fresh_id(), kTestNow, kTestNow)};
  }
  template <class Arguments>
  [[nodiscard]] sync::NumberedMutation next(const Arguments& arguments) {
    return next(command_of(arguments));
  }
  [[nodiscard]] sync::PushRequest request(std::vector<sync::NumberedMutation> mutations) const {
    sync::PushRequest request;
    request.scope = scope_;
    request.client = client;
    request.epoch = epoch;
    request.mutations = std::move(mutations);
    return request;
  }
  RawAnswer send(const sync::PushRequest& request) {
    return browser_.send("POST", "/api/sync/push", sync::encode(request));
  }
  // Must be taken as a whole.
  sync::PushAnswer push(std::vector<sync::NumberedMutation> mutations) {
    const RawAnswer answer = send(request(std::move(mutations)));
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    auto decoded = sync::decode<sync::PushAnswer>(answer.body);
    REQUIRE(decoded.ok());
    epoch = decoded->epoch;
    return *decoded;
  }

  [[nodiscard]] sync::PullRequest pull_request() const {
    sync::PullRequest request;
    sync::ScopeCookie cookie;
    cookie.scope = scope_;
    cookie.client = client;
    request.scopes.push_back(cookie);
    return request;
  }
  RawAnswer send(const sync::PullRequest& request) {
    return browser_.send("POST", "/api/sync/pull", sync::encode(request));
  }
  // Everything from the beginning; few enough rows for one page.
  sync::ScopePatch pull() {
    const RawAnswer answer = send(pull_request());
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    auto decoded = sync::decode<sync::PullAnswer>(answer.body);
    REQUIRE(decoded.ok());
    REQUIRE(decoded->scopes.size() == 1);
    return decoded->scopes.front();
  }
  // The names of all roommates, as pulled.
  [[nodiscard]] std::multiset<std::string> roommate_names() {
    std::multiset<std::string> names;
    for (const sync::PatchRow& row : pull().rows) {
      if (row.entity == "roommate") names.insert(nlohmann::json::parse(row.bytes)["name"]);
    }
    return names;
  }

  Id client = fresh_id();
  Id epoch;
  std::int64_t number = 0;

 private:
  Browser& browser_;
  Id scope_;
};

// A signed-in browser and the household it brought.
struct Home {
  Home(const ProductFixture& fixture, const std::string& household_name,
       const std::string& person_name)
      : Home(fixture.port, household_name, person_name, fixture.clock.now()) {}
  // `port` outlives the home.
  Home(const int& port, const std::string& household_name, const std::string& person_name,
       Instant now)
      : browser(port), household(fresh_id()) {
    browser.begin(person_name);
    snapshot = make_snapshot(household, person(), household_name, person_name, now);
    send_snapshot();
  }
  void send_snapshot() {
    const RawAnswer answer = browser.send("POST", "/api/households", sync::encode(snapshot));
    REQUIRE_MESSAGE(answer.status == 201, answer.body);
  }
  [[nodiscard]] Id person() const { return *parse_id(browser.account_id); }

  Browser browser;
  Id household;
  sync::Snapshot snapshot;
};

}  // namespace rr::test
