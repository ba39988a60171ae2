#include "client/screens/swap_view.h"

#include <doctest/doctest.h>

#include "client/app/memory_session.h"
#include "server/ops/built_in_time_zones.h"
#include "shared/commands/assignments.h"
#include "shared/commands/by_hand.h"
#include "shared/commands/chores.h"
#include "shared/commands/members.h"
#include "shared/commands/roommates.h"
#include "shared/commands/swaps.h"
#include "shared/domain/swaps.h"

namespace rr::screens {
namespace {

// Thursday, 12 March 2026, 12:00 in Los Angeles.
constexpr Instant kNoon{1'773'342'000'000};

// Ana, who is at this device and the owner, and Ben and Chi without accounts; everybody has a
// chore.
struct SwapHouse {
  app::MemorySession session{kNoon, Id{{7}}, &built_in_time_zones()};
  Id ana = add_roommate("Ana");
  Id ben = add_roommate("Ben");
  Id chi = add_roommate("Chi");

  SwapHouse() {
    LinkMember link;
    link.member_id = session.person_id();
    link.roommate_id = ana;
    run(link);
    for (const char* name : {"Dishes", "Trash", "Windows"}) {
      AddChore chore;
      chore.id = session.new_id();
      chore.name = name;
      chore.points = 5;
      chore.anchor = calendar_of(session).today;
      run(chore);
    }
    run(RunAssignments{});
  }

  template <class Arguments>
  void run(const Arguments& arguments) {
    const Status status = session.issue(*make_command(arguments));
    REQUIRE(status.ok());
  }
  Id add_roommate(const std::string& name) {
    AddRoommate arguments;
    arguments.id = session.new_id();
    arguments.name = name;
    run(arguments);
    return arguments.id;
  }
  [[nodiscard]] Assignment of(const Id& roommate) const {
    return *session.household().where<Assignment>("roommate_id", roommate).front();
  }
  Id offer(const Id& from, const Id& to) {
    ProposeSwap propose;
    propose.id = session.new_id();
    propose.assignment_id = of(from).id;
    propose.to_roommate = to;
    run(propose);
    return propose.id;
  }
  [[nodiscard]] std::vector<Offer> shown(const std::string& told = {}) const {
    return make_offers(session, calendar_of(session), told).shown;
  }
  void go_on(std::int64_t ms) { session.move_to({session.now().unix_ms + ms}); }
};

}  // namespace

TEST_CASE("an admin answers an offer for who has no account, and sees to whom it was made") {
  SwapHouse house;
  const Id offered = house.offer(house.ana, house.ben);
  REQUIRE(house.shown().size() == 1);
  const Offer offer = house.shown().front();
  const std::string chore = house.of(house.ana).chore_name;
  CHECK(offer.words == "You offer Ben " + chore + ".");
  CHECK(offer.answering == std::vector<Id>{house.ben});
  CHECK(offer.may_withdraw);
  const Calendar calendar = calendar_of(house.session);
  CHECK(offer_mark(house.session, calendar, house.of(house.ana)) == "Offered to Ben");
  CHECK(swap_way(house.session, house.of(house.ana), calendar.today) == SwapWay::none);
  CHECK(swap_way(house.session, house.of(house.ben), calendar.today) == SwapWay::offer);
  house.run(WithdrawSwap{offered});
  CHECK(swap_way(house.session, house.of(house.ana), calendar.today) == SwapWay::offer);
}

TEST_CASE("what was taken can be undone for ten minutes, and is news for a day") {
  SwapHouse house;
  const Id offered = house.offer(house.ana, Id{});
  const std::string chore = house.of(house.ana).chore_name;
  house.run(AcceptSwap{offered, house.chi});
  CHECK(house.shown().front().kind == Offer::Kind::undoable);
  CHECK(house.shown().front().words == "Chi took " + chore + " from you.");
  house.go_on(kSwapUndoMs + 1);
  CHECK(house.shown().front().kind == Offer::Kind::ended);
  CHECK(house.shown(offered.to_string()).empty());
  house.go_on(kMillisecondsPerDay);
  CHECK(house.shown().empty());
}

TEST_CASE("what came of an offer is told to who made it") {
  SwapHouse house;
  const std::string chore = house.of(house.ana).chore_name;
  house.run(DeclineSwap{house.offer(house.ana, house.ben), house.ben});
  CHECK(house.shown().front().words == "Ben declined " + chore + ".");
  house.run(DeclineSwap{house.offer(house.chi, house.ben), house.ben});
  CHECK(house.shown().size() == 1);  // Chi's own affair

  SwapHouse other;
  const std::string locked = other.of(other.ana).chore_name;
  other.offer(other.ana, other.ben);
  other.run(LockAssignment{other.of(other.ana).id, true});
  CHECK(other.shown().front().words == locked + " was fixed by an admin, so the offer has ended.");
}

TEST_CASE("an offer that is taken back at once is no news") {
  SwapHouse house;
  house.run(WithdrawSwap{house.offer(house.ana, house.ben)});
  CHECK(house.shown().empty());
  const Id offered = house.offer(house.ana, house.ben);
  house.go_on(kMillisecondsPerHour);
  house.run(WithdrawSwap{offered});
  CHECK(house.shown().size() == 1);
}

}  // namespace rr::screens
