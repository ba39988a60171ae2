#include "shared/domain/division.h"

#include <algorithm>

#include "shared/base/sort.h"
#include "shared/domain/rotation.h"

namespace rr {
namespace {

constexpr std::int64_t kLongAgoDays = 366;  // whoever never had a chore, or so long ago
constexpr std::int64_t kDislikeCost = 2;
constexpr std::int64_t kLikeCost = -1;
constexpr std::int64_t kMostWishes = 4;  // so that preferences cannot buy an easy life

bool contains(const std::vector<Id>& ids, const Id& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Squares square(std::int64_t value) {
  const Squares size = value < 0 ? static_cast<Squares>(-value) : static_cast<Squares>(value);
  return size * size;
}

}  // namespace

std::int64_t in_milli_points(std::int64_t micro) { return (micro + 500) / 1000; }

std::uint64_t in_milli_squares(Squares squares) {
  constexpr Squares kUnit = 1'000'000'000;
  return static_cast<std::uint64_t>((squares + kUnit / 2) / kUnit);
}

Division::Division(const PlanState& rotated, const Guard& guard)
    : rotated_(rotated), guard_(guard), floors_(floors_of(rotated, guard)) {
  for (const RunChore& chore : rotated.chores()) {
    if (chore.type != ChoreType::random) continue;
    chores_.push_back(&chore);
    std::vector<Id> ids = chore.eligible;
    sort_in_place(ids, [&](const Id& a, const Id& b) {
      return a != b && wins_draw(rotated.seed(), chore.chore_id, a, b);
    });
    std::vector<std::size_t>& places = eligible_.emplace_back();
    for (const Id& id : ids) places.push_back(rotated.place_of(id));
  }
  earlier_.resize(chores_.size());
  for (std::size_t i = 0; i < chores_.size(); ++i) {
    for (std::size_t other = 0; other < chores_.size(); ++other) {
      const bool is_earlier = chores_[other]->chore_id == chores_[i]->chore_id &&
                              chores_[other]->occurrence < chores_[i]->occurrence;
      if (is_earlier) earlier_[i].push_back(other);
    }
  }
}

Objective Division::judge(const Holders& holders) const {
  std::vector<RunPerson> after = people();
  for (std::size_t i = 0; i < chores_.size(); ++i) {
    take_shares(*chores_[i], after);
    give_points(*chores_[i], after[holders[i]]);
  }
  return judge(holders, after);
}

Objective Division::judge(const Holders& holders, const std::vector<RunPerson>& after) const {
  Objective objective;
  judge_floors(holders, objective);
  objective.guard_missed = guard_.fault(after);
  const std::int64_t spread = spread_of(after, Measure::total);
  objective.too_far = std::max<std::int64_t>(0, spread - widest_);
  objective.spread = in_milli_points(spread);
  Squares squares = 0;
  for (const RunPerson& person : after) squares += square(person.balance.total);
  objective.squares = in_milli_squares(squares);
  judge_history(holders, objective);
  judge_wishes(holders, objective);
  for (std::size_t i = 0; i < chores_.size(); ++i) {
    const auto found = std::find(eligible_[i].begin(), eligible_[i].end(), holders[i]);
    objective.draws.push_back(static_cast<std::uint8_t>(found - eligible_[i].begin()));
  }
  return objective;
}

void Division::judge_floors(const Holders& holders, Objective& objective) const {
  std::vector<bool> has_random(people().size());
  std::vector<bool> has_counted(people().size());
  for (std::size_t i = 0; i < holders.size(); ++i) {
    has_random[holders[i]] = true;
    if (floors_.counts[i] != 0) has_counted[holders[i]] = true;
  }
  for (std::size_t place = 0; place < people().size(); ++place) {
    if (!people()[place].is_present) continue;
    if (floors_.is_hard && !has_counted[place]) ++objective.without_random;
    if (has_random[place]) continue;
    if (floors_.has_random) ++objective.soft_without_random;
    if (floors_.has_any && !rotated_.has_any(place)) ++objective.left_out;
  }
}

// Those before the run, and those that this division gives to earlier days.
std::vector<LastTurn> Division::last_turns(const Holders& holders, std::size_t index) const {
  std::vector<LastTurn> turns = chores_[index]->last_turns;
  for (const std::size_t other : earlier_[index]) {
    turns.push_back({people()[holders[other]].id, chores_[other]->occurrence});
  }
  return turns;
}

void Division::judge_history(const Holders& holders, Objective& objective) const {
  for (std::size_t i = 0; i < chores_.size(); ++i) {
    const RunChore& chore = *chores_[i];
    const Id& holder = people()[holders[i]].id;
    std::int64_t days = kLongAgoDays;
    bool is_last = false;
    std::vector<LastTurn> merged;
    if (!earlier_[i].empty()) merged = last_turns(holders, i);
    const std::vector<LastTurn>& turns = earlier_[i].empty() ? chore.last_turns : merged;
    for (const LastTurn& turn : turns) {
      if (turn.roommate_id != holder) continue;
      const std::int64_t since = chore.occurrence.days - turn.occurrence.days;
      days = std::min(days, std::clamp<std::int64_t>(since, 0, kLongAgoDays));
      is_last = is_last || std::none_of(turns.begin(), turns.end(), [&](const LastTurn& other) {
                  return other.occurrence > turn.occurrence;
                });
    }
    if (is_last) ++objective.repeats;
    objective.days_since -= days;
  }
}

void Division::judge_wishes(const Holders& holders, Objective& objective) const {
  std::vector<std::int64_t> wishes(people().size());
  std::vector<std::int64_t> minutes(people().size());
  for (std::size_t i = 0; i < chores_.size(); ++i) {
    const Id& holder = people()[holders[i]].id;
    if (contains(chores_[i]->disliked_by, holder)) wishes[holders[i]] += kDislikeCost;
    if (contains(chores_[i]->liked_by, holder)) wishes[holders[i]] += kLikeCost;
    minutes[holders[i]] += chores_[i]->effort_minutes;
  }
  std::int64_t least = 0;
  std::int64_t most = 0;
  bool is_first = true;
  for (std::size_t place = 0; place < people().size(); ++place) {
    objective.dislike += std::clamp(wishes[place], -kMostWishes, kMostWishes);
    if (!people()[place].is_present) continue;
    least = is_first ? minutes[place] : std::min(least, minutes[place]);
    most = is_first ? minutes[place] : std::max(most, minutes[place]);
    is_first = false;
  }
  objective.effort_spread = most - least;
}

}  // namespace rr
