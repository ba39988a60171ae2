#include "tests/property/recount.h"

#include <algorithm>
#include <set>

#include "shared/domain/division.h"
#include "shared/domain/shares.h"

namespace rr {
namespace {

bool has(const std::vector<Id>& ids, const Id& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<RunChore> in_order(const RunInput& input) {
  std::vector<RunChore> chores;
  for (const RunChore& chore : input.chores) {
    if (!chore.eligible.empty()) chores.push_back(chore);
  }
  std::sort(chores.begin(), chores.end(), [](const RunChore& a, const RunChore& b) {
    return is_charged_before(a.type, a.points, a.assignment_id, b.type, b.points, b.assignment_id);
  });
  return chores;
}

void add(const RunChore& chore, std::int64_t micro, Balance& balance) {
  balance.total += micro;
  if (chore.type == ChoreType::random) balance.random += micro;
}

void charge(const RunInput& input, const RunChore& chore, std::map<Id, Balance>& balances) {
  std::vector<Sharer> sharers;
  for (const RunPerson& person : input.people) {
    if (!has(chore.eligible, person.id)) continue;
    sharers.push_back({person.id, person.weight, part_of(balances[person.id], chore.type)});
  }
  const auto parts = split_by_weight(chore.points * kMicroPerPoint, sharers);
  for (std::size_t i = 0; i < sharers.size(); ++i) {
    add(chore, -parts[i], balances[sharers[i].roommate_id]);
  }
}

std::vector<RunPerson> people_with(const RunInput& input, const std::map<Id, Balance>& balances) {
  std::vector<RunPerson> people = input.people;
  for (RunPerson& person : people) person.balance = balances.at(person.id);
  return people;
}

// Everybody present is charged alike for what all of them may have.
bool are_alike(const RunInput& input) {
  std::set<std::pair<std::int64_t, std::int64_t>> kinds;
  for (const RunPerson& person : input.people) {
    if (person.is_present) kinds.emplace(person.weight, person.availability);
  }
  return kinds.size() == 1;
}

// Exactly the people present may be given it.
bool is_for_all(const RunInput& input, const RunChore& chore) {
  return std::all_of(input.people.begin(), input.people.end(), [&](const RunPerson& person) {
    return has(chore.eligible, person.id) == person.is_present;
  });
}

void count_floors(const RunInput& input, const HolderOf& holders, Objective& objective) {
  std::int64_t present = 0;
  std::int64_t randoms = 0;
  std::int64_t for_all = 0;
  std::int64_t chores = 0;
  std::map<Id, int> for_all_given;
  std::map<Id, int> random_given;
  std::map<Id, int> given;
  for (const RunChore& chore : in_order(input)) {
    ++chores;
    ++given[holders.at(chore.assignment_id)];
    if (chore.type != ChoreType::random) continue;
    ++randoms;
    ++random_given[holders.at(chore.assignment_id)];
    if (!is_for_all(input, chore)) continue;
    ++for_all;
    ++for_all_given[holders.at(chore.assignment_id)];
  }
  for (const RunPerson& person : input.people) {
    if (!person.is_present) continue;
    ++present;
    if (random_given[person.id] == 0) ++objective.soft_without_random;
    if (for_all_given[person.id] == 0) ++objective.without_random;
    if (given[person.id] == 0) ++objective.left_out;
  }
  if (chores < present) objective.left_out = 0;
  const bool is_hard = are_alike(input) && for_all >= present;
  if (is_hard || randoms < present) objective.soft_without_random = 0;
  if (!is_hard) objective.without_random = 0;
}

// Further than Q and what one run may leave, H_n being 1 + 1/2 + ... + 1/n with unequal shares.
bool is_far_apart(const RunInput& input, const std::vector<RunPerson>& rotated) {
  const std::int64_t largest = input.largest_random_points * kMicroPerPoint;
  const auto people = static_cast<std::int64_t>(rotated.size());
  std::int64_t of_run = 0;
  for (std::int64_t k = 1; k <= people; ++k) of_run += (largest + k - 1) / k;
  if (of_run < 2 * largest || are_equally_available(rotated)) of_run = 2 * largest;
  return spread_of(rotated, Measure::total) >
         of_run + input.predefined_points * kMicroPerPoint + people;
}

void count_history(const RunChore& chore, const Id& holder, Objective& objective) {
  Date latest{-1'000'000};
  Date own{-1'000'000};
  for (const LastTurn& turn : chore.last_turns) {
    latest = std::max(latest, turn.occurrence);
    if (turn.roommate_id == holder) own = turn.occurrence;
  }
  if (!chore.last_turns.empty() && own == latest) ++objective.repeats;
  objective.days_since -= std::min(366, chore.occurrence.days - own.days);
}

void count_people(const RunInput& input, const HolderOf& holders, Objective& objective) {
  std::vector<std::int64_t> minutes;
  for (const RunPerson& person : input.people) {
    std::int64_t wishes = 0;
    std::int64_t own_minutes = 0;
    for (const RunChore& chore : in_order(input)) {
      if (chore.type != ChoreType::random || holders.at(chore.assignment_id) != person.id) continue;
      if (has(chore.disliked_by, person.id)) wishes += 2;
      if (has(chore.liked_by, person.id)) wishes -= 1;
      own_minutes += chore.effort_minutes;
    }
    objective.dislike += std::max<std::int64_t>(-4, std::min<std::int64_t>(4, wishes));
    if (person.is_present) minutes.push_back(own_minutes);
  }
  const auto [least, most] = std::minmax_element(minutes.begin(), minutes.end());
  objective.effort_spread = *most - *least;
}

}  // namespace

HolderOf holders_of(const RunPlan& plan) {
  HolderOf holders;
  for (const PlannedAssignment& planned : plan.assignments) {
    holders[planned.assignment_id] = planned.roommate_id;
  }
  return holders;
}

std::map<Id, Balance> balances_before(const RunInput& input, const HolderOf& holders,
                                      const Id& before) {
  std::map<Id, Balance> balances;
  for (const RunPerson& person : input.people) balances[person.id] = person.balance;
  for (const RunChore& chore : in_order(input)) {
    if (chore.assignment_id == before) break;
    charge(input, chore, balances);
    add(chore, chore.points * kMicroPerPoint, balances[holders.at(chore.assignment_id)]);
  }
  return balances;
}

std::map<Id, Balance> balances_when_given(const RunInput& input, const HolderOf& holders,
                                          const Id& given) {
  std::map<Id, Balance> balances = balances_before(input, holders, given);
  for (const RunChore& chore : input.chores) {
    if (chore.assignment_id == given) charge(input, chore, balances);
  }
  return balances;
}

Recount recount(const RunInput& input, const HolderOf& holders) {
  Recount counted;
  counted.after = balances_before(input, holders, Id{});
  Objective& objective = counted.objective;
  Id first_random;
  for (const RunChore& chore : in_order(input)) {
    if (chore.type != ChoreType::random) continue;
    if (first_random.is_nil()) first_random = chore.assignment_id;
    count_history(chore, holders.at(chore.assignment_id), objective);
  }
  count_people(input, holders, objective);
  const auto rotated = people_with(input, balances_before(input, holders, first_random));
  if (!is_far_apart(input, rotated)) count_floors(input, holders, objective);
  const auto after = people_with(input, counted.after);
  const Guard guard = make_guard(input, rotated);
  objective.guard_missed = guard.fault(after);
  std::vector<std::int64_t> present;
  Squares squares = 0;
  for (const RunPerson& person : after) {
    const std::int64_t total = person.balance.total;
    const auto size = static_cast<Squares>(total < 0 ? -total : total);
    squares += size * size;
    if (person.is_present) present.push_back(total);
  }
  const auto [low, high] = std::minmax_element(present.begin(), present.end());
  objective.spread = in_milli_points(*high - *low);
  objective.squares = in_milli_squares(squares);
  return counted;
}

}  // namespace rr
