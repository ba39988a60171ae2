// Homes in which not everybody may have every chore: vetoes and absences as they come, new ones in
// every run. What is promised is proved in docs/fairness.md.
#include <doctest/doctest.h>

#include <set>

#include "shared/domain/floors.h"
#include "tests/property/generated_run.h"

namespace rr {
namespace {

constexpr std::int64_t kCycles = 60;

enum class Weights : std::uint8_t { alike, any };

struct Veto {
  std::int64_t people_percent = 0;  // of the people who may have a chore
  std::int64_t away_percent = 0;
  bool is_lasting = false;  // vetoes are as in the first run
};

// Random chores only. People keep their balances; everything else is made anew.
class VetoedHome {
 public:
  VetoedHome(Weights weights, const Veto& veto) : veto_(veto) {
    const std::int64_t people = number(2, 8);
    for (std::int64_t i = 0; i < people; ++i) {
      RunPerson person;
      person.id = spread_id(0, static_cast<std::uint64_t>(i));
      person.weight = weights == Weights::alike ? 1 : number(1, 100);
      person.availability = person.weight * 7;
      people_.push_back(person);
    }
    std::sort(people_.begin(), people_.end(),
              [](const RunPerson& a, const RunPerson& b) { return a.id < b.id; });
    for (std::int64_t i = number(1, 12); i > 0; --i) points_.push_back(number(1, 20));
    for (std::size_t i = 0; i < points_.size(); ++i) may_have_.push_back(eligible_of_all());
  }

  RunInput next() {
    RunInput input;
    input.seed = derive_id(Id{}, "seed", runs_++);
    for (RunPerson& person : people_) person.is_present = number(1, 100) > veto_.away_percent;
    people_[0].is_present = true;
    input.people = people_;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (!veto_.is_lasting) may_have_[i] = eligible_of_all();
      if (number(0, 2) > 0) add(i, input);
    }
    input.largest_random_points = largest_;
    return input;
  }
  void take(const RunPlan& plan) { people_ = plan.people; }

  // No k balances sum to less than -c k (n - k) M.
  [[nodiscard]] bool keeps_promise() const {
    std::vector<std::int64_t> balances;
    for (const RunPerson& person : people_) balances.push_back(person.balance.total);
    std::sort(balances.begin(), balances.end());
    const auto count = static_cast<std::int64_t>(balances.size());
    const std::int64_t largest = largest_ * kMicroPerPoint + 1000 + count;
    std::int64_t sum = 0;
    for (std::int64_t k = 1; k < count; ++k) {
      sum += balances[static_cast<std::size_t>(k - 1)];
      const std::int64_t pairs = k * (count - k);
      if (sum < -std::max(largest * pairs / 2, 2 * largest * pairs / count)) return false;
    }
    return true;
  }

 private:
  std::vector<Id> eligible_of_all() const {
    std::vector<Id> everybody;
    for (const RunPerson& person : people_) everybody.push_back(person.id);
    return some_of(everybody, veto_.people_percent);
  }

  void add(std::size_t index, RunInput& input) {
    RunChore chore;
    chore.chore_id = spread_id(1, index);
    chore.assignment_id = derive_id(chore.chore_id, "occurrence", runs_);
    chore.points = points_[index];
    for (const RunPerson& person : people_) {
      const bool may_have = std::count(may_have_[index].begin(), may_have_[index].end(), person.id);
      if (may_have) (person.is_present ? chore.eligible : chore.away).push_back(person.id);
    }
    if (!chore.eligible.empty()) largest_ = std::max(largest_, chore.points);
    input.chores.push_back(chore);
  }

  Veto veto_;
  std::vector<RunPerson> people_;
  std::vector<std::int64_t> points_;
  std::vector<std::vector<Id>> may_have_;
  std::int64_t largest_ = 1;
  std::uint64_t runs_ = 0;
};

void live(Weights weights, const Veto& veto) {
  VetoedHome home(weights, veto);
  for (std::int64_t cycle = 0; cycle < kCycles; ++cycle) {
    home.take(plan_run(home.next()));
    RC_ASSERT(home.keeps_promise());
  }
}

Veto any_veto() { return {number(20, 100), number(0, 1) * number(0, 60), number(0, 1) == 1}; }

bool is_for_all_present(const RunInput& input, const Id& assignment_id) {
  for (const RunChore& chore : input.chores) {
    if (chore.assignment_id != assignment_id) continue;
    for (const RunPerson& person : input.people) {
      const bool may_have = std::count(chore.eligible.begin(), chore.eligible.end(), person.id) > 0;
      if (may_have != person.is_present) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("vetoes and absences as they come, all alike: balances stay within the promise") {
  CHECK(rc::check([] { live(Weights::alike, any_veto()); }));
}

TEST_CASE("vetoes and absences as they come, any weights: balances stay within the promise") {
  CHECK(rc::check([] { live(Weights::any, any_veto()); }));
}

TEST_CASE("G1 with vetoes: enough chores that everybody present may have, and everybody has one") {
  int applied = 0;
  CHECK(rc::check([&] {
    VetoedHome home(Weights::alike, {number(80, 100), number(0, 1) * 20, number(0, 1) == 1});
    for (std::int64_t cycle = 0; cycle < kCycles / 4; ++cycle) {
      const RunInput input = home.next();
      const RunPlan plan = plan_run(input);
      std::set<Id> holders;
      std::int64_t counted = 0;
      for (const PlannedAssignment& planned : plan.assignments) {
        if (!is_for_all_present(input, planned.assignment_id)) continue;
        ++counted;
        holders.insert(planned.roommate_id);
      }
      const auto present = std::count_if(input.people.begin(), input.people.end(),
                                         [](const RunPerson& each) { return each.is_present; });
      const std::int64_t far = 2 * input.largest_random_points * kMicroPerPoint;
      if (counted >= present && spread_of(input.people, Measure::total) <= far) {
        ++applied;
        RC_ASSERT(static_cast<std::int64_t>(holders.size()) == present);
      }
      home.take(plan);
    }
  }));
  CHECK(applied >= 100);
}

}  // namespace rr
