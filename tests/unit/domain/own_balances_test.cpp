#include "shared/domain/own_balances.h"

#include "shared/commands/effort_votes.h"
#include "shared/domain/rated_shares.h"
#include "shared/domain/run_codec.h"
#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

constexpr std::int64_t kPoint = kMicroPerPoint;

// Roommates 21 and 22, divided by own ratings: chore 41 of 6 points, which 21 finds 2 and 22 finds
// 16, and chore 42 of 6 points, which 21 finds 10 and 22 leaves at 6.
struct RatedHome : ChoreHome {
  RatedHome() : ChoreHome(2) {
    set_method(DivisionMethod::own_ratings);
    chore(41, ChoreType::random, 6);
    chore(42, ChoreType::random, 6);
    must(SetEffortVote{number_id(41), number_id(21), 2});
    must(SetEffortVote{number_id(41), number_id(22), 16});
    must(SetEffortVote{number_id(42), number_id(21), 10});
  }

  void set_method(DivisionMethod method) {
    Household household = *household_of(store);
    household.division_method = method;
    store.put(household);
  }
  [[nodiscard]] std::int64_t own(std::uint8_t roommate) const {
    const auto balances = own_balances(store);
    const auto found = balances.find(number_id(roommate));
    return found == balances.end() ? 0 : found->second;
  }
  [[nodiscard]] std::int64_t frozen(std::uint8_t roommate) const {
    std::int64_t sum = 0;
    for (const auto& row : store.all<CycleShare>()) {
      if (row->roommate_id == number_id(roommate)) sum += row->own_micro;
    }
    return sum;
  }
};

}  // namespace

TEST_CASE("by own ratings everybody gets what is lighter for them") {
  RatedHome home;
  home.divide();
  CHECK(home.given(41).roommate_id == number_id(21));
  CHECK(home.given(42).roommate_id == number_id(22));
  CHECK(home.store.all<RatedShare>().size() == 4);
  // 21 had 2 of 12, half of which is 6; 22 had 6 of 22, half of which is 11.
  CHECK(home.own(21) == -4 * kPoint);
  CHECK(home.own(22) == -5 * kPoint);
  CHECK(home.faults().empty());
}

TEST_CASE("another division writes no rated shares") {
  RatedHome home;
  home.set_method(DivisionMethod::balanced);
  home.divide();
  CHECK(home.store.all<RatedShare>().empty());
  CHECK(home.own(21) == 0);
}

TEST_CASE("a run by own ratings keeps the ratings that differ and the balances so far") {
  RatedHome home;
  home.must(SetEffortVote{number_id(42), number_id(22), 6});
  home.divide();
  home.go_to(add_days(kMonday, 7));
  home.divide();
  const auto run = home.store.find<AssignmentRun>(home.given(41, add_days(kMonday, 7)).run_id);
  const Result<RunInput> input = decode_run_input(run->input);
  REQUIRE(input);
  CHECK(input->method == DivisionMethod::own_ratings);
  CHECK(input->people[0].own_balance == -4 * kPoint);
  CHECK(input->people[1].own_balance == -5 * kPoint);
  std::size_t ratings = 0;
  for (const RunChore& chore : input->chores) ratings += chore.ratings.size();
  CHECK(ratings == 3);
  CHECK(encode_run_plan(plan_run(*input)) == run->outcome);
}

TEST_CASE("who covers a chore has it by their own rating, and undoing gives it back") {
  RatedHome home;
  home.divide();
  home.must(CompleteAssignment{home.given(42).id, number_id(21)});
  CHECK(home.own(21) == 6 * kPoint);  // 12 of 12, half of which is 6
  CHECK(home.own(22) == -11 * kPoint);
  home.must(UndoAssignment{home.given(42).id});
  CHECK(home.own(21) == -4 * kPoint);
  CHECK(home.own(22) == -5 * kPoint);
}

TEST_CASE("what is skipped counts for nobody") {
  RatedHome home;
  home.divide();
  home.must(SkipAssignment{home.given(42).id});
  CHECK(home.own(21) == 1 * kPoint);   // 2 of 2
  CHECK(home.own(22) == -8 * kPoint);  // 0 of 16
}

TEST_CASE("a changed vote changes nothing that was given before") {
  RatedHome home;
  home.divide();
  home.must(SetEffortVote{number_id(41), number_id(21), 20});
  CHECK(home.own(21) == -4 * kPoint);
}

TEST_CASE("at the close of a cycle balances by own ratings are frozen and their rows go") {
  RatedHome home;
  home.divide();
  home.must(CompleteAssignment{home.given(41).id, Id{}});
  home.must(CompleteAssignment{home.given(42).id, Id{}});
  home.go_to(add_days(kMonday, 7));
  CHECK(home.store.all<RatedShare>().empty());
  CHECK(home.frozen(21) == -4 * kPoint);
  CHECK(home.frozen(22) == -5 * kPoint);
  CHECK(home.own(21) == -4 * kPoint);
  CHECK(home.faults().empty());
}

TEST_CASE("what goes on into the next cycle keeps its rows and counts there") {
  RatedHome home;
  home.go_to(add_days(kMonday, 4));  // due a week later, after the reset
  home.divide();
  home.go_to(add_days(kMonday, 7));
  CHECK(home.store.all<RatedShare>().size() == 4);
  CHECK(home.frozen(21) == 0);
  CHECK(home.own(21) == -4 * kPoint);
  CHECK(home.own(22) == -5 * kPoint);
  CHECK(home.faults().empty());
}

TEST_CASE("a second thought about a closed cycle moves what was frozen") {
  RatedHome home;
  home.divide();
  home.must(CompleteAssignment{home.given(41).id, Id{}});
  home.must(CompleteAssignment{home.given(42).id, number_id(21)});
  const Instant done_at = home.context.now;
  home.go_to(add_days(kMonday, 7));
  CHECK(home.frozen(21) == 6 * kPoint);
  home.must(SetEffortVote{number_id(42), number_id(21), 1});  // too late for that run
  REQUIRE(home.context.now.unix_ms <= done_at.unix_ms + 7 * kMillisecondsPerDay);
  home.must(UndoAssignment{home.given(42).id});
  CHECK(home.frozen(21) == -4 * kPoint);
  CHECK(home.frozen(22) == -5 * kPoint);
  CHECK(home.faults().empty());
}

TEST_CASE("what comes back to the pool is rated anew, without who moved out") {
  RatedHome home;
  home.join(23);
  home.divide();
  const Id leaver = home.given(41).roommate_id;
  home.must(MoveOutRoommate{leaver});
  home.divide();
  const auto shares = home.store.where<RatedShare>("assignment_id", home.given(41).id);
  CHECK(shares.size() == 2);
  for (const auto& share : shares) CHECK(share->roommate_id != leaver);
  CHECK(home.faults().empty());
}

TEST_CASE("everybody sees the cycle's chores by their own measure") {
  RatedHome home;
  home.divide();
  const std::vector<OwnView> views = own_views(home.store);
  REQUIRE(views.size() == 2);
  CHECK(views[0].roommate_id == number_id(21));
  CHECK(views[0].balance == -4 * kPoint);
  CHECK(views[0].loads.at(number_id(21)) == 2 * kPoint);
  CHECK(views[0].loads.at(number_id(22)) == 10 * kPoint);
  CHECK(views[1].loads.at(number_id(21)) == 16 * kPoint);
  CHECK(views[1].loads.at(number_id(22)) == 6 * kPoint);
  CHECK(views[1].heaviest.at(number_id(22)) == 6 * kPoint);
  CHECK_FALSE(views[1].envies(number_id(21)));
}

TEST_CASE("the checks of own ratings bite") {
  RatedHome home;
  home.divide();
  RatedShare share = *home.store.all<RatedShare>().front();
  share.share_micro = share.rating_micro + 1;
  home.store.put(share);
  CHECK(home.faults().find("more than the whole") != std::string::npos);
  RatedHome closed;
  closed.divide();
  closed.must(CompleteAssignment{closed.given(41).id, Id{}});
  closed.go_to(add_days(kMonday, 7));
  CycleShare row = *closed.store.all<CycleShare>().front();
  row.own_micro += 1;
  closed.store.put(row);
  CHECK(closed.faults().find("disagrees with the runs") != std::string::npos);
}

}  // namespace rr
