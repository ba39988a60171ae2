#include <doctest/doctest.h>

#include "client/screens/why_words.h"
#include "shared/domain/run_codec.h"
#include "tests/unit/support/chore_home.h"

namespace rr::screens {
namespace {

const Id kAna = number_id(21);
const Id kBen = number_id(22);

Naming as_read_by(const Id& own) {
  return {own, [](const Id& id) { return std::string(id == kAna ? "Ana" : "Ben"); }};
}

// Ana has the chore; with Ben one number would have been worse.
Explanation explained(Criterion worse_in, const Objective& was, const Objective& instead) {
  Explanation why;
  why.roommate_id = kAna;
  why.objective = was;
  why.balances = {{kAna, -2'500'000, 1'500'000}, {kBen, 2'500'000, -1'500'000}};
  why.spread_before = 5'000'000;
  why.spread_after = 3'000'000;
  why.alternatives = {{kBen, true, worse_in, instead}};
  return why;
}

std::string sentence(Criterion worse_in, const Objective& was, const Objective& instead) {
  const Explanation why = explained(worse_in, was, instead);
  return alternative_sentence(why, why.alternatives[0], as_read_by(kAna));
}

}  // namespace

TEST_CASE("the sentence of a lowest balance has the balance before and the gap after") {
  const Explanation why = explained(Criterion::spread, {}, {});
  CHECK(rule_sentence(why, as_read_by(kAna)) ==
        "Before this run you had done 2.5 points less than your fair share. After it the gap "
        "between the balances was 3 points.");
  CHECK(rule_sentence(why, as_read_by(kBen)) ==
        "Before this run Ana had done 2.5 points less than their fair share. After it the gap "
        "between the balances was 3 points.");
}

TEST_CASE("a wider gap is told with both gaps") {
  Objective was;
  Objective instead;
  was.spread = 6'000;
  instead.spread = 14'500;
  for (const Criterion worse_in : {Criterion::spread, Criterion::widest_spread}) {
    CHECK(sentence(worse_in, was, instead) ==
          "With Ben, the gap would have been 14.5 points instead of 6.");
  }
}

TEST_CASE("repeats and effort are told with both numbers") {
  Objective was;
  Objective instead;
  instead.repeats = 1;
  CHECK(sentence(Criterion::repeats, was, instead) ==
        "With Ben, 1 chore instead of 0 would have stayed with who had them last.");
  was.effort_spread = 10;
  instead.effort_spread = 25;
  CHECK(sentence(Criterion::effort_spread, was, instead) ==
        "With Ben, the effort would have been 25 minutes apart instead of 10.");
}

TEST_CASE("the floor says whether somebody would have got no chore or no random one") {
  Objective instead;
  instead.without_random = 1;
  Explanation why = explained(Criterion::random_floor, {}, instead);
  why.rule = AssignmentRule::floor;
  CHECK(rule_sentence(why, as_read_by(kAna)) ==
        "With somebody else the balances would have been more even, but somebody would have got "
        "none of the random chores that are for everybody.");
  why.alternatives[0].objective.without_random = 0;
  CHECK(rule_sentence(why, as_read_by(kAna)) ==
        "With somebody else the balances would have been more even, but somebody would have got "
        "no random chore.");
  why.alternatives[0].objective.left_out = 1;
  CHECK(rule_sentence(why, as_read_by(kAna)) ==
        "With somebody else the balances would have been more even, but somebody would have got "
        "no chore.");
}

TEST_CASE("who was not available is told without a reason") {
  Explanation why = explained(Criterion::none, {}, {});
  why.alternatives[0].is_available = false;
  CHECK(alternative_sentence(why, why.alternatives[0], as_read_by(kAna)) ==
        "Ben was not available.");
  CHECK(alternative_sentence(why, why.alternatives[0], as_read_by(kBen)) ==
        "You were not available.");
}

TEST_CASE("the figures in words are those of a real run") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 9);
  home.divide();
  home.must(CompleteAssignment{home.given(42).id, Id{}});
  home.chore(43, ChoreType::random, 4);
  home.divide();
  const auto run = home.store.find<AssignmentRun>(home.given(43).run_id);
  REQUIRE(run != nullptr);
  const auto input = decode_run_input(run->input);
  REQUIRE(input);
  const auto why = explain(*input, home.given(43).id);
  REQUIRE(why);
  CHECK(rule_sentence(*why, as_read_by(why->roommate_id)) ==
        "Before this run you had done 4.5 points less than your fair share. After it the gap "
        "between the balances was 5 points.");
  REQUIRE(why->alternatives.size() == 1);
  const std::string words =
      alternative_sentence(*why, why->alternatives[0], as_read_by(why->roommate_id));
  CHECK(words.find("the gap would have been 13 points instead of 5.") != std::string::npos);
}

}  // namespace rr::screens
