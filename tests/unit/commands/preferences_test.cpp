#include "shared/commands/preferences.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr {
namespace {

// Roommates 10 and 11, of whom the actor is 10; chores 20 to 25, so two vetoes each.
struct PreferenceHome : Home {
  explicit PreferenceHome(Role role) : Home(role) {
    put_roommate(10, 100, RoommateStatus::active);
    put_roommate(11, 100, RoommateStatus::active);
    Member member = *store.find<Member>(context.person);
    member.roommate_id = number_id(10);
    store.put(member);
    for (std::uint8_t number = 20; number < 26; ++number) {
      Chore chore;
      chore.id = number_id(number);
      store.put(chore);
    }
  }

  void put_roommate(std::uint8_t number, std::int64_t weight, RoommateStatus status) {
    Roommate roommate;
    roommate.id = number_id(number);
    roommate.weight = weight;
    roommate.status = status;
    store.put(roommate);
  }

  [[nodiscard]] std::string set(std::uint8_t chore, std::uint8_t roommate, PreferenceLevel level) {
    return run(SetPreference{number_id(chore), number_id(roommate), level});
  }
};

}  // namespace

TEST_CASE("a preference is kept, changed and forgotten") {
  PreferenceHome home(Role::member);
  CHECK(home.set(20, 10, PreferenceLevel::like) == "");
  CHECK(preference_of(home.store, number_id(20), number_id(10)) == PreferenceLevel::like);
  CHECK(home.set(20, 10, PreferenceLevel::dislike) == "");
  CHECK(preference_of(home.store, number_id(20), number_id(10)) == PreferenceLevel::dislike);
  CHECK(home.store.all<Preference>().size() == 1);
  CHECK(home.set(20, 10, PreferenceLevel::neutral) == "");
  CHECK(home.store.all<Preference>().empty());
  CHECK(home.set(20, 10, PreferenceLevel::neutral) == "");
}

TEST_CASE("a veto leaves somebody who could do the chore") {
  PreferenceHome home(Role::admin);
  CHECK(home.set(20, 10, PreferenceLevel::never) == "");
  CHECK(home.set(20, 11, PreferenceLevel::never) == "nobody_left:level");
  CHECK(home.set(21, 11, PreferenceLevel::never) == "");
  CHECK(home.set(20, 10, PreferenceLevel::never) == "");
}

TEST_CASE("who moved out or takes no share does not count as somebody") {
  PreferenceHome home(Role::admin);
  home.put_roommate(11, 0, RoommateStatus::active);
  CHECK(home.set(20, 10, PreferenceLevel::never) == "nobody_left:level");
  home.put_roommate(10, 0, RoommateStatus::active);
  CHECK(home.set(20, 10, PreferenceLevel::never) == "");
  home.put_roommate(11, 0, RoommateStatus::moved_out);
  CHECK(home.set(21, 10, PreferenceLevel::never) == "nobody_left:level");
}

TEST_CASE("at most one third of the chores can be ruled out") {
  PreferenceHome home(Role::member);
  CHECK(home.set(20, 10, PreferenceLevel::never) == "");
  CHECK(home.set(21, 10, PreferenceLevel::never) == "");
  CHECK(home.set(22, 10, PreferenceLevel::never) == "too_many_vetoes:level");
  CHECK(home.set(21, 10, PreferenceLevel::never) == "");
  CHECK(home.set(20, 10, PreferenceLevel::like) == "");
  CHECK(home.set(22, 10, PreferenceLevel::never) == "");
}

TEST_CASE("preferences are one's own, or set by an admin, and point to what is there") {
  PreferenceHome home(Role::member);
  CHECK(home.set(20, 11, PreferenceLevel::like) == "not_allowed:roommate_id");
  CHECK(home.set(99, 10, PreferenceLevel::like) == "not_found:chore_id");
  CHECK(home.set(20, 99, PreferenceLevel::like) == "not_found:roommate_id");
  home.put_roommate(11, 100, RoommateStatus::moved_out);
  CHECK(home.set(20, 11, PreferenceLevel::like) == "moved_out:roommate_id");
}

TEST_CASE("a preference is undone exactly, also the first one") {
  PreferenceHome home(Role::member);
  CHECK(home.undo_restores(SetPreference{number_id(20), number_id(10), PreferenceLevel::never}));
  REQUIRE(home.set(20, 10, PreferenceLevel::like) == "");
  CHECK(home.undo_restores(SetPreference{number_id(20), number_id(10), PreferenceLevel::neutral}));
  CHECK(home.undo_restores(SetPreference{number_id(20), number_id(10), PreferenceLevel::dislike}));
}

TEST_CASE("a household may ask for a reason of every veto, and sees only that there is one") {
  PreferenceHome home(Role::member);
  Household household;
  household.id = home.context.scope;
  household.needs_veto_reasons = true;
  home.store.put(household);
  CHECK(home.set(20, 10, PreferenceLevel::never) == "reason_needed:has_reason");
  const SetPreference veto{number_id(20), number_id(10), PreferenceLevel::never, true};
  CHECK(home.undo_restores(veto));
  CHECK(home.run(veto) == "");
  CHECK(home.store.find<Preference>(preference_id(number_id(20), number_id(10)))->has_reason);
  CHECK(home.undo_restores(SetPreference{number_id(20), number_id(10), PreferenceLevel::like}));
  CHECK(home.run(SetPreference{number_id(20), number_id(10), PreferenceLevel::like, true}) == "");
  CHECK_FALSE(home.store.find<Preference>(preference_id(number_id(20), number_id(10)))->has_reason);
}

TEST_CASE("a program from before reasons still says what a chore is to somebody") {
  PreferenceHome home(Role::member);
  const CommandInfo& info = describe_command<SetPreference>();
  const std::string told = R"({"chore_id":")" + number_id(20).to_string() + R"(","roommate_id":")" +
                           number_id(10).to_string() + R"(","level":"like"})";
  CHECK(home.apply(decode_command(info, told, 3)) == "");
  CHECK(home.apply(decode_command(info, told, 4)) == "missing:has_reason");
}

TEST_CASE("the reason of a veto is a row of the person alone") {
  Home home;
  home.context.scope = home.context.person;
  const SetVetoReason allergy{number_id(200), number_id(20), "Allergy"};
  CHECK(home.undo_restores(allergy));
  CHECK(home.run(allergy) == "");
  CHECK(home.store.all<VetoReason>().front()->reason == "Allergy");
  CHECK(home.undo_restores(SetVetoReason{number_id(200), number_id(20), "Other"}));
  CHECK(home.undo_restores(SetVetoReason{number_id(200), number_id(20), std::nullopt}));
  CHECK(home.run(SetVetoReason{number_id(200), number_id(20), std::nullopt}) == "");
  CHECK(home.run(SetVetoReason{number_id(200), number_id(20), std::nullopt}) == "");
  CHECK(home.store.all<VetoReason>().empty());
  home.context.scope = number_id(200);
  CHECK(home.run(allergy) == "wrong_scope:");
}

}  // namespace rr
