#include <algorithm>
#include <numeric>
#include <optional>

#include "tests/fairness/models.h"
#include "tests/sim/random.h"

namespace rr::fairness {
namespace {

constexpr std::size_t kFewPeople = 4;  // from here on the type of a chore is ignored
constexpr std::int64_t kDaysOfWeek = 7;

class EarlierSystem {
 public:
  explicit EarlierSystem(const Home& home)
      : home_(home), random_(home.number), points_(home.people), last_(home.chores.size()) {}

  Holders divide(std::size_t week) {
    const std::int64_t today = static_cast<std::int64_t>(week) * kDaysOfWeek;
    // A new cycle: no run before, a week since, or a weekday that comes earlier in the week.
    const bool is_new_cycle = !last_run_ || today - *last_run_ >= kDaysOfWeek ||
                              today % kDaysOfWeek < *last_run_ % kDaysOfWeek;
    if (is_new_cycle) std::fill(points_.begin(), points_.end(), 0);
    last_run_ = today;
    return home_.people < kFewPeople ? by_type() : in_two_rounds();
  }

 private:
  Holders by_type() {
    Holders holders;
    for (std::size_t i = 0; i < home_.chores.size(); ++i) {
      const HomeChore& chore = home_.chores[i];
      if (chore.type == ChoreType::predefined) {
        last_[i] = last_[i] ? (*last_[i] + 1) % home_.people : 0;
        holders.push_back(*last_[i]);
      } else {
        holders.push_back(draw());
        points_[holders.back()] += chore.points;
      }
    }
    return holders;
  }

  std::size_t draw() {
    const std::int64_t highest = *std::max_element(points_.begin(), points_.end());
    std::int64_t weights = 0;
    for (const std::int64_t points : points_) weights += highest + 1 - points;
    std::int64_t drawn = random_.between(0, weights - 1);
    std::size_t person = 0;
    while (drawn >= highest + 1 - points_[person]) drawn -= highest + 1 - points_[person++];
    return person;
  }

  Holders in_two_rounds() {
    std::vector<std::size_t> chores(home_.chores.size());
    std::iota(chores.begin(), chores.end(), std::size_t{0});
    std::stable_sort(chores.begin(), chores.end(), [&](std::size_t a, std::size_t b) {
      return home_.chores[a].points < home_.chores[b].points;
    });
    std::vector<std::size_t> people(home_.people);
    std::iota(people.begin(), people.end(), std::size_t{0});
    std::stable_sort(people.begin(), people.end(),
                     [&](std::size_t a, std::size_t b) { return points_[a] < points_[b]; });
    Holders holders(chores.size());
    std::vector<std::size_t> counts(home_.people);
    for (std::size_t i = 0; i < chores.size(); ++i) {
      const std::size_t person = i < people.size() ? people[i] : has_fewest(counts);
      holders[chores[i]] = person;
      ++counts[person];
      points_[person] += home_.chores[chores[i]].points;
    }
    return holders;
  }

  [[nodiscard]] std::size_t has_fewest(const std::vector<std::size_t>& counts) const {
    std::size_t fewest = 0;
    for (std::size_t person = 1; person < counts.size(); ++person) {
      const bool is_less = counts[person] != counts[fewest] ? counts[person] < counts[fewest]
                                                            : points_[person] < points_[fewest];
      if (is_less) fewest = person;
    }
    return fewest;
  }

  const Home& home_;
  sim::Random random_;
  std::vector<std::int64_t> points_;
  std::vector<std::optional<std::size_t>> last_;  // of each predefined chore
  std::optional<std::int64_t> last_run_;          // its day
};

}  // namespace

Model earlier_system(const Home& home) {
  return [system = EarlierSystem(home)](std::size_t week) mutable { return system.divide(week); };
}

}  // namespace rr::fairness
