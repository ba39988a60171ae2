#include "shared/commands/effort_votes.h"

#include "shared/domain/ratings.h"
#include "tests/unit/support/chore_home.h"

namespace rr {
namespace {

// Roommates 21 to 24 and one chore, 41, of 5 points; the actor is an admin.
struct VotingHome : ChoreHome {
  VotingHome() : ChoreHome(4) { chore(41, ChoreType::random, 5); }

  [[nodiscard]] std::string vote(std::uint8_t roommate, std::optional<std::int64_t> points) {
    return act(SetEffortVote{number_id(41), number_id(roommate), points});
  }
  [[nodiscard]] std::optional<std::int64_t> median() const {
    return median_effort(store, number_id(41));
  }
};

}  // namespace

TEST_CASE("an effort vote is kept, changed and taken back") {
  VotingHome home;
  CHECK(home.vote(21, 8) == "");
  CHECK(effort_vote_of(home.store, number_id(41), number_id(21)) == 8);
  CHECK(home.vote(21, 20) == "");
  CHECK(effort_vote_of(home.store, number_id(41), number_id(21)) == 20);
  CHECK(home.store.all<EffortVote>().size() == 1);
  CHECK(home.vote(21, std::nullopt) == "");
  CHECK(home.vote(21, std::nullopt) == "");
  CHECK(home.store.all<EffortVote>().empty());
  CHECK(home.vote(21, 0) == "out_of_range:points");
  CHECK(home.vote(21, 21) == "out_of_range:points");
}

TEST_CASE("an effort vote is one's own, or set by an admin, and points to what is there") {
  VotingHome home;
  CHECK(home.act(SetEffortVote{number_id(99), number_id(21), 5}) == "not_found:chore_id");
  CHECK(home.vote(99, 5) == "not_found:roommate_id");
  home.must(MoveOutRoommate{number_id(24)});
  CHECK(home.vote(24, 5) == "moved_out:roommate_id");
  Member member = *home.store.find<Member>(home.context.person);
  member.role = Role::member;
  member.roommate_id = number_id(21);
  home.store.put(member);
  CHECK(home.vote(21, 5) == "");
  CHECK(home.vote(22, 5) == "not_allowed:roommate_id");
}

TEST_CASE("an effort vote is undone exactly, also the first one") {
  VotingHome home;
  CHECK(home.undo_restores(SetEffortVote{number_id(41), number_id(21), 9}));
  REQUIRE(home.vote(21, 3) == "");
  CHECK(home.undo_restores(SetEffortVote{number_id(41), number_id(21), 9}));
  CHECK(home.undo_restores(SetEffortVote{number_id(41), number_id(21), std::nullopt}));
}

TEST_CASE("the median of the votes is suggested, the lower one of two in the middle") {
  VotingHome home;
  CHECK_FALSE(home.median());
  REQUIRE(home.vote(21, 12) == "");
  CHECK(home.median() == 12);
  REQUIRE(home.vote(22, 3) == "");
  CHECK(home.median() == 3);
  REQUIRE(home.vote(23, 7) == "");
  CHECK(home.median() == 7);
  REQUIRE(home.vote(24, 20) == "");
  CHECK(home.median() == 7);
}

TEST_CASE("votes of who moved out stay but do not count, and go with the chore") {
  VotingHome home;
  REQUIRE(home.vote(21, 12) == "");
  REQUIRE(home.vote(22, 3) == "");
  home.must(MoveOutRoommate{number_id(22)});
  CHECK(home.median() == 12);
  CHECK(home.store.all<EffortVote>().size() == 2);
  CHECK(home.faults().empty());
  home.must(RemoveChore{number_id(41)});
  CHECK(home.store.all<EffortVote>().empty());
  CHECK(home.faults().empty());
}

}  // namespace rr
