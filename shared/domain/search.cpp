#include "shared/domain/search.h"

#include <algorithm>
#include <numeric>

#include "shared/base/sort.h"

namespace rr {
namespace {

std::int64_t micro_of(const RunChore& chore) { return chore.points * kMicroPerPoint; }

// Least sum of squares of numbers that add up to `sum` and are at least `least`, one by one.
Squares least_squares(std::vector<std::int64_t> least, std::int64_t sum) {
  sort_in_place(least, std::greater<>());
  Squares squares = 0;
  for (std::size_t i = 0; i < least.size(); ++i) {
    const auto count = static_cast<std::int64_t>(least.size() - i);
    // Everybody left can stand level: the mean, rounded towards 0.
    const std::int64_t mean = sum / count;
    if (least[i] <= mean) {
      const Squares size = static_cast<Squares>(mean < 0 ? -mean : mean);
      return squares + size * size * static_cast<Squares>(count);
    }
    const Squares size = static_cast<Squares>(least[i] < 0 ? -least[i] : least[i]);
    squares += size * size;
    sum -= least[i];
  }
  return squares;
}

bool stands_below(const RunPerson& a, const RunPerson& b) {
  return a.balance.total < b.balance.total;
}

// Depth first in the order of charging, from the smallest balance up.
class Branches {
 public:
  Branches(const Division& division, Found& best) : division_(division), best_(best) {
    const std::size_t people = division.people().size();
    rest_.assign(division.size() + 1, std::vector<std::int64_t>(people));
    for (std::size_t i = division.size(); i-- > 0;) {
      rest_[i] = rest_[i + 1];
      add_shares(division.chore(i), rest_[i]);
    }
    levels_.assign(division.size() + 1, division.people());
    charged_ = levels_;
    orders_.resize(division.size());
    holders_.resize(division.size());
  }

  // False when it ran out of steps.
  bool run() { return descend(0); }

 private:
  // The most that a chore can take off each balance.
  void add_shares(const RunChore& chore, std::vector<std::int64_t>& shares) const {
    std::int64_t weights = 0;
    for (const Id& id : chore.eligible) weights += person(id).weight;
    for (const Id& id : chore.eligible) {
      shares[place_in(division_.people(), id)] += micro_of(chore) * person(id).weight / weights + 1;
    }
  }

  const RunPerson& person(const Id& id) const {
    return division_.people()[place_in(division_.people(), id)];
  }

  bool descend(std::size_t depth) {
    if (++steps_ > kMostBranches) return false;
    const std::vector<RunPerson>& level = levels_[depth];
    if (depth == division_.size()) {
      take(division_.judge(holders_, level));
      return true;
    }
    if (is_hopeless(depth)) return true;
    std::vector<std::size_t>& order = orders_[depth];
    order = division_.eligible(depth);
    // The smallest balance first; a handful of people needs no more than this.
    for (std::size_t i = 1; i < order.size(); ++i) {
      for (std::size_t j = i; j > 0 && stands_below(level[order[j]], level[order[j - 1]]); --j) {
        std::swap(order[j], order[j - 1]);
      }
    }
    charged_[depth] = level;
    take_shares(division_.chore(depth), charged_[depth]);
    for (const std::size_t place : order) {
      levels_[depth + 1] = charged_[depth];
      give_points(division_.chore(depth), levels_[depth + 1][place]);
      holders_[depth] = place;
      if (!descend(depth + 1)) return false;
    }
    return true;
  }

  void take(Objective objective) {
    if (!(objective < best_.objective)) return;
    best_.objective = std::move(objective);
    best_.holders = holders_;
  }

  // Nothing below can be better than what was found, which breaks no rule.
  bool is_hopeless(std::size_t depth) const {
    const Objective& best = best_.objective;
    if (best.without_random + best.guard_missed + best.soft_without_random + best.left_out +
            best.too_far >
        0) {
      return false;
    }
    std::vector<std::int64_t> least;
    std::int64_t sum = 0;
    std::int64_t present_sum = 0;
    std::int64_t present = 0;
    std::int64_t highest = 0;
    for (std::size_t place = 0; place < levels_[depth].size(); ++place) {
      const RunPerson& person = levels_[depth][place];
      const std::int64_t lowest = person.balance.total - rest_[depth][place];
      least.push_back(lowest);
      sum += person.balance.total;
      if (!person.is_present) continue;
      highest = present == 0 ? lowest : std::max(highest, lowest);
      present_sum += lowest;
      ++present;
    }
    if (present == 0) return false;
    // Whatever is given ends with somebody: at the most all of it with those present.
    const std::int64_t given = sum - std::accumulate(least.begin(), least.end(), std::int64_t{0});
    const std::int64_t mean = (present_sum + given) / present + 1;
    const std::int64_t spread = in_milli_points(std::max<std::int64_t>(0, highest - mean));
    if (spread != best.spread) return spread > best.spread;
    return in_milli_squares(least_squares(std::move(least), sum)) > best.squares;
  }

  const Division& division_;
  Found& best_;
  std::vector<std::vector<std::int64_t>> rest_;  // shares of the chores from this depth on
  std::vector<std::vector<RunPerson>> levels_;
  std::vector<std::vector<RunPerson>> charged_;  // with the shares of the depth's own chore taken
  std::vector<std::vector<std::size_t>> orders_;
  Holders holders_;
  int steps_ = 0;
};

bool may_have(const Division& division, std::size_t chore, std::size_t place) {
  const auto& eligible = division.eligible(chore);
  return std::find(eligible.begin(), eligible.end(), place) != eligible.end();
}

// Moves one chore or swaps two as long as that is better.
class Neighbours {
 public:
  Neighbours(const Division& division, Found& best) : division_(division), best_(best) {}

  void run() {
    settle();
    while (trials_ < kMostTrials && (move_one() || swap_two())) settle();
  }

 private:
  // Balances after the run, as the best division leaves them.
  void settle() {
    std::vector<RunPerson> people = division_.people();
    for (std::size_t i = 0; i < division_.size(); ++i) {
      take_shares(division_.chore(i), people);
      give_points(division_.chore(i), people[best_.holders[i]]);
    }
    after_ = std::move(people);
  }

  bool move_one() {
    for (std::size_t i = 0; i < division_.size(); ++i) {
      for (const std::size_t place : division_.eligible(i)) {
        if (place == best_.holders[i]) continue;
        if (!is_promising(best_.holders[i], place, micro_of(division_.chore(i)))) continue;
        Holders holders = best_.holders;
        holders[i] = place;
        if (is_taken(std::move(holders))) return true;
      }
    }
    return false;
  }

  bool swap_two() {
    for (std::size_t i = 0; i < division_.size(); ++i) {
      for (std::size_t j = i + 1; j < division_.size(); ++j) {
        const std::size_t first = best_.holders[i];
        const std::size_t second = best_.holders[j];
        if (first == second || !may_have(division_, i, second) || !may_have(division_, j, first))
          continue;
        const std::int64_t micro = micro_of(division_.chore(i)) - micro_of(division_.chore(j));
        if (!is_promising(first, second, micro)) continue;
        Holders holders = best_.holders;
        std::swap(holders[i], holders[j]);
        if (is_taken(std::move(holders))) return true;
      }
    }
    return false;
  }

  // A quick look, up to the rounding of shares, before the exact one.
  bool is_promising(std::size_t from, std::size_t to, std::int64_t micro) {
    const Objective& best = best_.objective;
    if (best.without_random + best.guard_missed + best.soft_without_random + best.left_out +
            best.too_far >
        0) {
      return true;
    }
    const std::int64_t now = spread_of(after_, Measure::total);
    after_[from].balance.total -= micro;
    after_[to].balance.total += micro;
    const std::int64_t spread = spread_of(after_, Measure::total);
    after_[from].balance.total += micro;
    after_[to].balance.total -= micro;
    constexpr std::int64_t kRounding = 1000;
    if (spread > now + kRounding) return false;
    if (spread < now - kRounding) return true;
    // The sum of squares falls when the points go from the higher to the lower balance.
    const std::int64_t rise = after_[to].balance.total + micro - after_[from].balance.total;
    return micro == 0 || (micro > 0 ? rise <= kRounding : rise >= -kRounding);
  }

  bool is_taken(Holders holders) {
    if (++trials_ > kMostTrials) return false;
    Objective objective = division_.judge(holders);
    if (!(objective < best_.objective)) return false;
    best_.objective = std::move(objective);
    best_.holders = std::move(holders);
    return true;
  }

  const Division& division_;
  Found& best_;
  std::vector<RunPerson> after_;
  int trials_ = 0;
};

bool is_small(const Division& division) {
  std::int64_t count = 1;
  for (std::size_t i = 0; i < division.size() && count <= kMostDivisions; ++i) {
    count *= static_cast<std::int64_t>(division.eligible(i).size());
  }
  return count <= kMostDivisions;
}

}  // namespace

std::optional<Found> next_best(const Division& division, const Holders& holders) {
  std::optional<Found> best;
  const auto consider = [&](const Holders& other) {
    Objective objective = division.judge(other);
    if (best && !(objective < best->objective)) return;
    best = Found{other, std::move(objective), false};
  };
  Holders other = holders;
  for (std::size_t i = 0; i < division.size(); ++i) {
    for (const std::size_t place : division.eligible(i)) {
      if (place == holders[i]) continue;
      other[i] = place;
      consider(other);
    }
    other[i] = holders[i];
    for (std::size_t j = i + 1; j < division.size(); ++j) {
      if (holders[i] == holders[j] || !may_have(division, i, holders[j]) ||
          !may_have(division, j, holders[i])) {
        continue;
      }
      std::swap(other[i], other[j]);
      consider(other);
      std::swap(other[i], other[j]);
    }
  }
  return best;
}

Found search_division(const Division& division, const Holders& start) {
  Found best{start, division.judge(start), false};
  if (is_small(division)) best.is_best_of_all = Branches(division, best).run();
  if (!best.is_best_of_all) Neighbours(division, best).run();
  return best;
}

}  // namespace rr
