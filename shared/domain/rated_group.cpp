#include "shared/domain/rated_group.h"

#include <algorithm>

namespace rr {
namespace {

// Loads as everybody sees them: [who looks][whose chores].
std::vector<std::vector<std::int64_t>> loads_of(const RatedGroup& group,
                                                const GroupHolders& holders) {
  const std::size_t people = group.people.size();
  std::vector<std::vector<std::int64_t>> loads(people, std::vector<std::int64_t>(people));
  for (std::size_t chore = 0; chore < holders.size(); ++chore) {
    for (std::size_t i = 0; i < people; ++i) loads[i][holders[chore]] += group.ratings[i][chore];
  }
  return loads;
}

// Who has each turn, the last turn first.
std::vector<std::size_t> turns_from_the_end(const RatedGroup& group,
                                            const std::vector<std::size_t>& order) {
  std::vector<std::int64_t> taken(group.people.size());
  std::vector<std::size_t> turns;
  while (turns.size() < group.chores.size()) {
    std::size_t next = order.front();
    for (const std::size_t person : order) {
      if (taken[person] * group.weights[next] < taken[next] * group.weights[person]) next = person;
    }
    ++taken[next];
    turns.push_back(next);
  }
  return turns;
}

class Exchanger {
 public:
  Exchanger(const RatedGroup& group, std::int64_t most_tries, GroupHolders& holders)
      : group_(group), tries_left_(most_tries), holders_(holders) {}

  void run() {
    while (exchange_twos() || exchange_threes()) {
    }
  }

 private:
  [[nodiscard]] std::int64_t rating(std::size_t holder_of, std::size_t chore) const {
    return group_.ratings[holders_[holder_of]][chore];
  }
  // 1: whoever has `given` would find `taken` lighter; 0: as heavy; -1: heavier.
  [[nodiscard]] int gain(std::size_t given, std::size_t taken) const {
    const std::int64_t less = rating(given, given) - rating(given, taken);
    return less > 0 ? 1 : less < 0 ? -1 : 0;
  }
  bool has_tries_left() { return tries_left_-- > 0; }

  bool exchange_twos() {
    bool has_any = false;
    for (std::size_t a = 0; a < holders_.size(); ++a) {
      for (std::size_t b = a + 1; b < holders_.size(); ++b) {
        if (!has_tries_left()) return false;
        if (holders_[a] == holders_[b]) continue;
        const int first = gain(a, b);
        const int second = gain(b, a);
        if (first < 0 || second < 0 || first + second == 0) continue;
        std::swap(holders_[a], holders_[b]);
        if (keeps_envy_within_one()) {
          has_any = true;
        } else {
          std::swap(holders_[a], holders_[b]);
        }
      }
    }
    return has_any;
  }

  // Whoever has `a` takes `b`, whose holder takes `c`, whose holder takes `a`.
  bool turn(std::size_t a, std::size_t b, std::size_t c) {
    const int gains[] = {gain(a, b), gain(b, c), gain(c, a)};
    if (*std::min_element(gains, gains + 3) < 0 || *std::max_element(gains, gains + 3) == 0) {
      return false;
    }
    const std::size_t had_a = holders_[a];
    const std::size_t had_b = holders_[b];
    const std::size_t had_c = holders_[c];
    holders_[b] = had_a;
    holders_[c] = had_b;
    holders_[a] = had_c;
    if (keeps_envy_within_one()) return true;
    holders_[a] = had_a;
    holders_[b] = had_b;
    holders_[c] = had_c;
    return false;
  }

  bool exchange_threes() {
    const std::size_t count = holders_.size();
    bool has_any = false;
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = 0; b < count; ++b) {
        if (holders_[a] == holders_[b] || gain(a, b) < 0) continue;
        for (std::size_t c = 0; c < count; ++c) {
          if (!has_tries_left()) return false;
          if (holders_[c] == holders_[a] || holders_[c] == holders_[b]) continue;
          if (!turn(a, b, c)) continue;
          has_any = true;
          break;  // `a` and `b` are with others now
        }
      }
    }
    return has_any;
  }

  bool keeps_envy_within_one() {
    tries_left_ -= static_cast<std::int64_t>(holders_.size());
    return has_no_envy_beyond_one(group_, holders_);
  }

  const RatedGroup& group_;
  std::int64_t tries_left_;
  GroupHolders& holders_;
};

}  // namespace

GroupHolders divide_by_turns(const RatedGroup& group, const std::vector<std::size_t>& order) {
  constexpr std::size_t kNobody = SIZE_MAX;
  std::vector<std::size_t> turns = turns_from_the_end(group, order);
  std::reverse(turns.begin(), turns.end());
  GroupHolders holders(group.chores.size(), kNobody);
  for (const std::size_t person : turns) {
    std::size_t lightest = kNobody;
    for (std::size_t chore = 0; chore < holders.size(); ++chore) {
      if (holders[chore] != kNobody) continue;
      const auto& ratings = group.ratings[person];
      const auto& wishes = group.wishes[person];
      const bool is_better =
          lightest == kNobody || ratings[chore] < ratings[lightest] ||
          (ratings[chore] == ratings[lightest] && wishes[chore] < wishes[lightest]);
      if (is_better) lightest = chore;
    }
    holders[lightest] = person;
  }
  return holders;
}

bool has_no_envy_beyond_one(const RatedGroup& group, const GroupHolders& holders) {
  const std::size_t people = group.people.size();
  const auto loads = loads_of(group, holders);
  std::vector<std::int64_t> heaviest(people);
  for (std::size_t chore = 0; chore < holders.size(); ++chore) {
    std::int64_t& own = heaviest[holders[chore]];
    own = std::max(own, group.ratings[holders[chore]][chore]);
  }
  for (std::size_t i = 0; i < people; ++i) {
    for (std::size_t j = 0; j < people; ++j) {
      if ((loads[i][i] - heaviest[i]) * group.weights[j] > loads[i][j] * group.weights[i]) {
        return false;
      }
    }
  }
  return true;
}

void exchange_chores(const RatedGroup& group, std::int64_t most_tries, GroupHolders& holders) {
  Exchanger(group, most_tries, holders).run();
}

}  // namespace rr
