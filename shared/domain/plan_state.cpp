#include "shared/domain/plan_state.h"

#include <algorithm>

#include "shared/base/sort.h"

namespace rr {
namespace {

std::int64_t micro_of(const RunChore& chore) { return chore.points * kMicroPerPoint; }

}  // namespace

PlanState::PlanState(const RunInput& input)
    : algorithm_(input.algorithm), seed_(input.seed), people_(input.people) {
  sort_in_place(people_, [](const RunPerson& a, const RunPerson& b) { return a.id < b.id; });
  for (const RunChore& chore : input.chores) {
    if (chore.eligible.empty()) {
      plan_.without_eligible.push_back(chore.chore_id);
    } else {
      chores_.push_back(chore);
      sort_in_place(chores_.back().eligible);
    }
  }
  std::vector<Id>& without = plan_.without_eligible;
  sort_in_place(without);
  without.erase(std::unique(without.begin(), without.end()), without.end());
  sort_in_place(chores_, [](const RunChore& a, const RunChore& b) {
    return is_charged_before(a.type, a.points, a.assignment_id, b.type, b.points, b.assignment_id);
  });
  given_.resize(people_.size());
  random_given_.resize(people_.size());
}

std::size_t PlanState::place_of(const Id& person) const { return place_in(people_, person); }

void PlanState::charge(const RunChore& chore) { take_shares(chore, people_); }

void PlanState::give(const RunChore& chore, std::size_t person, AssignmentRule rule) {
  give_points(chore, people_[person]);
  ++given_[person];
  if (chore.type == ChoreType::random) ++random_given_[person];
  plan_.assignments.push_back(
      {chore.chore_id, chore.assignment_id, people_[person].id, rule, Id{}});
}

std::int64_t PlanState::spread_with(Measure measure, std::size_t person, std::int64_t micro) const {
  bool is_first = true;
  std::int64_t low = 0;
  std::int64_t high = 0;
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (!people_[i].is_present) continue;
    const std::int64_t value = measured(people_[i].balance, measure) + (i == person ? micro : 0);
    low = is_first ? value : std::min(low, value);
    high = is_first ? value : std::max(high, value);
    is_first = false;
  }
  return high - low;
}

std::int64_t measured(const Balance& balance, Measure measure) {
  switch (measure) {
    case Measure::random: return balance.random;
    case Measure::predefined: return balance.total - balance.random;
    default: return balance.total;
  }
}

std::int64_t spread_of(const std::vector<RunPerson>& people, Measure measure) {
  bool is_first = true;
  std::int64_t low = 0;
  std::int64_t high = 0;
  for (const RunPerson& person : people) {
    if (!person.is_present) continue;
    const std::int64_t value = measured(person.balance, measure);
    low = is_first ? value : std::min(low, value);
    high = is_first ? value : std::max(high, value);
    is_first = false;
  }
  return high - low;
}

std::size_t place_in(const std::vector<RunPerson>& people, const Id& person) {
  const auto found =
      std::lower_bound(people.begin(), people.end(), person,
                       [](const RunPerson& other, const Id& id) { return other.id < id; });
  return static_cast<std::size_t>(found - people.begin());
}

void take_shares(const RunChore& chore, std::vector<RunPerson>& people) {
  std::vector<Sharer> sharers;
  sharers.reserve(chore.eligible.size());
  for (const Id& id : chore.eligible) {
    const RunPerson& person = people[place_in(people, id)];
    sharers.push_back({id, person.weight, part_of(person.balance, chore.type)});
  }
  const std::vector<std::int64_t> parts = split_by_weight(micro_of(chore), sharers);
  for (std::size_t i = 0; i < sharers.size(); ++i) {
    Balance& balance = people[place_in(people, sharers[i].roommate_id)].balance;
    balance.total -= parts[i];
    if (chore.type == ChoreType::random) balance.random -= parts[i];
  }
}

void give_points(const RunChore& chore, RunPerson& person) {
  person.balance.total += micro_of(chore);
  if (chore.type == ChoreType::random) person.balance.random += micro_of(chore);
}

}  // namespace rr
