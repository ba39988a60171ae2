// The sync endpoints over real sockets: what goes in comes out, once, and only to its own people.
#include <doctest/doctest.h>

#include "tests/server/sync_client.h"

namespace rr::test {
namespace {

using Names = std::multiset<std::string>;

std::string outcome_code(const sync::PushAnswer& answer, std::size_t place) {
  return answer.outcomes.at(place).error.code;
}

}  // namespace

TEST_CASE("a household that lived on one device is taken in, once, with the same ids") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient client(home.browser, home.household);
  const auto patch = client.pull();
  CHECK(patch.status == sync::PatchStatus::patch);
  CHECK(patch.is_reset);
  REQUIRE(patch.end.has_value());
  CHECK(patch.end->version == 1);
  std::set<std::string> sent;
  std::set<std::string> pulled;
  for (const auto& row : home.snapshot.household_rows) sent.insert(row.entity + row.bytes);
  for (const auto& row : patch.rows) pulled.insert(row.entity + row.bytes);
  CHECK(pulled == sent);

  const auto again = home.browser.send("POST", "/api/households", sync::encode(home.snapshot));
  CHECK(again.status == 201);
  CHECK(client.pull().end->version == 1);
  auto changed = home.snapshot;
  changed.household_rows.pop_back();
  CHECK(home.browser.send("POST", "/api/households", sync::encode(changed)).status == 409);
}

TEST_CASE("a push is applied, answered, poked and pulled; sent again it is answered the same") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  Browser phone(fixture);
  const auto code = json_of(home.browser.post("/api/devices/code", nullptr))["code"];
  phone.csrf = json_of(phone.post("/api/auth/recover", {{"code", code}}))["csrf"];
  RawClient stream(fixture.port);
  stream.send("GET /api/sync/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + phone.cookie +
              "\r\n\r\n");
  REQUIRE(stream.read_until(": open\n\n"));

  SyncClient client(home.browser, home.household);
  const std::int64_t before = client.push({}).version;
  const std::vector mutations{client.next(add_roommate("Ben")), client.next(add_roommate("ben")),
                              client.next(add_roommate("Cleo"))};
  const auto answer = client.push(mutations);
  CHECK(answer.version == before + 2);
  CHECK(answer.last_number == 3);
  CHECK(answer.server_time == fixture.clock.now());
  REQUIRE(answer.outcomes.size() == 3);
  CHECK(outcome_code(answer, 0).empty());
  CHECK(outcome_code(answer, 1) == "name_taken");
  CHECK(answer.outcomes[1].error.field == "name");
  CHECK(outcome_code(answer, 2).empty());
  CHECK(stream.read_until("data: {\"scope\":\"" + home.household.to_string() +
                          "\",\"version\":" + std::to_string(answer.version) + "}\n\n"));
  SyncClient second(phone, home.household);
  CHECK(second.roommate_names() == Names{"Ann", "Ben", "Cleo"});
  CHECK(client.pull().end->last_number == 3);

  const auto again = client.push(mutations);
  CHECK(again.version == before + 2);
  CHECK(again.outcomes == answer.outcomes);
  CHECK(second.roommate_names() == Names{"Ann", "Ben", "Cleo"});
}

TEST_CASE("a person's own scope is there from the first moment and nobody else's") {
  ProductFixture fixture;
  Browser ann(fixture);
  ann.begin("Ann");
  Browser ben(fixture);
  ben.begin("Ben");
  const Id ann_id = *parse_id(ann.account_id);
  SyncClient own(ann, ann_id);
  CHECK(own.pull().status == sync::PatchStatus::patch);
  CHECK_FALSE(own.pull().epoch.is_nil());
  SyncClient foreign(ben, ann_id);
  CHECK(foreign.pull().status == sync::PatchStatus::unknown);
  const auto refused = foreign.send(foreign.request({foreign.next(add_roommate("Spy"))}));
  CHECK(refused.status == 404);
  CHECK(code_of(refused) == "not_found");
}

TEST_CASE("each refusal of the protocol has its status") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient client(home.browser, home.household);
  client.push({client.next(add_roommate("Ben"))});

  auto old = client.request({});
  old.schema = kSchemaOldest - 1;
  CHECK(client.send(old).status == 426);
  CHECK(code_of(client.send(old)) == "client_too_old");
  auto future = client.request({});
  future.schema = kSchemaCurrent + 1;
  const auto not_yet = client.send(future);
  CHECK(not_yet.status == 503);
  CHECK(not_yet.header("retry-after") == "2");

  SyncClient copy(home.browser, home.household);
  copy.client = client.client;
  const auto copied = copy.send(copy.request({copy.next(add_roommate("Cleo"))}));
  CHECK(copied.status == 409);
  CHECK(code_of(copied) == "copied_profile");

  std::vector<sync::NumberedMutation> many;
  SyncClient eager(home.browser, home.household);
  for (int count = 0; count < 65; ++count) many.push_back(eager.next(add_roommate("R")));
  const auto too_many = eager.send(eager.request(many));
  CHECK(too_many.status == 413);
  CHECK(code_of(too_many) == "too_many");
  CHECK(client.roommate_names() == Names{"Ann", "Ben"});
}

TEST_CASE("a cookie or number ahead of the server rotates the epoch for good") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient client(home.browser, home.household);
  const Id first_epoch = client.push({client.next(add_roommate("Ben"))}).epoch;

  auto ahead = client.request({});
  ahead.acknowledged = 50;
  const auto answer = client.send(ahead);
  CHECK(answer.status == 409);
  CHECK(code_of(answer) == "epoch_changed");
  const Id second_epoch = client.pull().epoch;
  CHECK(second_epoch != first_epoch);
  CHECK(client.send(client.request({})).status == 409);

  auto pull = client.pull_request();
  pull.scopes[0].epoch = second_epoch;
  pull.scopes[0].version = 1000;
  const auto patch = sync::decode<sync::PullAnswer>(client.send(pull).body);
  REQUIRE(patch.ok());
  CHECK(patch->scopes[0].status == sync::PatchStatus::epoch_changed);
  CHECK(client.pull().epoch != second_epoch);
}

TEST_CASE("outcomes are found by the change's id, those that never arrived are not") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient client(home.browser, home.household);
  const auto applied = client.next(add_roommate("Ben"));
  const auto refused = client.next(add_roommate("Ben"));
  client.push({applied, refused});
  sync::OutcomesRequest request;
  request.scope = home.household;
  request.ids = {applied.mutation.id, refused.mutation.id, fresh_id()};
  const auto answer = home.browser.send("POST", "/api/sync/outcomes", sync::encode(request));
  CHECK(answer.status == 200);
  const auto known = sync::decode<sync::OutcomesAnswer>(answer.body);
  REQUIRE(known.ok());
  REQUIRE(known->known.size() == 2);
  CHECK(known->known[0].status == sync::OutcomeStatus::applied);
  CHECK(known->known[1].error.code == "name_taken");
}

TEST_CASE("an account may choose its id once, never that of a household or of another") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  Browser ben(fixture);
  const std::string chosen = fresh_id().to_string();
  const std::string request_id = fresh_id().to_string();
  const auto begin = [&](const std::string& account) {
    return ben.post("/api/auth/device",
                    {{"name", "Ben"}, {"account", account}, {"request_id", request_id}});
  };
  CHECK(code_of(begin(home.household.to_string())) == "id_taken");
  CHECK(code_of(begin(home.browser.account_id)) == "id_taken");
  const auto first = begin(chosen);
  REQUIRE(first.status == 201);
  CHECK(json_of(first)["account_id"] == chosen);

  // The answer was lost: the same request opens the same account, another one does not.
  ben.cookie.clear();
  const auto repeated = begin(chosen);
  REQUIRE(repeated.status == 201);
  CHECK(json_of(repeated)["account_id"] == chosen);
  ben.csrf = json_of(repeated)["csrf"];
  CHECK(ben.get("/api/session").body.find(chosen) != std::string::npos);
  Browser thief(fixture);
  const auto stolen =
      thief.post("/api/auth/device",
                 {{"name", "X"}, {"account", chosen}, {"request_id", fresh_id().to_string()}});
  CHECK(stolen.status == 409);
  CHECK(json_of(stolen)["field"] == "account");
  ben.cookie.clear();
  fixture.clock.advance(kMillisecondsPerDay);
  CHECK(begin(chosen).status == 409);

  // And the other way round: no household may take the id of a person.
  const Id ben_id = *parse_id(chosen);
  auto poisoned = make_snapshot(ben_id, home.person(), "Trap", "Ann");
  const auto refused = home.browser.send("POST", "/api/households", sync::encode(poisoned));
  CHECK(refused.status == 409);
  CHECK(code_of(refused) == "id_taken");
}

TEST_CASE("a snapshot that does not fit together is refused and leaves nothing") {
  ProductFixture fixture;
  Browser ann(fixture);
  ann.begin("Ann");
  const Id person = *parse_id(ann.account_id);
  const Id household = fresh_id();
  const auto good = make_snapshot(household, person, "Elm Street", "Ann");
  const auto send = [&](const sync::Snapshot& snapshot) {
    return ann.send("POST", "/api/households", sync::encode(snapshot));
  };
  auto foreign = make_snapshot(household, fresh_id(), "Elm Street", "Ann");
  CHECK(code_of(send(foreign)) == "not_valid");
  auto headless = good;
  std::erase_if(headless.household_rows, [](const auto& row) { return row.entity == "household"; });
  CHECK(code_of(send(headless)) == "not_valid");
  auto dangling = good;
  std::erase_if(dangling.household_rows, [](const auto& row) { return row.entity == "roommate"; });
  CHECK(code_of(send(dangling)) == "not_valid");
  auto unknown = good;
  unknown.household_rows.push_back({"castle", "{}"});
  CHECK(code_of(send(unknown)) == "unknown_entity");
  auto twice = good;
  twice.household_rows.push_back(twice.household_rows.front());
  CHECK(code_of(send(twice)) == "repeated_row");
  auto decomposed = make_snapshot(household, person, "Cafe\u0301", "Ann");
  const auto refused = send(decomposed);
  CHECK(refused.status == 400);
  CHECK(code_of(refused) == "not_normalised");
  CHECK(json_of(refused)["field"] == "name");
  SyncClient client(ann, household);
  CHECK(client.pull().status == sync::PatchStatus::unknown);
  CHECK(send(good).status == 201);
}

}  // namespace rr::test
