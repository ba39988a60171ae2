#include "client/screens/why_words.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr::screens {
namespace {

const Naming kNaming{number_id(1),
                     [](const Id& id) { return std::string(id == number_id(2) ? "Sam" : "Kim"); }};

// Kim got a chore by own ratings that weighs 4 for her.
Explanation kim_by_own_ratings() {
  Explanation why;
  why.roommate_id = number_id(3);
  why.method = DivisionMethod::own_ratings;
  why.own_rating = 4;
  why.balances = {{number_id(3), 0, 0, -5 * kMicroPerPoint / 2, 0}};
  return why;
}

std::string with_sam(OwnFault fault) {
  Alternative sam;
  sam.roommate_id = number_id(2);
  sam.is_available = true;
  sam.own_fault = fault;
  sam.own_rating = 9;
  sam.own_load = 5;
  sam.own_load_with = 14;
  return alternative_sentence(kim_by_own_ratings(), sam, kNaming);
}

}  // namespace

TEST_CASE("where own ratings divided the rule is told by them") {
  Explanation why = kim_by_own_ratings();
  CHECK(rule_title(why) == "Everybody's own ratings");
  CHECK(rule_sentence(why, kNaming) ==
        "The chores were divided by how heavy each finds them. Kim rates this one 4. Before this "
        "run Kim had done 2.5 points less than a fair share by that measure.");
  why.method = DivisionMethod::balanced;
  CHECK(rule_title(why) == "Lowest balance");
}

TEST_CASE("what changed hands after the run says how, and who had it before") {
  Assignment dishes;
  dishes.roommate_id = number_id(3);
  dishes.rule = AssignmentRule::swap;
  CHECK(moved_sentence(dishes, number_id(1), kNaming) ==
        "Kim took it in a swap. Before, it was given to you.");
  dishes.roommate_id = number_id(1);
  CHECK(moved_sentence(dishes, number_id(2), kNaming) ==
        "You took it in a swap. Before, it was given to Sam.");
  dishes.rule = AssignmentRule::lock;
  CHECK(moved_sentence(dishes, Id{}, kNaming) == "An admin gave it to you.");
}

TEST_CASE("what would have been worse by own ratings is told in their figures") {
  CHECK(with_sam(OwnFault::heavier) ==
        "With Sam, Sam would have found it heavier: 9 instead of 4.");
  CHECK(with_sam(OwnFault::envy) ==
        "With Sam, somebody would have envied another by more than one chore.");
  CHECK(with_sam(OwnFault::more) ==
        "With Sam, Sam would have had 14 instead of 5 in this run, by their own ratings.");
  CHECK(with_sam(OwnFault::without_random) ==
        "With Sam, somebody would have got none of the random chores that are for everybody.");
}

TEST_CASE("a chore that was drawn says so, and what the limits ruled out") {
  const Naming naming{Id{}, [](const Id&) { return std::string("Sam"); }};
  Explanation why;
  why.is_drawn = true;
  CHECK(rule_title(why) == "The draw");
  CHECK(rule_sentence(why, naming) ==
        "The draw decided, within the limits. Those who had done less had better chances.");
  Alternative other;
  other.roommate_id = number_id(22);
  other.is_available = true;
  CHECK(alternative_sentence(why, other, naming) ==
        "With Sam, it would have been possible, too. The draw decided.");
  other.worse_in = Criterion::guard;
  CHECK(alternative_sentence(why, other, naming) ==
        "With Sam, the balances would have gone past the limit of one run.");
  why.is_drawn = false;
  CHECK(rule_title(why) == "Lowest balance");
}

}  // namespace rr::screens
