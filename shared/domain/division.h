// How good a division of the random chores is: the rules and objectives of a run, in their order.
//
// A division names one person for each random chore. It is judged exactly, by charging and giving
// chore after chore as the ledger will, so that what is compared is what will stand there.
//
// O1 and O2 are compared to a thousandth of a point: which micro-points a share lost in rounding
// must not outweigh who had the chore last or who dislikes it.
#pragma once

#include <compare>

#include "shared/domain/guard.h"
#include "shared/domain/plan_state.h"

namespace rr {

__extension__ using Squares = unsigned __int128;  // micro-points squared

[[nodiscard]] std::int64_t in_milli_points(std::int64_t micro);
// In thousandths of a point times a point.
[[nodiscard]] std::uint64_t in_milli_squares(Squares squares);

// Smaller is better, from the first member to the last.
struct Objective {
  std::int64_t without_random = 0;       // G1 where it is hard: present without a random chore
  std::int64_t guard_missed = 0;         // G2: micro-points above the limit
  std::int64_t soft_without_random = 0;  // G1 with unequal availability
  std::int64_t left_out = 0;             // G3: present without any chore
  std::int64_t too_far = 0;              // micro-points above the widest spread allowed below
  std::int64_t spread = 0;               // O1: in_milli_points
  std::uint64_t squares = 0;             // O2: in_milli_squares, over everybody
  std::int64_t repeats = 0;              // O3: chores that stay with who had them last
  std::int64_t days_since = 0;           // O3: since people last had what they get, negative
  std::int64_t dislike = 0;              // O4: dislikes cost 2, likes -1, within 4 for each person
  std::int64_t effort_spread = 0;        // O5: minutes
  std::vector<std::uint8_t> draws;       // O6: place of each holder in the chore's draw

  friend std::strong_ordering operator<=>(const Objective&, const Objective&) = default;
  friend bool operator==(const Objective&, const Objective&) = default;
};

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

  [[nodiscard]] Objective judge(const Holders& holders) const;
  // The same when the balances after the run are known.
  [[nodiscard]] Objective judge(const Holders& holders, const std::vector<RunPerson>& after) const;

 private:
  void judge_floors(const Holders& holders, Objective& objective) const;
  void judge_history(const Holders& holders, Objective& objective) const;
  void judge_wishes(const Holders& holders, Objective& objective) const;

  const PlanState& rotated_;
  const Guard& guard_;
  std::vector<const RunChore*> chores_;
  std::vector<std::vector<std::size_t>> eligible_;
  std::int64_t widest_ = INT64_MAX;
  bool is_random_floor_hard_ = false;
  bool has_random_floor_ = false;
  bool has_floor_ = false;
};

}  // namespace rr
