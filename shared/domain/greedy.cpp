#include "shared/domain/greedy.h"

#include <algorithm>

#include "shared/domain/classic.h"
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
    const auto present = std::count_if(state.people().begin(), state.people().end(),
                                       [](const RunPerson& person) { return person.is_present; });
    const auto people = static_cast<std::size_t>(present);
    has_floor_ = state.chores().size() >= people;
    is_random_floor_hard_ = are_equally_available(state.people());
    has_random_floor_ = chores_.size() >= people && (is_random_floor_hard_ || way.has_soft_floors);
  }

  Holders run() {
    Holders holders;
    for (std::size_t i = 0; i < chores_.size(); ++i) {
      state_.charge(*chores_[i]);
      holders.push_back(choose(*chores_[i], chores_.size() - i));
      state_.give(*chores_[i], holders.back(), AssignmentRule::lowest_balance);
    }
    return holders;
  }

 private:
  std::size_t choose(const RunChore& chore, std::size_t chores_left) const {
    Places eligible;
    for (const Id& id : chore.eligible) eligible.push_back(state_.place_of(id));
    const auto lacks_random = [&](std::size_t place) { return !state_.has_random(place); };
    const auto lacks_any = [&](std::size_t place) { return !state_.has_any(place); };
    Places floor;
    if (has_random_floor_) floor = kept_for(eligible, chores_left, lacks_random);
    if (!floor.empty() && !is_random_floor_hard_) floor = allowed(chore, floor);
    if (floor.empty() && has_floor_ && way_.has_soft_floors) {
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
  bool has_random_floor_ = false;
  bool has_floor_ = false;
  bool is_random_floor_hard_ = false;
};

}  // namespace

Holders divide_greedily(const PlanState& rotated, const Guard& guard, const GreedyWay& way) {
  PlanState state = rotated;
  return Greedy(state, guard, way).run();
}

}  // namespace rr
