#include "shared/domain/greedy.h"

#include <algorithm>

#include "shared/domain/classic.h"
#include "shared/domain/floors.h"
#include "shared/domain/rotation.h"

namespace rr {
namespace {

using Places = std::vector<std::size_t>;  // in PlanState::people()

// Gives out random chores one by one, the largest first.
//
// Floors (G1, G3) are kept lazily: only once no more chores are left than people without one are
// the rest kept for them. That way the floor hands the smallest chores to the highest balances,
// and its bound is the same as without it.
class Greedy {
 public:
  Greedy(PlanState& state, const Guard& guard, const GreedyWay& way)
      : state_(state), guard_(guard), way_(way) {
    for (const RunChore& chore : state.chores()) {
      if (chore.type == ChoreType::random) chores_.push_back(&chore);
    }
    floors_ = floors_of(state, guard);
    has_counted_.resize(state.people().size());
    for (const std::uint8_t counts : floors_.counts) counted_left_ += counts;
  }

  Holders run() {
    Holders holders;
    for (std::size_t i = 0; i < chores_.size(); ++i) {
      state_.charge(*chores_[i]);
      holders.push_back(choose(i));
      if (floors_.counts[i] != 0) {
        has_counted_[holders.back()] = 1;
        --counted_left_;
      }
      state_.give(*chores_[i], holders.back(), AssignmentRule::lowest_balance);
    }
    return holders;
  }

 private:
  std::size_t choose(std::size_t index) const {
    const RunChore& chore = *chores_[index];
    const std::size_t chores_left = chores_.size() - index;
    Places eligible;
    for (const Id& id : chore.eligible) eligible.push_back(state_.place_of(id));
    const auto lacks_counted = [&](std::size_t place) { return has_counted_[place] == 0; };
    const auto lacks_random = [&](std::size_t place) { return !state_.has_random(place); };
    const auto lacks_any = [&](std::size_t place) { return !state_.has_any(place); };
    Places floor;
    if (floors_.is_hard && floors_.counts[index] != 0) {
      floor = kept_for(eligible, counted_left_, lacks_counted);
    }
    if (floor.empty() && floors_.has_random && way_.has_soft_floors) {
      floor = allowed(chore, kept_for(eligible, chores_left, lacks_random));
    }
    if (floor.empty() && floors_.has_any && way_.has_soft_floors) {
      floor = allowed(chore, kept_for(eligible, chores_left, lacks_any));
    }
    return best_of(chore, floor.empty() ? eligible : floor);
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
    if (way_.draw) return draw_place(state_, chore, candidates, *way_.draw);
    return *std::min_element(
        candidates.begin(), candidates.end(),
        [&](std::size_t a, std::size_t b) { return has_smaller_balance(chore, a, b); });
  }

  bool has_smaller_balance(const RunChore& chore, std::size_t a, std::size_t b) const {
    const RunPerson& first = state_.people()[a];
    const RunPerson& second = state_.people()[b];
    const std::int64_t first_balance = measured(first.balance, way_.by);
    const std::int64_t second_balance = measured(second.balance, way_.by);
    if (first_balance != second_balance) return first_balance < second_balance;
    return first.id != second.id && wins_draw(state_.seed(), chore.chore_id, first.id, second.id);
  }

  PlanState& state_;
  const Guard& guard_;
  const GreedyWay& way_;
  std::vector<const RunChore*> chores_;
  Floors floors_;
  std::vector<std::uint8_t> has_counted_;  // for each person: 1 with a chore that counts
  std::size_t counted_left_ = 0;
};

}  // namespace

Holders divide_greedily(const PlanState& rotated, const Guard& guard, const GreedyWay& way) {
  PlanState state = rotated;
  return Greedy(state, guard, way).run();
}

}  // namespace rr
