#include "client/app/notices.h"

#include "server/ops/built_in_time_zones.h"
#include "shared/commands/assignments.h"
#include "shared/commands/chores.h"
#include "shared/commands/members.h"
#include "shared/commands/roommates.h"
#include "tests/unit/client/page.h"

namespace rr::app {
namespace {

template <class Arguments>
void run(TestPage& page, const Arguments& arguments) {
  const Result<Command> command = make_command(arguments);
  REQUIRE(command.ok());
  REQUIRE(page.session->issue(*command).ok());
}

constexpr std::int64_t kDayMs = 86'400'000;

// A chore given to the only person there is, on the day on which it is due.
void give_chore(TestPage& page) {
  const AddRoommate roommate{page.session->new_id(), "Ana"};
  run(page, roommate);
  run(page, LinkMember{page.session->person_id(), roommate.id});
  AddChore chore;
  chore.id = page.session->new_id();
  chore.name = "Dishes";
  chore.frequency = Frequency::daily;
  chore.anchor = Date{static_cast<std::int32_t>(page.session->now().unix_ms / kDayMs)};
  run(page, chore);
  run(page, RunAssignments{});
  page.session->move_to(Instant{page.session->now().unix_ms + kDayMs});
}

TEST_CASE("who has nothing to do is told so") {
  TestPage page("/");
  page.settle();
  page.press("button", "Notices");
  REQUIRE(page.has("dialog", "Notices"));
  CHECK(page.has("heading", "Nothing waits for you"));
}

TEST_CASE("a chore that is due is counted at the bell and leads to the assignments") {
  TestPage page("/roommates", 1280, &built_in_time_zones());
  give_chore(page);
  page.settle();
  // The other one: the cycle ends within a day.
  page.press("button", "Notices: 2");
  page.press("button", "Dishes, Today");
  CHECK_FALSE(page.has("dialog", "Notices"));
  CHECK(page.has("heading", "Chore Assignments"));
}

TEST_CASE("what was done is no notice any more, what is late says so") {
  TestPage page("/", 1280, &built_in_time_zones());
  give_chore(page);
  page.session->move_to(Instant{page.session->now().unix_ms + 2 * kDayMs});
  const auto late = notices_of(*page.session);
  REQUIRE(late.size() >= 1);
  CHECK(late.front().is_late);
  CHECK(late.front().text == "Overdue by 2 days");
  run(page, CompleteAssignment{page.session->household().all<Assignment>().front()->id, {}});
  for (const Notice& notice : notices_of(*page.session)) CHECK(notice.title != "Dishes");
}

TEST_CASE("refused changes come first and open their list") {
  TestPage page("/", 1280, &built_in_time_zones());
  page.session->set_save_status({SaveState::refused, 0, 1});
  page.session->set_refusals({{page.session->new_id(), "Add a roommate: Ben", "Taken.", "taken",
                               page.session->now(), "Ben"}});
  give_chore(page);
  page.settle();
  CHECK(notices_of(*page.session).front().is_refusal);
  page.press("button", "Notices: 3");
  page.press("button", "1 change could not be applied, What you typed is kept.");
  CHECK(page.has("dialog", "Not applied"));
}

}  // namespace
}  // namespace rr::app
