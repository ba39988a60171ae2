// The state of a plan while it is made: balances as chores are given out one by one. Used by the
// planners only.
#pragma once

#include "shared/domain/run.h"

namespace rr {

class PlanState {
 public:
  // Sorts people by id and chores in the order of charging, so that input order does not matter.
  explicit PlanState(const RunInput& input);

  [[nodiscard]] std::int64_t algorithm() const { return algorithm_; }
  [[nodiscard]] const Id& seed() const { return seed_; }
  [[nodiscard]] const std::vector<RunPerson>& people() const { return people_; }
  // The chores that somebody may be given, in the order of charging.
  [[nodiscard]] const std::vector<RunChore>& chores() const { return chores_; }

  // Takes everybody's fair share of the chore off their balances.
  void charge(const RunChore& chore);
  // Gives the chore, charged before, to `person` (a place in people()).
  void give(const RunChore& chore, std::size_t person, AssignmentRule rule);

  [[nodiscard]] std::size_t place_of(const Id& person) const;
  [[nodiscard]] bool has_any(std::size_t person) const { return given_[person] > 0; }
  [[nodiscard]] bool has_random(std::size_t person) const { return random_given_[person] > 0; }
  // The spread after giving `micro` more to `person`.
  [[nodiscard]] std::int64_t spread_with(Measure measure, std::size_t person,
                                         std::int64_t micro) const;

  [[nodiscard]] RunPlan& plan() { return plan_; }

 private:
  std::int64_t algorithm_;
  Id seed_;
  std::vector<RunPerson> people_;
  std::vector<RunChore> chores_;
  std::vector<std::int32_t> given_;
  std::vector<std::int32_t> random_given_;
  RunPlan plan_;
};

[[nodiscard]] std::int64_t measured(const Balance& balance, Measure measure);

// Where `person` stands in `people`, which is in id order.
[[nodiscard]] std::size_t place_in(const std::vector<RunPerson>& people, const Id& person);

// Takes everybody's fair share of the chore off their balances.
void take_shares(const RunChore& chore, std::vector<RunPerson>& people);

// Adds the chore's points to `person`.
void give_points(const RunChore& chore, RunPerson& person);

}  // namespace rr
