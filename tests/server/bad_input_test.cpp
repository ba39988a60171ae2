// Hand-made requests: each is refused with the field at fault, and nothing of it is stored.
#include <doctest/doctest.h>

#include "shared/commands/chores.h"
#include "shared/commands/members.h"
#include "shared/commands/sub_chores.h"
#include "tests/server/sync_client.h"

namespace rr::test {
namespace {

using Json = nlohmann::json;

// A household with one change that would be taken, and what it looked like before.
struct Target {
  ProductFixture fixture;
  Home home{fixture, "Elm Street", "Ann"};
  SyncClient client{home.browser, home.household};
  std::string before;

  Target() {
    client.push({});
    before = everything();
  }
  [[nodiscard]] AddChore chore() const {
    AddChore chore;
    chore.id = fresh_id();
    chore.name = "Sweep";
    return chore;
  }
  [[nodiscard]] Json good_push() {
    SyncClient fresh(home.browser, home.household);
    return Json::parse(sync::encode(fresh.request({fresh.next(chore())})));
  }
  // Rows, version and last number.
  [[nodiscard]] std::string everything() {
    const auto patch = client.pull();
    std::string text = std::to_string(patch.end->version) + patch.end->checksum.to_string();
    for (const auto& row : patch.rows) text += row.entity + row.bytes;
    return text;
  }
  RawAnswer push(const std::string& body) {
    return home.browser.send("POST", "/api/sync/push", body);
  }
};

struct BadRequest {
  const char* what;
  int status;
  std::string code;
  std::string field;
  std::function<void(Json& push)> spoil;
};

Json& mutation_of(Json& push) { return push["mutations"][0]["mutation"]; }

const std::vector<BadRequest>& bad_requests() {
  static const std::vector<BadRequest> kAll{
      {"unknown field", 400, "unknown_field", "extra", [](Json& push) { push["extra"] = 1; }},
      {"unknown field in a change", 400, "unknown_field", "seed",
       [](Json& push) { mutation_of(push)["seed"] = 7; }},
      {"missing scope", 400, "missing", "scope", [](Json& push) { push.erase("scope"); }},
      {"missing changes", 400, "missing", "mutations", [](Json& push) { push.erase("mutations"); }},
      {"scope is a number", 400, "wrong_type", "scope", [](Json& push) { push["scope"] = 5; }},
      {"scope is no id", 400, "wrong_type", "scope", [](Json& push) { push["scope"] = "home"; }},
      {"client is nil", 400, "wrong_type", "client",
       [](Json& push) { push["client"] = Id{}.to_string(); }},
      {"changes are no list", 400, "wrong_type", "mutations",
       [](Json& push) { push["mutations"] = Json::object(); }},
      {"number is a text", 400, "wrong_type", "number",
       [](Json& push) { push["mutations"][0]["number"] = "1"; }},
      {"number is a fraction", 400, "wrong_type", "number",
       [](Json& push) { push["mutations"][0]["number"] = 1.5; }},
      {"number is zero", 400, "out_of_range", "number",
       [](Json& push) { push["mutations"][0]["number"] = 0; }},
      {"number is huge", 400, "out_of_range", "number",
       [](Json& push) { push["mutations"][0]["number"] = std::int64_t{1} << 60; }},
      {"acknowledged is negative", 400, "out_of_range", "acknowledged",
       [](Json& push) { push["acknowledged"] = -1; }},
      {"numbers run backwards", 400, "out_of_order", "number",
       [](Json& push) { push["mutations"].push_back(push["mutations"][0]); }},
      {"instant is negative", 400, "out_of_range", "meant_at",
       [](Json& push) { mutation_of(push)["meant_at"] = -5; }},
      {"command of 10,000 letters", 400, "too_long", "command",
       [](Json& push) { mutation_of(push)["command"] = std::string(10'000, 'a'); }},
      {"arguments of 100 KiB", 400, "too_long", "arguments",
       [](Json& push) { mutation_of(push)["arguments"]["name"] = std::string(100'000, 'a'); }},
      {"points are a fraction", 400, "malformed_json", "points",
       [](Json& push) { mutation_of(push)["arguments"]["points"] = 2.5; }},
      {"too many changes", 413, "too_many", "mutations",
       [](Json& push) {
         while (push["mutations"].size() <= 64) push["mutations"].push_back(push["mutations"][0]);
       }},
      {"schema from the past", 426, "client_too_old", "schema",
       [](Json& push) { push["schema"] = 0; }},
      {"a household that does not exist", 404, "not_found", "scope",
       [](Json& push) { push["scope"] = fresh_id().to_string(); }},
  };
  return kAll;
}

struct BadArguments {
  const char* what;
  std::string code;
  std::string field;
  std::function<void(Json& mutation)> spoil;
};

const std::vector<BadArguments>& bad_arguments() {
  const auto set = [](const char* name, Json value) {
    return [name, value](Json& mutation) { mutation["arguments"][name] = value; };
  };
  static const std::vector<BadArguments> kAll{
      {"empty name", "missing", "name", set("name", "")},
      {"name of spaces", "missing", "name", set("name", "   \u00a0 ")},
      {"name of 10,000 letters", "too_long", "name", set("name", std::string(10'000, 'a'))},
      {"name is null", "missing", "name", set("name", nullptr)},
      {"name is a number", "wrong_type", "name", set("name", 5)},
      {"name is a list", "wrong_type", "name", set("name", Json::array({"Sweep"}))},
      {"name not in normal form", "not_normalised", "name", set("name", "Cafe\u0301")},
      {"negative points", "out_of_range", "points", set("points", -3)},
      {"too many points", "out_of_range", "points", set("points", 21)},
      {"points of 2^62", "out_of_range", "points", set("points", std::int64_t{1} << 62)},
      {"points are a text", "wrong_type", "points", set("points", "5")},
      {"unknown frequency", "not_a_choice", "frequency", set("frequency", "hourly")},
      {"a day that does not exist", "wrong_type", "anchor", set("anchor", "2026-02-30")},
      {"unknown argument", "unknown_field", "owner", set("owner", true)},
      {"missing argument", "missing", "points",
       [](Json& mutation) { mutation["arguments"].erase("points"); }},
      {"arguments are a list", "malformed_json", "",
       [](Json& mutation) { mutation["arguments"] = Json::array(); }},
      {"unknown command", "unknown_command", "command",
       [](Json& mutation) { mutation["command"] = "chore.steal"; }},
      {"unknown version", "unknown_command", "command",
       [](Json& mutation) { mutation["version"] = 99; }},
  };
  return kAll;
}

}  // namespace

TEST_CASE("every malformed push is refused by the name of its field and changes nothing") {
  Target target;
  for (const BadRequest& bad : bad_requests()) {
    CAPTURE(bad.what);
    Json push = target.good_push();
    bad.spoil(push);
    const RawAnswer answer = target.push(push.dump());
    CHECK(answer.status == bad.status);
    CHECK(code_of(answer) == bad.code);
    CHECK(json_of(answer)["field"] == bad.field);
    CHECK_FALSE(json_of(answer).value("message", "").empty());
    CHECK(target.everything() == target.before);
  }
  CHECK(target.push(target.good_push().dump()).status == 200);
}

TEST_CASE("bytes that are no JSON, or no text, are refused and change nothing") {
  Target target;
  const std::string good = target.good_push().dump();
  const std::string bodies[] = {"",
                                " ",
                                "null",
                                "3",
                                "[]",
                                "\"text\"",
                                "{",
                                good + "x",
                                good.substr(0, good.size() / 2),
                                "\xef\xbb\xbf" + good,
                                std::string(1000, '[') + std::string(1000, ']'),
                                "{\"scope\":1,\"scope\":2}"};
  for (const std::string& body : bodies) {
    CAPTURE(body);
    const RawAnswer answer = target.push(body);
    CHECK(answer.status == 400);
    CHECK_FALSE(code_of(answer).empty());
    CHECK(target.everything() == target.before);
  }
}

TEST_CASE("texts that are no text are refused with their field and change nothing") {
  Target target;
  const std::string good = target.good_push().dump();
  const std::string texts[] = {"\"\xff\xfe\"",     "\"\xc0\xaf\"",
                               "\"\xed\xa0\x80\"", std::string("\"a\0b\"", 5),
                               "\"\\u0000\"",      "\"\\ud800\"",
                               "\"\n\"",           std::string(1000, '[') + std::string(1000, ']')};
  for (const std::string& text : texts) {
    CAPTURE(text);
    std::string body = good;
    body.replace(body.find("\"Sweep\""), 7, text);
    const RawAnswer answer = target.push(body);
    CHECK(answer.status == 400);
    CHECK(code_of(answer) == "malformed_json");
    CHECK(json_of(answer)["field"] == "name");
    CHECK(target.everything() == target.before);
  }
}

TEST_CASE("bad arguments use up their number, are refused by field, and change nothing") {
  Target target;
  for (const BadArguments& bad : bad_arguments()) {
    CAPTURE(bad.what);
    Json push = target.good_push();
    bad.spoil(mutation_of(push));
    const RawAnswer answer = target.push(push.dump());
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    const Json outcome = json_of(answer)["outcomes"][0];
    CHECK(outcome["status"] == "refused");
    CHECK(outcome["error"]["code"] == bad.code);
    CHECK(outcome["error"]["field"] == bad.field);
    CHECK_FALSE(outcome["error"]["message"].get<std::string>().empty());
    CHECK(json_of(answer)["last_number"] == 1);
    CHECK(target.everything() == target.before);
  }
}

TEST_CASE("nobody reaches beyond their household, their role or the program's own commands") {
  Target target;
  Home other(target.fixture, "Oak Lane", "Ben");
  SyncClient theirs(other.browser, other.household);
  AddChore their_chore = target.chore();
  theirs.push({theirs.next(their_chore)});

  AddSubChore step;
  step.id = fresh_id();
  step.chore_id = their_chore.id;
  step.name = "Reach";
  EditChore edit;
  edit.given = 0b11;
  edit.id = their_chore.id;
  edit.name = "Mine";
  JoinMember join;
  join.person_id = other.person();
  join.name = "Ben";
  join.roommate_id = fresh_id();
  join.roommate_name = "Ben";
  const auto answer = target.client.push(
      {target.client.next(step), target.client.next(edit), target.client.next(join)});
  CHECK(answer.outcomes[0].error.code == "not_found");
  CHECK(answer.outcomes[0].error.field == "chore_id");
  CHECK(answer.outcomes[1].error.code == "not_found");
  CHECK(answer.outcomes[2].error.code == "not_for_people");
  CHECK(target.everything() == target.before);

  SyncClient foreign(target.home.browser, other.household);
  CHECK(code_of(foreign.send(foreign.request({foreign.next(edit)}))) == "not_found");
  const auto patch = foreign.pull();
  CHECK(patch.status == sync::PatchStatus::unknown);
  CHECK(patch.rows.empty());
}

TEST_CASE("forged numbers give nothing but a new epoch") {
  Target target;
  SyncClient forger(target.home.browser, target.home.household);
  forger.number = 41;
  const auto gap = forger.send(forger.request({forger.next(target.chore())}));
  CHECK(gap.status == 409);
  CHECK(code_of(gap) == "epoch_changed");
  CHECK(target.everything() == target.before);
}

TEST_CASE("large, chunked, compressed and mislabelled bodies are refused before they are read") {
  Target target;
  const std::string head =
      "POST /api/sync/push HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + target.home.browser.cookie +
      "\r\nX-CSRF-Token: " + target.home.browser.csrf + "\r\n";
  const auto ask = [&](const std::string& more) {
    RawClient client(target.fixture.port);
    client.send(head + more);
    return client.read_answer();
  };
  CHECK(ask("Content-Type: application/json\r\nContent-Length: 10485760\r\n\r\n").status == 413);
  CHECK(ask("Content-Type: application/json\r\nContent-Length: 327681\r\n\r\n").status == 413);
  CHECK(
      ask("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").status ==
      411);
  CHECK(ask("Content-Type: application/json\r\nContent-Encoding: gzip\r\n"
            "Content-Length: 2\r\n\r\n{}")
            .status == 415);
  const std::string good = target.good_push().dump();
  CHECK(code_of(ask("Content-Type: text/plain\r\nContent-Length: " + std::to_string(good.size()) +
                    "\r\n\r\n" + good)) == "wrong_content_type");
  CHECK(target.everything() == target.before);
}

TEST_CASE("only a household may come with more than a megabyte, and only a few at once") {
  Limits limits;
  limits.large_bodies = 1;
  ProductFixture fixture({}, limits);
  Home home(fixture, "Elm Street", "Ann");
  const Id household = fresh_id();
  auto large = make_snapshot(household, home.person(), "Large", "Ann");
  Chore chore;
  chore.name = std::string(200, 'n');
  while (large.household_rows.size() < 5'000) {
    chore.id = fresh_id();
    large.household_rows.push_back({"chore", encode_row(describe<Chore>(), &chore)});
  }
  const std::string body = sync::encode(large);
  REQUIRE(body.size() > 1024 * 1024);
  const std::string head = "Host: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " +
                           std::to_string(body.size()) + "\r\n";
  RawClient slow(fixture.port);
  slow.send("POST /api/households HTTP/1.1\r\nExpect: 100-continue\r\n" + head + "\r\n");
  REQUIRE(slow.read_until("100 Continue"));
  RawClient second(fixture.port);
  second.send("POST /api/households HTTP/1.1\r\n" + head + "\r\n");
  const auto busy = second.read_answer();
  CHECK(busy.status == 503);
  CHECK(busy.header("retry-after") == "2");
  slow.close();
  RawAnswer taken;
  do {
    taken = home.browser.send("POST", "/api/households", body);
  } while (taken.status == 503);
  CHECK_MESSAGE(taken.status == 201, taken.body);
  RawClient elsewhere(fixture.port);
  elsewhere.send("POST /api/join HTTP/1.1\r\n" + head + "\r\n");
  CHECK(elsewhere.read_answer().status == 413);
}

}  // namespace rr::test
