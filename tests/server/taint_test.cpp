// Nothing of one household or person ever leaves the server towards another, nor into its log.
//
// Every text of one person carries a mark. Everything the others receive, answers with their
// headers and live streams, and everything the program logs, is searched for it.
#include <doctest/doctest.h>

#include "shared/commands/chores.h"
#include "shared/commands/sub_chores.h"
#include "tests/server/child_process.h"
#include "tests/server/sync_client.h"

namespace rr::test {
namespace {

// Marks differ in more than case and are no words of any message.
constexpr const char* kMarkOfAnn = "Xqzann";
constexpr const char* kMarkOfBob = "Xqzbob";

class Person {
 public:
  Person(const int& port, std::string mark) : mark_(std::move(mark)), port_(port), browser(port) {
    browser.on_answer = [this](const RawAnswer& answer) { note(answer); };
  }

  // An account, a household, and a marked text in every field that takes one.
  void move_in() {
    browser.begin(marked("account"));
    household = fresh_id();
    auto snapshot = make_snapshot(household, person(), marked("household"), marked("roommate"),
                                  SystemClock().now());
    PersonalSettings settings;
    settings.id = person();
    settings.language = mark_;
    snapshot.person_rows.push_back(
        {"personal_settings", encode_row(describe<PersonalSettings>(), &settings)});
    const auto taken = browser.send("POST", "/api/households", sync::encode(snapshot));
    REQUIRE_MESSAGE(taken.status == 201, taken.body);
    sync = std::make_unique<SyncClient>(browser, household);
    AddChore chore;
    chore.id = fresh_id();
    chore.name = marked("chore");
    AddSubChore step;
    step.id = fresh_id();
    step.chore_id = chore.id;
    step.name = marked("step");
    mutation = sync->next(chore);
    const auto second = sync->next(step);
    const auto refused = sync->next(chore);  // the same id again
    const auto answer = sync->push({mutation, second, refused});
    REQUIRE(answer.outcomes[1].status == sync::OutcomeStatus::applied);
    REQUIRE(answer.outcomes[2].status == sync::OutcomeStatus::refused);
    const auto invited = browser.post("/api/invitations", {{"household", household.to_string()}});
    REQUIRE_MESSAGE(invited.status == 201, invited.body);
    code = json_of(invited)["code"];
    invitation = json_of(invited)["id"];
    stream_ = std::make_unique<RawClient>(port_);
    stream_->send("GET /api/sync/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + browser.cookie +
                  "\r\n\r\n");
    REQUIRE(stream_->read_until(": open\n\n"));
  }

  void use_everything() {
    browser.get("/api/session");
    browser.get("/api/sessions");
    browser.get("/api/invitations?household=" + household.to_string());
    sync->push({sync->next(add_roommate(marked("later")))});
    sync->pull();
    SyncClient own(browser, person());
    own.pull();
    sync::OutcomesRequest outcomes;
    outcomes.scope = household;
    outcomes.ids = {mutation.mutation.id};
    browser.send("POST", "/api/sync/outcomes", sync::encode(outcomes));
    // What is refused is no less private.
    browser.post("/api/sync/push", {{marked("field"), 1}});
    browser.post("/api/join", {{"code", marked("code")}, {"request_id", marked("request")}});
    browser.send("POST", "/api/sync/pull", "{\"" + marked("broken"));
    browser.get("/api/invitations?household=" + mark_);
  }

  // Everything that can be tried with the ids of somebody else, without their codes and cookies.
  void pry_into(const Person& other) {
    for (const Id& scope : {other.household, other.person()}) {
      SyncClient foreign(browser, scope);
      foreign.client = other.sync->client;
      foreign.epoch = other.sync->epoch;
      foreign.number = 100;
      CHECK(foreign.pull().status == sync::PatchStatus::unknown);
      CHECK(foreign.send(foreign.request({other.mutation})).status == 404);
      CHECK(foreign.send(foreign.request({foreign.next(add_roommate("Spy"))})).status == 404);
      sync::OutcomesRequest outcomes;
      outcomes.scope = scope;
      outcomes.ids = {other.mutation.mutation.id};
      CHECK(browser.send("POST", "/api/sync/outcomes", sync::encode(outcomes)).status == 404);
    }
    // A row of the other household, reached for from one's own.
    AddSubChore step;
    step.id = fresh_id();
    step.chore_id =
        static_cast<const AddChore*>(command_of(other.mutation.mutation).value().arguments.get())
            ->id;
    step.name = marked("reach");
    const auto answer = sync->push({sync->next(step)});
    CHECK(answer.outcomes[0].error.code == "not_found");
    const std::string theirs = other.household.to_string();
    CHECK(browser.get("/api/invitations?household=" + theirs).status == 403);
    CHECK(browser.post("/api/invitations", {{"household", theirs}}).status == 403);
    CHECK(browser.send("DELETE", "/api/invitations/" + other.invitation, "").status == 404);
    const std::string guess = (other.code[0] == 'A' ? "B" : "A") + other.code.substr(1);
    CHECK(browser.post("/api/join/preview", {{"code", guess}}).status == 404);
    auto stolen = make_snapshot(other.household, person(), marked("stolen"), marked("thief"));
    CHECK(browser.send("POST", "/api/households", sync::encode(stolen)).status == 409);
    auto as_person = make_snapshot(other.person(), person(), marked("stolen"), marked("thief"));
    CHECK(browser.send("POST", "/api/households", sync::encode(as_person)).status == 409);
  }

  // What the stream said too; the connection ends with it.
  [[nodiscard]] std::string everything_received() {
    if (stream_) {
      stream_->read_until("\r\n0\r\n\r\n");
      received_ += stream_->buffer();
    }
    return received_;
  }
  [[nodiscard]] Id person() const { return *parse_id(browser.account_id); }
  [[nodiscard]] std::string marked(const std::string& what) const { return mark_ + " " + what; }

 private:
  void note(const RawAnswer& answer) {
    for (const auto& [name, value] : answer.headers) received_ += name + ": " + value + "\n";
    received_ += answer.body + "\n";
  }

  std::string mark_;
  const int& port_;
  std::string received_;
  std::unique_ptr<RawClient> stream_;

 public:
  Browser browser;
  std::unique_ptr<SyncClient> sync;
  Id household;
  sync::NumberedMutation mutation;
  std::string code;
  std::string invitation;
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Secrets of a person that no log may hold, in any form that could be used.
void check_log(const std::string& log, const Person& person) {
  CHECK_FALSE(contains(log, person.code));
  CHECK_FALSE(contains(log, person.browser.cookie.substr(person.browser.cookie.find('=') + 1)));
  CHECK_FALSE(contains(log, person.browser.csrf));
}

}  // namespace

TEST_CASE("no text of a household or person reaches another person or the log") {
  for (const std::string environment : {"APP_ENV=production", "APP_ENV=development"}) {
    CAPTURE(environment);
    TemporaryDirectory directory;
    directory.write("web/index.html", "page");
    ChildServer child(directory, {environment, "LOG_LEVEL=debug", "DEVICE_ACCOUNTS=on"});
    Person ann(child.port(), kMarkOfAnn);
    Person bob(child.port(), kMarkOfBob);
    ann.move_in();
    bob.move_in();
    ann.pry_into(bob);
    bob.pry_into(ann);
    ann.use_everything();
    bob.use_everything();
    CHECK(child.end(SIGTERM) == 0);

    const std::string to_ann = ann.everything_received();
    const std::string to_bob = bob.everything_received();
    // Each hears of their own, so the search can find something.
    for (const std::string what : {"account", "household", "roommate", "chore", "step"}) {
      CHECK(contains(to_ann, ann.marked(what)));
      CHECK(contains(to_bob, bob.marked(what)));
    }
    CHECK(contains(to_ann, "\"language\":\"" + std::string(kMarkOfAnn)));
    CHECK(contains(to_ann, "data: {\"scope\":\"" + ann.household.to_string()));
    CHECK_FALSE(contains(to_ann, kMarkOfBob));
    CHECK_FALSE(contains(to_bob, kMarkOfAnn));
    // Not even that there was something to be poked about.
    CHECK_FALSE(contains(to_ann, "data: {\"scope\":\"" + bob.household.to_string()));
    CHECK(contains(child.output(), "request completed"));
    CHECK_FALSE(contains(child.output(), kMarkOfAnn));
    CHECK_FALSE(contains(child.output(), kMarkOfBob));
    check_log(child.output(), ann);
    check_log(child.output(), bob);
  }
}

}  // namespace rr::test
