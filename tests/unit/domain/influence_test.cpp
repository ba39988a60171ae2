#include "shared/domain/influence.h"

#include "shared/domain/run_codec.h"
#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

Influence influence_in(const ChoreHome& home, std::uint8_t chore) {
  const Assignment given = home.given(chore);
  const auto run = home.store.find<AssignmentRun>(given.run_id);
  REQUIRE(run != nullptr);
  const auto found = influence_on(*decode_run_input(run->input), given.id);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("between people who are alike the draw decides, and a wish decides before it") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 5);
  home.divide();
  CHECK(influence_in(home, 42).is_by_draw);
  CHECK_FALSE(influence_in(home, 42).is_by_wishes);

  ChoreHome wishing(2);
  wishing.chore(42, ChoreType::random, 5);
  const Id drawn = home.given(42).roommate_id;
  wishing.must(SetPreference{number_id(42), drawn, PreferenceLevel::dislike});
  wishing.divide();
  CHECK(wishing.given(42).roommate_id != drawn);
  CHECK(influence_in(wishing, 42).is_by_wishes);
  CHECK_FALSE(influence_in(wishing, 42).is_by_draw);
}

TEST_CASE("where balances decide, neither wishes nor the draw do") {
  ChoreHome home(2);
  home.chore(42, ChoreType::random, 9);
  home.divide();
  home.chore(43, ChoreType::random, 4);
  home.must(SetPreference{number_id(43), home.given(42).roommate_id, PreferenceLevel::like});
  home.divide();
  CHECK_FALSE(influence_in(home, 43).is_by_draw);
  CHECK_FALSE(influence_in(home, 43).is_by_wishes);
}

TEST_CASE("rotation knows neither wishes nor a draw once somebody had the chore") {
  ChoreHome home(2);
  home.chore(41, ChoreType::predefined, 9);
  home.divide();
  const auto run = home.store.find<AssignmentRun>(home.given(41).run_id);
  CHECK_FALSE(influence_on(*decode_run_input(run->input), home.given(41).id));
  CHECK_FALSE(influence_on(*decode_run_input(run->input), number_id(99)));
}

}  // namespace rr
