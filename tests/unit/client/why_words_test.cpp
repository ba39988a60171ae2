#include "client/screens/why_words.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr::screens {

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
        "With Sam, the gap in random chores would have gone past its limit.");
  why.is_drawn = false;
  CHECK(rule_title(why) == "Lowest balance");
}

}  // namespace rr::screens
