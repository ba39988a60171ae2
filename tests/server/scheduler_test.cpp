// What falls due by the clock, through the whole server.
#include <doctest/doctest.h>

#include "shared/domain/entities.h"
#include "tests/server/sync_client.h"

namespace rr::test {
namespace {

// "index:state" of each cycle, in order.
std::string cycles_of(SyncClient& client) {
  std::map<std::int64_t, std::string> cycles;
  for (const sync::PatchRow& row : client.pull().rows) {
    if (row.entity != "cycle") continue;
    const auto cycle = nlohmann::json::parse(row.bytes);
    cycles[cycle["index"]] = cycle["state"];
  }
  std::string text;
  for (const auto& [index, state] : cycles) text += std::to_string(index) + ":" + state + " ";
  return text;
}

void run_round(ProductFixture& fixture) {
  const Status done = fixture.server->scheduler().run_round();
  REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : done.error().message));
}

}  // namespace

TEST_CASE("cycles that are over are closed by the clock alone, once, and everybody hears of it") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient client(home.browser, home.household);
  run_round(fixture);
  CHECK(cycles_of(client) == "0:running ");
  RawClient stream(fixture.port);
  stream.send("GET /api/sync/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + home.browser.cookie +
              "\r\n\r\n");
  REQUIRE(stream.read_until(": open\n\n"));
  fixture.clock.advance(3 * 7 * kMillisecondsPerDay);
  run_round(fixture);
  CHECK(cycles_of(client) == "0:closed 1:closed 2:closed 3:running ");
  CHECK(stream.read_until("data: {\"scope\":\"" + home.household.to_string()));
  const std::int64_t version = client.pull().end->version;
  run_round(fixture);
  CHECK(client.pull().end->version == version);
}

TEST_CASE("a server that slept through the end of a cycle closes it when it starts") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient client(home.browser, home.household);
  client.push({});
  CHECK(cycles_of(client) == "0:running ");
  fixture.stop();
  fixture.clock.advance(7 * kMillisecondsPerDay);
  fixture.start();
  while (cycles_of(client) != "0:closed 1:running ") std::this_thread::yield();
  CHECK(json_of(home.browser.get("/api/health"))["checks"]["scheduler"]["status"] == "running");
}

TEST_CASE("a push in a later cycle first closes those before it") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient client(home.browser, home.household);
  client.push({client.next(add_roommate("Ben"))});
  fixture.clock.advance(7 * kMillisecondsPerDay);
  client.push({client.next(add_roommate("Cleo"))});
  CHECK(cycles_of(client) == "0:closed 1:running ");
}

TEST_CASE("what is older than the protocol keeps is forgotten, and ended sessions with it") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient client(home.browser, home.household);
  const auto refused = client.next(add_roommate("Ann"));
  client.push({refused});
  run_round(fixture);
  fixture.clock.advance(sync::kOutcomeKeptMs + kMillisecondsPerDay);
  run_round(fixture);
  sync::OutcomesRequest request;
  request.scope = home.household;
  request.ids = {refused.mutation.id};
  const auto answer = home.browser.send("POST", "/api/sync/outcomes", sync::encode(request));
  CHECK(json_of(answer)["known"].empty());
  const auto expired = client.send(client.request({refused}));
  CHECK(json_of(expired)["outcomes"][0]["status"] == "expired");
  CHECK(json_of(expired)["outcomes"][0]["error"]["code"] == "outcome_expired");
}

TEST_CASE("households in every page are visited, however many there are") {
  ProductFixture fixture;
  std::vector<Id> households;
  Browser ann(fixture);
  ann.begin("Ann");
  for (int count = 0; count < 130; ++count) {
    households.push_back(fresh_id());
    const auto snapshot =
        make_snapshot(households.back(), *parse_id(ann.account_id), "Home", "Ann");
    REQUIRE(ann.send("POST", "/api/households", sync::encode(snapshot)).status == 201);
  }
  run_round(fixture);
  for (const Id& household : households) {
    SyncClient client(ann, household);
    CHECK(cycles_of(client) == "0:running ");
  }
}

}  // namespace rr::test
