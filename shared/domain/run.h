// A run of assignment: what goes in and what comes out. Nothing else decides, so that a run can be
// replayed from its input: the same input gives the same plan on every platform, whatever the order
// of its lists. Amounts in micro-points unless a name says points.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/domain/balances.h"
#include "shared/domain/entities.h"
#include "shared/domain/objective.h"

namespace rr {

// Raised by every change that lets the same input give another plan. A run that was kept is planned
// and explained by the rules it was made by.
inline constexpr std::int64_t kRunAlgorithm = 2;
inline constexpr std::int64_t kBoundedFloors =
    2;  // floors.h, and the promise to everybody: guard.h

struct RunPerson {
  Id id;
  std::int64_t weight = 0;        // as it counts; 0 is never given anything
  std::int64_t availability = 0;  // weight x days present in the cycle
  Balance balance;
  bool is_present = false;  // takes part in floors and spreads: here today, with a weight
  // Given minus fair share by their own ratings; 0 where those do not divide.
  std::int64_t own_balance = 0;

  friend bool operator==(const RunPerson&, const RunPerson&) = default;
};

// Who had a random chore before, and the day of the last occurrence they had.
struct LastTurn {
  Id roommate_id;
  Date occurrence;

  friend bool operator==(const LastTurn&, const LastTurn&) = default;
};

// How heavy somebody finds a chore, where that differs from its points.
struct OwnRating {
  Id roommate_id;
  std::int64_t points = 0;

  friend bool operator==(const OwnRating&, const OwnRating&) = default;
};

// An occurrence that is due. A run of the whole cycle has several of one chore.
struct RunChore {
  Id chore_id;
  Id assignment_id;
  ChoreType type = ChoreType::random;
  std::int64_t points = 0;
  Date occurrence;
  Date share_day;  // the day on which somebody must be here to be given it
  Id last_holder;  // before the run, also where the run gives out several occurrences
  Id owed_turn;
  std::vector<Id> eligible;          // who may be given it
  std::vector<Id> away;              // who would be eligible, but is away on share_day
  std::vector<LastTurn> last_turns;  // of random chores; at most one for each person
  std::vector<Id> disliked_by;
  std::vector<Id> liked_by;
  std::int64_t effort_minutes = 0;  // 0: nobody said, or the household does not count it
  std::vector<OwnRating> ratings;   // at most one for each person; used by own_ratings only

  friend bool operator==(const RunChore&, const RunChore&) = default;
};

struct RunInput {
  std::int64_t algorithm = kRunAlgorithm;
  Id seed;
  DivisionMethod method = DivisionMethod::balanced;
  std::vector<RunPerson> people;  // everybody who lives here
  std::vector<RunChore> chores;
  std::int64_t largest_random_points = 0;  // M_r: ever assigned, those due now included
  std::int64_t predefined_points = 0;      // Q: sum over all predefined chores, due or not
};

struct PlannedAssignment {
  Id chore_id;
  Id assignment_id;
  Id roommate_id;
  AssignmentRule rule = AssignmentRule::lowest_balance;
  Id turn_after;  // rotation: who had the turn before, nil at the first of all; not recorded

  friend bool operator==(const PlannedAssignment&, const PlannedAssignment&) = default;
};

// A predefined chore's rotation after the run; one for each chore.
struct PlannedTurn {
  Id chore_id;
  Id last_holder;
  Id owed_turn;

  friend bool operator==(const PlannedTurn&, const PlannedTurn&) = default;
};

// The best other division of the random chores that one move or one exchange of two chores makes,
// and how good it would have been.
struct RunnerUp {
  struct Change {
    Id assignment_id;
    Id roommate_id;  // who would have had it

    friend bool operator==(const Change&, const Change&) = default;
  };
  std::vector<Change> changes;
  Objective objective;

  friend bool operator==(const RunnerUp&, const RunnerUp&) = default;
};

struct RunPlan {
  std::vector<PlannedAssignment> assignments;  // in the order they were decided
  std::vector<PlannedTurn> turns;
  std::vector<Id> without_eligible;     // chores that nobody may be given: they wait
  std::vector<Id> left_out;             // present, but without a chore although there were enough
  std::vector<RunPerson> people;        // with balances after the run, in id order
  Objective objective;                  // of the random chores; all 0 without any
  std::optional<RunnerUp> runner_up;    // none when drawn, or when no other division is possible
  bool is_drawn = false;                // the random chores were drawn (classic.h); not recorded
  std::int64_t guard_missed_micro = 0;  // by how much the spread ended above its limit (G2)
};

// Rotation for predefined chores. Then random chores greedily, the largest to the smallest balance
// that the guard (guard.h) allows, and from there to the best division that the search finds
// (division.h, search.h): never a worse one. In classic mode a draw divides them (classic.h).
[[nodiscard]] RunPlan plan_run(const RunInput& input);

// Largest minus smallest balance over the people present; 0 when nobody is.
enum class Measure : std::uint8_t { total, random, predefined };
[[nodiscard]] std::int64_t spread_of(const std::vector<RunPerson>& people, Measure measure);

}  // namespace rr
