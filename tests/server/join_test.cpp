// Invitations and joining, over real sockets.
#include <doctest/doctest.h>

#include "shared/commands/members.h"
#include "tests/server/sync_client.h"

namespace rr::test {
namespace {

using Json = nlohmann::json;

std::string invite(Browser& browser, const Id& household, Json more = Json::object()) {
  more["household"] = household.to_string();
  const auto answer = browser.post("/api/invitations", more);
  REQUIRE_MESSAGE(answer.status == 201, answer.body);
  return json_of(answer)["code"];
}

Json join_body(const std::string& code, const std::string& name) {
  return {{"code", code}, {"request_id", fresh_id().to_string()}, {"name", name}};
}

// Joins and keeps what the page would keep.
Json join(Browser& browser, const Json& body) {
  const auto answer = browser.post("/api/join", body);
  REQUIRE_MESSAGE(answer.status == 201, answer.body);
  const Json said = json_of(answer);
  browser.account_id = said["account_id"];
  if (said.contains("csrf")) browser.csrf = said["csrf"];
  return said;
}

std::size_t count_rows(SyncClient& client, const std::string& entity) {
  const auto rows = client.pull().rows;
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](const auto& row) { return row.entity == entity; }));
}

std::vector<Id> households_of(Browser& browser) {
  const auto answer =
      browser.send("POST", "/api/sync/pull", sync::encode(sync::PullRequest{kSchemaCurrent, {}}));
  const auto decoded = sync::decode<sync::PullAnswer>(answer.body);
  REQUIRE(decoded.ok());
  return decoded->households;
}

}  // namespace

TEST_CASE("an invitation shows the household and who is still free, then lets somebody in") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient ann(home.browser, home.household);
  const auto ben_roommate = add_roommate("Ben");
  ann.push({ann.next(ben_roommate)});
  const std::string code = invite(home.browser, home.household);
  Browser ben(fixture);
  const auto preview = json_of(ben.post("/api/join/preview", {{"code", code}}));
  CHECK(preview["household"]["name"] == "Elm Street");
  REQUIRE(preview["roommates"].size() == 1);
  CHECK(preview["roommates"][0]["name"] == "Ben");

  Json body = join_body(code, "Benjamin");
  body["roommate"] = ben_roommate.id.to_string();
  const Json said = join(ben, body);
  CHECK(said["household"] == home.household.to_string());
  CHECK(said["roommate"] == ben_roommate.id.to_string());
  CHECK(households_of(ben) == std::vector<Id>{home.household});
  SyncClient client(ben, home.household);
  CHECK(client.roommate_names() == std::multiset<std::string>{"Ann", "Ben"});
  CHECK(count_rows(client, "member") == 2);
  client.push({client.next(add_roommate("Cleo"))});
  CHECK(ann.roommate_names().contains("Cleo"));
}

TEST_CASE("a join whose answer was lost is answered the same and uses nothing up") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  const std::string code = invite(home.browser, home.household);
  Browser ben(fixture);
  const Json body = join_body(code, "Ben");
  const Json first = join(ben, body);
  // The cookie of the first answer never arrived.
  ben.cookie.clear();
  const Json second = join(ben, body);
  CHECK(second["account_id"] == first["account_id"]);
  CHECK(second["roommate"] == first["roommate"]);
  CHECK(ben.get("/api/session").body.find(std::string(first["account_id"])) != std::string::npos);
  // Signed in, once more.
  CHECK(json_of(ben.post("/api/join", body))["roommate"] == first["roommate"]);
  SyncClient client(ben, home.household);
  CHECK(client.roommate_names() == std::multiset<std::string>{"Ann", "Ben"});

  // Others cannot repeat it, and a day later nobody can.
  CHECK(code_of(home.browser.post("/api/join", body)) == "conflict");
  Browser other(fixture);
  CHECK(code_of(other.post("/api/join", join_body(code, "Cleo"))) == "code_expired");
  fixture.clock.advance(kMillisecondsPerDay);
  CHECK(other.post("/api/join", body).status == 409);
}

TEST_CASE("a refused join leaves neither account nor use of the invitation") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  const std::string code = invite(home.browser, home.household);
  Browser ben(fixture);
  const Json taken = join_body(code, "ann");
  const auto refused = ben.post("/api/join", taken);
  CHECK(refused.status == 409);
  CHECK(code_of(refused) == "name_taken");
  CHECK(json_of(refused)["field"] == "name");
  CHECK(ben.cookie.empty());
  Json nobody = join_body(code, "Ben");
  nobody.erase("name");
  CHECK(code_of(ben.post("/api/join", nobody)) == "missing");
  nobody["roommate"] = fresh_id().to_string();
  CHECK(ben.post("/api/join", nobody).status == 404);
  Json decomposed = join_body(code, "Rene\u0301");
  CHECK(code_of(ben.post("/api/join", decomposed)) == "not_normalised");
  Json unknown = join_body(code, "Ben");
  unknown["role"] = "owner";
  CHECK(json_of(ben.post("/api/join", unknown))["field"] == "role");
  join(ben, join_body(code, "Ben"));
}

TEST_CASE("an invitation for one roommate decides who one is, and more uses let more in") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient ann(home.browser, home.household);
  const auto ben_roommate = add_roommate("Ben");
  ann.push({ann.next(ben_roommate)});
  const std::string code = invite(home.browser, home.household,
                                  {{"roommate", ben_roommate.id.to_string()}, {"uses", 2}});
  Browser ben(fixture);
  CHECK(join(ben, join_body(code, "Benny"))["roommate"] == ben_roommate.id.to_string());
  Browser late(fixture);
  CHECK(code_of(late.post("/api/join", join_body(code, "Late"))) == "roommate_taken");
  // A member who uses it again is where they were.
  CHECK(json_of(ben.post("/api/join", join_body(code, "Benny")))["roommate"] ==
        ben_roommate.id.to_string());
  CHECK(count_rows(ann, "member") == 2);
}

TEST_CASE("who has an account already joins with it, and devices hear of their new household") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  Home other(fixture, "Oak Lane", "Ben");
  RawClient stream(fixture.port);
  stream.send("GET /api/sync/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " +
              other.browser.cookie + "\r\n\r\n");
  REQUIRE(stream.read_until(": open\n\n"));
  const std::string account = other.browser.account_id;
  const Json said = join(other.browser, join_body(invite(home.browser, home.household), "Ben"));
  CHECK(said["account_id"] == account);
  CHECK_FALSE(said.contains("csrf"));
  CHECK(stream.read_until("\r\n0\r\n\r\n"));
  CHECK(households_of(other.browser).size() == 2);
}

TEST_CASE("a removed member gets 410, loses the stream, and may be invited again") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  SyncClient ann(home.browser, home.household);
  Browser ben(fixture);
  join(ben, join_body(invite(home.browser, home.household), "Ben"));
  SyncClient client(ben, home.household);
  client.push({client.next(add_roommate("Cleo"))});
  RawClient stream(fixture.port);
  stream.send("GET /api/sync/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + ben.cookie +
              "\r\n\r\n");
  REQUIRE(stream.read_until(": open\n\n"));
  RemoveMember remove;
  remove.member_id = *parse_id(ben.account_id);
  const auto answer = ann.push({ann.next(remove)});
  REQUIRE(answer.outcomes[0].status == sync::OutcomeStatus::applied);
  CHECK(stream.read_until("\r\n0\r\n\r\n"));
  CHECK(stream.buffer().find("data: {") == std::string::npos);

  CHECK(client.pull().status == sync::PatchStatus::removed);
  CHECK(client.pull().rows.empty());
  const auto refused = client.send(client.request({client.next(add_roommate("Dan"))}));
  CHECK(refused.status == 410);
  CHECK(code_of(refused) == "removed");
  sync::OutcomesRequest outcomes;
  outcomes.scope = home.household;
  CHECK(ben.send("POST", "/api/sync/outcomes", sync::encode(outcomes)).status == 410);
  CHECK(households_of(ben).empty());
  CHECK(ben.get("/api/invitations?household=" + home.household.to_string()).status == 403);

  Json back = join_body(invite(home.browser, home.household), "Ben");
  for (const auto& row : ann.pull().rows) {
    if (row.entity == "roommate" && Json::parse(row.bytes)["name"] == "Ben") {
      back["roommate"] = row.id.to_string();
    }
  }
  join(ben, back);
  CHECK(client.pull().status == sync::PatchStatus::patch);
  CHECK(client.pull().end->membership == 3);
}

TEST_CASE("invitations are for admins, listed without codes, revoked, and end after a week") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  const std::string path = "/api/invitations?household=" + home.household.to_string();
  const std::string code = invite(home.browser, home.household);
  const Json list = json_of(home.browser.get(path))["invitations"];
  REQUIRE(list.size() == 1);
  CHECK(list.dump().find(code) == std::string::npos);
  Browser ben(fixture);
  join(ben, join_body(invite(home.browser, home.household), "Ben"));
  CHECK(code_of(ben.post("/api/invitations", {{"household", home.household.to_string()}})) ==
        "not_allowed");
  CHECK(ben.send("DELETE", "/api/invitations/" + std::string(list[0]["id"]), "").status == 404);
  CHECK(home.browser.send("DELETE", "/api/invitations/" + std::string(list[0]["id"]), "").status ==
        204);
  Browser cleo(fixture);
  CHECK(code_of(cleo.post("/api/join", join_body(code, "Cleo"))) == "unknown_code");
  const std::string old = invite(home.browser, home.household);
  fixture.clock.advance(7 * kMillisecondsPerDay);
  CHECK(cleo.post("/api/join", join_body(old, "Cleo")).status == 410);
}

TEST_CASE("without device accounts only somebody signed in can join") {
  ProductFixture fixture;
  Home home(fixture, "Elm Street", "Ann");
  const std::string code = invite(home.browser, home.household);
  fixture.stop();
  fixture.set_device_accounts(Toggle::off);
  fixture.start();
  Browser ben(fixture);
  const auto refused = ben.post("/api/join", join_body(code, "Ben"));
  CHECK(refused.status == 403);
  CHECK(code_of(refused) == "accounts_off");
}

}  // namespace rr::test
