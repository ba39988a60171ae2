#include "shared/domain/explain.h"

#include "shared/commands/effort_votes.h"
#include "shared/domain/fairer.h"
#include "shared/domain/run_codec.h"
#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

RunInput input_of(const ChoreHome& home, const Assignment& assignment) {
  const auto run = home.store.find<AssignmentRun>(assignment.run_id);
  REQUIRE(run != nullptr);
  CHECK(digest_of(run->input) == run->digest);
  const Result<RunInput> input = decode_run_input(run->input);
  REQUIRE(input);
  return *input;
}

}  // namespace

TEST_CASE("a run is kept, and its replay gives the same bytes") {
  ChoreHome home(3);
  home.chore(41, ChoreType::predefined, 7);
  home.chore(42, ChoreType::random, 5);
  home.chore(43, ChoreType::random, 3);
  home.divide();
  const auto run = home.store.find<AssignmentRun>(home.given(42).run_id);
  REQUIRE(run != nullptr);
  CHECK(run->at == home.context.now);
  CHECK(home.given(41).run_id == run->id);
  const RunInput input = input_of(home, home.given(42));
  CHECK(encode_run_input(input) == run->input);
  CHECK(encode_run_plan(plan_run(input)) == run->outcome);
}

TEST_CASE("a run that was kept by earlier rules is read, and planned by them") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 5);
  home.divide();
  RunInput input = input_of(home, home.given(42));
  CHECK(input.algorithm == kRunAlgorithm);
  input.algorithm = 1;
  const std::string bytes = encode_run_input(input);
  CHECK(bytes.ends_with("]]]"));  // nothing after the chores
  CHECK(decode_run_input(bytes)->algorithm == 1);
  input.method = DivisionMethod::classic;
  CHECK(decode_run_input(encode_run_input(input))->algorithm == 1);
  input.algorithm = kRunAlgorithm + 1;
  CHECK(decode_run_input(encode_run_input(input)).error().code == "malformed_run");
}

TEST_CASE("a run's input that was spoiled is refused") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 5);
  home.divide();
  const std::string good = home.store.find<AssignmentRun>(home.given(42).run_id)->input;
  CHECK(decode_run_input(good));
  for (std::size_t length = 0; length < good.size(); ++length) {
    CHECK_FALSE(decode_run_input(std::string_view(good).substr(0, length)));
  }
  CHECK_FALSE(decode_run_input(good + "1"));
  std::string far_place = good;
  far_place.replace(far_place.find("[0,1]"), 5, "[0,7]");
  CHECK(decode_run_input(far_place).error().code == "malformed_run");
}

TEST_CASE("the method, own ratings and balances by them are kept with a run") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 5);
  home.divide();
  RunInput input = input_of(home, home.given(42));
  input.method = DivisionMethod::own_ratings;
  input.people[1].own_balance = -2'500'000;
  input.chores[0].ratings = {{input.people[0].id, 12}};
  const std::string bytes = encode_run_input(input);
  const Result<RunInput> read = decode_run_input(bytes);
  REQUIRE(read);
  CHECK(read->method == DivisionMethod::own_ratings);
  CHECK(read->people == input.people);
  CHECK(read->chores == input.chores);
  CHECK(encode_run_input(*read) == bytes);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CHECK_FALSE(decode_run_input(std::string_view(bytes).substr(0, length)));
  }
}

TEST_CASE("who else was possible, and what would have been worse, is told in figures") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 9);
  home.divide();
  home.must(CompleteAssignment{home.given(42).id, Id{}});
  home.chore(43, ChoreType::random, 4);
  home.divide();
  const Id heavy = home.given(42).roommate_id;
  const auto why = explain(input_of(home, home.given(43)), home.given(43).id);
  REQUIRE(why);
  CHECK(why->roommate_id != heavy);
  CHECK(why->rule == AssignmentRule::lowest_balance);
  CHECK(why->spread_before == 9 * kMicroPerPoint);
  CHECK(why->spread_after == 5 * kMicroPerPoint);
  REQUIRE(why->alternatives.size() == 1);
  CHECK(why->alternatives[0].roommate_id == heavy);
  CHECK(why->alternatives[0].is_available);
  CHECK(why->alternatives[0].worse_in == Criterion::widest_spread);
  CHECK(why->alternatives[0].objective.spread == 13'000);
  CHECK(why->objective.spread == 5'000);
}

TEST_CASE("who is away or has a veto is just not available") {
  ChoreHome home(3);
  for (std::uint8_t chore = 42; chore < 48; ++chore) home.chore(chore, ChoreType::random, 5);
  home.must(AddAbsence{number_id(90), number_id(21), kMonday, std::nullopt});
  home.must(SetPreference{number_id(42), number_id(22), PreferenceLevel::never});
  home.divide();
  const auto why = explain(input_of(home, home.given(42)), home.given(42).id);
  REQUIRE(why);
  CHECK(why->roommate_id == number_id(23));
  CHECK(why->rule == AssignmentRule::only_eligible);
  REQUIRE(why->alternatives.size() == 2);
  CHECK_FALSE(why->alternatives[0].is_available);
  CHECK_FALSE(why->alternatives[1].is_available);
}

TEST_CASE("by own ratings it is told how heavy each finds the chore, and what would be worse") {
  ChoreHome home(2);
  Household household = *household_of(home.store);
  household.division_method = DivisionMethod::own_ratings;
  home.store.put(household);
  home.chore(42, ChoreType::random, 5);
  home.chore(43, ChoreType::random, 5);
  home.must(SetEffortVote{number_id(42), number_id(21), 4});
  home.must(SetEffortVote{number_id(42), number_id(22), 9});
  home.divide();
  REQUIRE(home.given(42).roommate_id == number_id(21));
  const auto why = explain(input_of(home, home.given(42)), home.given(42).id);
  REQUIRE(why);
  CHECK(why->method == DivisionMethod::own_ratings);
  CHECK(why->own_rating == 4);
  CHECK(why->balances[0].own_before == 0);
  CHECK(why->balances[0].own_after == -kMicroPerPoint / 2);  // 4 of 9, half of which is 4.5
  REQUIRE(why->alternatives.size() == 1);
  // With 22 on both, 21 would be without, although there are as many chores as people.
  CHECK(why->alternatives[0].own_fault == OwnFault::without_random);
  CHECK(why->alternatives[0].own_rating == 9);
  CHECK(why->alternatives[0].own_load == 5);
  CHECK(why->alternatives[0].own_load_with == 14);
}

TEST_CASE("by own ratings a single chore goes where it is lighter when balances are level") {
  ChoreHome home(2);
  Household household = *household_of(home.store);
  household.division_method = DivisionMethod::own_ratings;
  home.store.put(household);
  home.chore(42, ChoreType::random, 5);
  home.must(SetEffortVote{number_id(42), number_id(21), 9});
  home.must(SetEffortVote{number_id(42), number_id(22), 4});
  home.divide();
  const auto why = explain(input_of(home, home.given(42)), home.given(42).id);
  REQUIRE(why);
  CHECK(why->roommate_id == number_id(22));
  CHECK(why->alternatives[0].own_fault == OwnFault::heavier);
  CHECK(why->own_rating == 4);
}

TEST_CASE("the swap that makes balances closest is found, and none when there is none") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 9);
  home.chore(43, ChoreType::random, 4);
  home.divide();
  CHECK_FALSE(fairer_swap(home.store, kMonday));  // it would only turn round who is ahead
  const Id light = home.given(43).roommate_id;
  const Id heavy = home.given(42).roommate_id;
  REQUIRE(light != heavy);
  home.must(CompleteAssignment{home.given(42).id, light});  // who now has all 13
  const auto swap = fairer_swap(home.store, kMonday);
  REQUIRE(swap);
  CHECK(swap->assignment_id == home.given(43).id);
  CHECK(swap->to == heavy);
  CHECK(swap->in_return.is_nil());
  CHECK(swap->spread_before == 13 * kMicroPerPoint);
  CHECK(swap->spread_after == 5 * kMicroPerPoint);
}

TEST_CASE("a fairer swap keeps vetoes") {
  ChoreHome home(2);
  for (std::uint8_t chore = 42; chore < 45; ++chore) home.chore(chore, ChoreType::random, 5);
  home.must(SetPreference{number_id(42), number_id(21), PreferenceLevel::never});
  home.divide();
  // Nobody shares the vetoed one but its holder, so balances are as close as they can be.
  CHECK_FALSE(fairer_swap(home.store, kMonday));
}

}  // namespace rr
