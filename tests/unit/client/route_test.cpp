#include "client/app/route.h"

#include <doctest/doctest.h>

#include "client/app/session.h"

namespace rr::app {

TEST_CASE("every screen's address leads back to it") {
  for (const ScreenName screen :
       {ScreenName::past_cycles, ScreenName::assignments, ScreenName::roommates, ScreenName::chores,
        ScreenName::settings_members, ScreenName::settings_division, ScreenName::settings_device,
        ScreenName::settings_appearance, ScreenName::join}) {
    const Route route{screen, {}};
    CHECK(parse_route(address_of(route)) == route);
    const Route item{screen, "01890a5d-ac96-774b-bcce-b302099a8057"};
    CHECK(parse_route(address_of(item)) == item);
  }
}

TEST_CASE("an unknown address opens assignments, searches are ignored") {
  CHECK(parse_route("/") == Route{});
  CHECK(parse_route("/nowhere/at/all") == Route{});
  CHECK(parse_route("/roommates?x=1#y").screen == ScreenName::roommates);
  CHECK(parse_route("/roommatesque") == Route{});
}

TEST_CASE("an invitation code is read from behind the hash only") {
  CHECK(parse_route("/join#abc").item == "abc");
  CHECK(address_of({ScreenName::join, "abc"}) == "/join#abc");
}

TEST_CASE("the state line counts in words") {
  CHECK(save_status_words({SaveState::offline, 1, 0}) == "Offline, 1 change waiting");
  CHECK(save_status_words({SaveState::offline, 3, 0}) == "Offline, 3 changes waiting");
  CHECK(save_status_words({SaveState::offline, 0, 0}) == "Offline");
  CHECK(save_status_words({SaveState::refused, 0, 1}) == "1 change could not be applied");
  CHECK(save_status_words({SaveState::refused, 0, 2}) == "2 changes could not be applied");
}

}  // namespace rr::app
