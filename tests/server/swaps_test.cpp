// Swaps of people who all acted while offline: what they made then arrives in some order.
#include "shared/commands/swaps.h"

#include <doctest/doctest.h>

#include "shared/commands/assignments.h"
#include "shared/commands/chores.h"
#include "shared/commands/preferences.h"
#include "tests/server/sync_client.h"

namespace rr::test {
namespace {

using Json = nlohmann::json;

// One roommate with a browser of their own.
struct Side {
  explicit Side(const int& port) : browser(port) {}
  Browser browser;
  std::unique_ptr<SyncClient> client;
  Id roommate;
};

// Ann's household, in which Ben and Cleo live, too, and everybody has one chore.
struct SharedHome {
  SharedHome() : home(fixture, "Elm Street", "Ann") {
    SyncClient ann(home.browser, home.household);
    for (const char* name : {"Trash", "Dishes", "Windows"}) {
      AddChore chore;
      chore.id = fresh_id();
      chore.name = name;
      chore.anchor = Date{static_cast<std::int32_t>(kTestNow.unix_ms / kMillisecondsPerDay) - 1};
      made.push_back(ann.next(chore));
    }
    ann.push(made);
    const auto invited = home.browser.post(
        "/api/invitations", {{"household", home.household.to_string()}, {"uses", 2}});
    REQUIRE_MESSAGE(invited.status == 201, invited.body);
    code = json_of(invited)["code"];
    for (const char* name : {"Ben", "Cleo"}) join(name);
    owner = std::make_unique<SyncClient>(home.browser, home.household);
    REQUIRE(code_of_only(owner->push({owner->next(RunAssignments{})})) == "");
  }

  void join(const std::string& name) {
    auto side = std::make_unique<Side>(home_port());
    const auto answer = side->browser.post(
        "/api/join", {{"code", code}, {"request_id", fresh_id().to_string()}, {"name", name}});
    REQUIRE_MESSAGE(answer.status == 201, answer.body);
    const Json said = json_of(answer);
    side->browser.account_id = said["account_id"];
    if (said.contains("csrf")) side->browser.csrf = said["csrf"];
    side->roommate = *parse_id(std::string(said["roommate"]));
    side->client = std::make_unique<SyncClient>(side->browser, home.household);
    sides.push_back(std::move(side));
  }
  [[nodiscard]] const int& home_port() const { return fixture.port; }

  [[nodiscard]] static std::string code_of_only(const sync::PushAnswer& answer) {
    REQUIRE(answer.outcomes.size() == 1);
    return answer.outcomes[0].error.code;
  }

  // What the owner hears of one kind of rows.
  [[nodiscard]] std::vector<Json> rows(const std::string& entity) {
    std::vector<Json> found;
    for (const sync::PatchRow& row : owner->pull().rows) {
      if (row.entity == entity) found.push_back(Json::parse(row.bytes));
    }
    return found;
  }
  [[nodiscard]] Id assignment_of(const Side& side) {
    for (const Json& row : rows("assignment")) {
      if (row["roommate_id"] == side.roommate.to_string()) {
        return *parse_id(std::string(row["id"]));
      }
    }
    FAIL("this roommate has no chore");
    return {};
  }

  ProductFixture fixture;
  Home home;
  std::vector<sync::NumberedMutation> made;
  std::string code;
  std::vector<std::unique_ptr<Side>> sides;
  std::unique_ptr<SyncClient> owner;
};

}  // namespace

TEST_CASE("of two who accept offline one gets the chore and the other is told") {
  SharedHome all;
  Side& ben = *all.sides[0];
  Side& cleo = *all.sides[1];
  const Id given = all.assignment_of(ben);
  const ProposeSwap offer{fresh_id(), given, {}, {}, {}};
  REQUIRE(SharedHome::code_of_only(ben.client->push({ben.client->next(offer)})) == "");
  // Made by all three before any of them arrives.
  const auto by_owner = all.owner->next(AcceptSwap{offer.id, {}});
  const auto by_cleo = cleo.client->next(AcceptSwap{offer.id, {}});
  const auto withdrawn = ben.client->next(WithdrawSwap{offer.id});
  CHECK(SharedHome::code_of_only(cleo.client->push({by_cleo})) == "");
  const auto late = all.owner->push({by_owner});
  CHECK(SharedHome::code_of_only(late) == "wrong_state");
  CHECK(late.outcomes[0].error.message ==
        "This offer was accepted already, so it cannot be accepted.");
  CHECK(SharedHome::code_of_only(ben.client->push({withdrawn})) == "wrong_state");
  // Asked again, each hears the same.
  CHECK(SharedHome::code_of_only(cleo.client->push({by_cleo})) == "");
  CHECK(SharedHome::code_of_only(all.owner->push({by_owner})) == "wrong_state");
  for (const Json& row : all.rows("assignment")) {
    if (row["id"] != given.to_string()) continue;
    CHECK(row["roommate_id"] == cleo.roommate.to_string());
  }
}

TEST_CASE("what was done or withdrawn offline first is not swapped any more") {
  SharedHome all;
  Side& ben = *all.sides[0];
  Side& cleo = *all.sides[1];
  const Id given = all.assignment_of(ben);
  const ProposeSwap offer{fresh_id(), given, {}, cleo.roommate, {}};
  REQUIRE(SharedHome::code_of_only(ben.client->push({ben.client->next(offer)})) == "");
  auto accepted = cleo.client->next(AcceptSwap{offer.id, {}});
  CHECK(SharedHome::code_of_only(ben.client->push({ben.client->next(WithdrawSwap{offer.id})})) ==
        "");
  CHECK(SharedHome::code_of_only(cleo.client->push({accepted})) == "wrong_state");

  const ProposeSwap again{fresh_id(), given, {}, cleo.roommate, {}};
  REQUIRE(SharedHome::code_of_only(ben.client->push({ben.client->next(again)})) == "");
  accepted = cleo.client->next(AcceptSwap{again.id, {}});
  CHECK(SharedHome::code_of_only(
            ben.client->push({ben.client->next(CompleteAssignment{given, {}})})) == "");
  CHECK(SharedHome::code_of_only(cleo.client->push({accepted})) == "wrong_state");
  for (const Json& row : all.rows("swap")) CHECK(row["state"] != "proposed");
}

TEST_CASE("the household hears that a veto has a reason, and never the reason") {
  SharedHome all;
  Side& ben = *all.sides[0];
  std::string received;
  all.home.browser.on_answer = [&](const RawAnswer& answer) { received += answer.body; };
  const Id chore =
      static_cast<const AddChore*>(command_of(all.made.front().mutation).value().arguments.get())
          ->id;
  SyncClient own(ben.browser, *parse_id(ben.browser.account_id));
  REQUIRE(SharedHome::code_of_only(
              own.push({own.next(SetVetoReason{all.home.household, chore, "Xqzallergy"})})) == "");
  const SetPreference veto{chore, ben.roommate, PreferenceLevel::never, true};
  REQUIRE(SharedHome::code_of_only(ben.client->push({ben.client->next(veto)})) == "");
  const auto heard = all.rows("preference");
  REQUIRE(heard.size() == 1);
  CHECK(heard.front()["has_reason"] == true);
  CHECK(received.find("Xqzallergy") == std::string::npos);
  // It is there, for the person alone.
  const auto rows = own.pull().rows;
  CHECK(std::any_of(rows.begin(), rows.end(), [](const sync::PatchRow& row) {
    return row.entity == "veto_reason" && row.bytes.find("Xqzallergy") != std::string::npos;
  }));
  SyncClient spy(all.home.browser, *parse_id(ben.browser.account_id));
  CHECK(spy.pull().status == sync::PatchStatus::unknown);
}

}  // namespace rr::test
