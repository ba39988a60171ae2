// How good a division of the random chores is: the rules and objectives of a run, in their order.
//
// A division names one person for each random chore. It is judged exactly, by charging and giving
// chore after chore as the ledger will, so that what is compared is what will stand there.
//
// O1 and O2 are compared to a thousandth of a point: which micro-points a share lost in rounding
// must not outweigh who had the chore last or who dislikes it.
#pragma once

#include "shared/domain/floors.h"
#include "shared/domain/objective.h"
#include "shared/domain/plan_state.h"

namespace rr {

__extension__ using Squares = unsigned __int128;  // micro-points squared

[[nodiscard]] std::int64_t in_milli_points(std::int64_t micro);
// In thousandths of a point times a point.
[[nodiscard]] std::uint64_t in_milli_squares(Squares squares);

using Holders = std::vector<std::size_t>;  // for each random chore a place in people()

// The random chores of a run after rotation, and who may have each.
class Division {
 public:
  Division(const PlanState& rotated, const Guard& guard);

  // Makes wider spreads (micro-points) a fault. With the spread of the greedy division and a
  // micro-point of rounding for each person: so the search cannot widen it bit by bit.
  void limit_spread(std::int64_t widest) { widest_ = widest; }

  [[nodiscard]] const std::vector<RunPerson>& people() const { return rotated_.people(); }
  [[nodiscard]] std::size_t size() const { return chores_.size(); }
  [[nodiscard]] const RunChore& chore(std::size_t index) const { return *chores_[index]; }
  // In the order of the chore's draw: whom the seed puts first comes first.
  [[nodiscard]] const std::vector<std::size_t>& eligible(std::size_t index) const {
    return eligible_[index];
  }

  [[nodiscard]] std::int64_t algorithm() const { return rotated_.algorithm(); }
  [[nodiscard]] const Floors& floors() const { return floors_; }

  [[nodiscard]] Objective judge(const Holders& holders) const;
  // The same when the balances after the run are known.
  [[nodiscard]] Objective judge(const Holders& holders, const std::vector<RunPerson>& after) const;

 private:
  void judge_floors(const Holders& holders, Objective& objective) const;
  void judge_history(const Holders& holders, Objective& objective) const;
  [[nodiscard]] std::vector<LastTurn> last_turns(const Holders& holders, std::size_t index) const;
  void judge_wishes(const Holders& holders, Objective& objective) const;

  const PlanState& rotated_;
  const Guard& guard_;
  std::vector<const RunChore*> chores_;
  std::vector<std::vector<std::size_t>> eligible_;
  std::vector<std::vector<std::size_t>> earlier_;  // earlier occurrences of the same chore
  std::int64_t widest_ = INT64_MAX;
  Floors floors_;
};

}  // namespace rr
