#include <algorithm>
#include <optional>

#include "shared/domain/guard.h"
#include "shared/domain/plan_state.h"
#include "shared/domain/rotation.h"

namespace rr {
namespace {

using Places = std::vector<std::size_t>;  // in PlanState::people()

// One way to go about it. Those that look further than the smallest balance come first; the last
// one keeps the guard wherever it can be kept.
struct Attempt {
  Measure by = Measure::total;  // whose smallest balance gets the next chore
  bool has_soft_floors = true;  // G3, and G1 with unequal availability
};

// Gives out random chores one by one, the largest first.
//
// Floors (G1, G3) are kept lazily: only once no more chores are left than people without one are
// the rest kept for them. That way the floor hands the smallest chores to the highest balances,
// and its bound is the same as without it.
class Greedy {
 public:
  Greedy(PlanState& state, const Guard& guard, Attempt attempt)
      : state_(state), guard_(guard), attempt_(attempt) {
    for (const RunChore& chore : state.chores()) {
      if (chore.type == ChoreType::random) chores_.push_back(&chore);
    }
    const auto present = std::count_if(state.people().begin(), state.people().end(),
                                       [](const RunPerson& person) { return person.is_present; });
    const auto people = static_cast<std::size_t>(present);
    has_floor_ = state.chores().size() >= people;
    is_random_floor_hard_ = are_equally_available(state.people());
    has_random_floor_ =
        chores_.size() >= people && (is_random_floor_hard_ || attempt.has_soft_floors);
  }

  void run() {
    for (std::size_t i = 0; i < chores_.size(); ++i) give(*chores_[i], chores_.size() - i);
    RunPlan& plan = state_.plan();
    plan.guard_missed_micro = guard_.missed_by(state_.people());
    if (!has_floor_) return;
    for (std::size_t place = 0; place < state_.people().size(); ++place) {
      const RunPerson& person = state_.people()[place];
      if (person.is_present && !state_.has_any(place)) plan.left_out.push_back(person.id);
    }
  }

 private:
  struct Choice {
    std::size_t place = 0;
    AssignmentRule rule = AssignmentRule::lowest_balance;
  };

  void give(const RunChore& chore, std::size_t chores_left) {
    state_.charge(chore);
    const Choice choice = choose(chore, chores_left);
    state_.give(chore, choice.place, choice.rule);
  }

  Choice choose(const RunChore& chore, std::size_t chores_left) const {
    Places eligible;
    for (const Id& id : chore.eligible) eligible.push_back(state_.place_of(id));
    if (eligible.size() == 1) return {eligible.front(), AssignmentRule::only_eligible};
    const std::size_t free = best_of(chore, eligible);
    const auto lacks_random = [&](std::size_t place) { return !state_.has_random(place); };
    const auto lacks_any = [&](std::size_t place) { return !state_.has_any(place); };
    Places floor;
    if (has_random_floor_) floor = kept_for(eligible, chores_left, lacks_random);
    if (!floor.empty() && !is_random_floor_hard_) floor = allowed(chore, floor);
    if (floor.empty() && has_floor_ && attempt_.has_soft_floors) {
      floor = allowed(chore, kept_for(eligible, chores_left, lacks_any));
    }
    if (floor.empty()) return {free, AssignmentRule::lowest_balance};
    const std::size_t best = best_of(chore, floor);
    return {best, best == free ? AssignmentRule::lowest_balance : AssignmentRule::floor};
  }

  // Those of `eligible` that lack a chore, when the chores left are needed for all who do.
  template <class Lacks>
  Places kept_for(const Places& eligible, std::size_t chores_left, const Lacks& lacks) const {
    std::size_t lacking = 0;
    for (std::size_t place = 0; place < state_.people().size(); ++place) {
      if (state_.people()[place].is_present && lacks(place)) ++lacking;
    }
    Places found;
    if (chores_left > lacking) return found;
    std::copy_if(
        eligible.begin(), eligible.end(), std::back_inserter(found),
        [&](std::size_t place) { return state_.people()[place].is_present && lacks(place); });
    return found;
  }

  Places allowed(const RunChore& chore, const Places& places) const {
    Places found;
    std::copy_if(places.begin(), places.end(), std::back_inserter(found), [&](std::size_t place) {
      return guard_.allows(state_, place, chore.points * kMicroPerPoint);
    });
    return found;
  }

  // The smallest balance among those the guard allows; when it allows nobody, whoever leaves the
  // smallest spread.
  std::size_t best_of(const RunChore& chore, const Places& places) const {
    const Places candidates = allowed(chore, places);
    if (candidates.empty()) {
      return *std::min_element(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        const std::int64_t micro = chore.points * kMicroPerPoint;
        const std::int64_t first = state_.spread_with(guard_.measure, a, micro);
        const std::int64_t second = state_.spread_with(guard_.measure, b, micro);
        return first != second ? first < second : has_smaller_balance(chore, a, b);
      });
    }
    return *std::min_element(
        candidates.begin(), candidates.end(),
        [&](std::size_t a, std::size_t b) { return has_smaller_balance(chore, a, b); });
  }

  bool has_smaller_balance(const RunChore& chore, std::size_t a, std::size_t b) const {
    const RunPerson& first = state_.people()[a];
    const RunPerson& second = state_.people()[b];
    const std::int64_t first_balance = measured(first.balance, attempt_.by);
    const std::int64_t second_balance = measured(second.balance, attempt_.by);
    if (first_balance != second_balance) return first_balance < second_balance;
    return first.id != second.id && wins_draw(state_.seed(), chore.chore_id, first.id, second.id);
  }

  PlanState& state_;
  const Guard& guard_;
  Attempt attempt_;
  std::vector<const RunChore*> chores_;
  bool has_random_floor_ = false;
  bool has_floor_ = false;
  bool is_random_floor_hard_ = false;
};

void rotate_predefined(PlanState& state) {
  for (const RunChore& chore : state.chores()) {
    if (chore.type != ChoreType::predefined) continue;
    state.charge(chore);
    const Turn turn = next_turn(chore, state.people(), state.seed());
    state.give(chore, state.place_of(turn.roommate_id), turn.rule);
    state.plan().turns.push_back(turn.after);
  }
}

}  // namespace

RunPlan plan_run(const RunInput& input) {
  PlanState rotated(input);
  rotate_predefined(rotated);
  const Guard guard = make_guard(input, rotated.people());
  const Attempt attempts[] = {
      {Measure::total, true}, {Measure::total, false}, {guard.measure, false}};
  std::optional<RunPlan> best;
  std::int64_t best_missed = 0;
  for (const Attempt& attempt : attempts) {
    PlanState state = rotated;
    Greedy(state, guard, attempt).run();
    const std::int64_t missed =
        std::max(guard.missed_by(state.people()), guard.promise_missed_by(state.people()));
    if (best && missed >= best_missed) continue;
    best = std::move(state.plan());
    best->people = state.people();
    best_missed = missed;
    if (missed == 0) break;
  }
  return std::move(*best);
}

}  // namespace rr
