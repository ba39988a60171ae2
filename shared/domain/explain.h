// "Why me?": why an assignment of a run went to whom it went, from the run's record alone.
//
// Every figure is judged anew from the input, so it is true of that run. Nothing here is text:
// words are made where they are shown.
#pragma once

#include "shared/domain/run.h"

namespace rr {

// What would have been wrong with somebody else where own ratings divided; the first that holds.
enum class OwnFault : std::uint8_t {
  none,            // it was no choice, or own ratings did not divide
  without_random,  // somebody would have got no random chore
  envy,            // somebody would have envied another beyond one chore
  heavier,         // they find the chore heavier than who got it
  more,            // they find it no heavier, but would have had more than they have
};

// Somebody else, and what would have been worse with them.
struct Alternative {
  Id roommate_id;
  // False: away, vetoed or without a weight; which of them is nobody's business.
  bool is_available = false;
  // The first number that is worse; none: it was no choice. After a draw only rules count.
  Criterion worse_in = Criterion::none;
  Objective objective;  // of the division with them
  OwnFault own_fault = OwnFault::none;
  std::int64_t own_rating = 0;     // points: how heavy they find the chore
  std::int64_t own_load = 0;       // points: the random chores they got, by their own rating
  std::int64_t own_load_with = 0;  // the same and this chore
};

struct BalanceChange {
  Id roommate_id;
  std::int64_t before = 0;  // micro-points, over the whole run
  std::int64_t after = 0;
  std::int64_t own_before = 0;  // by their own ratings, where those divided
  std::int64_t own_after = 0;
};

struct Explanation {
  Id roommate_id;
  AssignmentRule rule = AssignmentRule::lowest_balance;
  ChoreType type = ChoreType::random;
  bool is_drawn = false;                  // classic mode: a draw decided, within the rules
  Id last_holder;                         // of a predefined chore; nil when nobody had it before
  std::vector<BalanceChange> balances;    // everybody, in id order
  std::vector<Alternative> alternatives;  // everybody else, in id order
  Objective objective;                    // of the division that was made
  std::int64_t spread_before = 0;         // micro-points, over the people present
  std::int64_t spread_after = 0;
  DivisionMethod method = DivisionMethod::balanced;
  std::int64_t own_rating = 0;  // points: how heavy the one who got it finds it
};

// nullopt when the run gave no such assignment.
[[nodiscard]] std::optional<Explanation> explain(const RunInput& input, const Id& assignment_id);

}  // namespace rr
