#include "shared/domain/guard.h"

#include <algorithm>

#include "shared/base/sort.h"

namespace rr {
namespace {

constexpr std::int64_t kBeyondAllLimits = 1'000'000 * kMicroPerPoint;

enum class Who : std::uint8_t { present, everybody };

// Their balances, smallest first.
std::vector<std::int64_t> balances_of(const std::vector<RunPerson>& people, Measure measure,
                                      Who who) {
  std::vector<std::int64_t> balances;
  for (const RunPerson& person : people) {
    if (who == Who::everybody || person.is_present) {
      balances.push_back(measured(person.balance, measure));
    }
  }
  sort_in_place(balances);
  return balances;
}

// Sums of the 1, 2, ... smallest.
std::vector<std::int64_t> running_sums(std::vector<std::int64_t> balances) {
  for (std::size_t i = 1; i < balances.size(); ++i) balances[i] += balances[i - 1];
  return balances;
}

// (1/(first+1) + ... + 1/last) x micro, every term rounded up.
std::int64_t harmonic_part(std::int64_t micro, std::int64_t first, std::int64_t last) {
  std::int64_t sum = 0;
  for (std::int64_t k = first + 1; k <= last; ++k) sum += (micro + k - 1) / k;
  return sum;
}

std::int64_t spread_of_all(const std::vector<RunPerson>& people, Measure measure) {
  std::int64_t low = INT64_MAX;
  std::int64_t high = INT64_MIN;
  for (const RunPerson& person : people) {
    low = std::min(low, measured(person.balance, measure));
    high = std::max(high, measured(person.balance, measure));
  }
  return people.empty() ? 0 : high - low;
}

// The promise where vetoes and absences decide who may have what; see above. A thousandth of a
// point for what objectives do not tell apart, and a micro-point of rounding for each person.
void promise_to_all(std::int64_t largest_micro, const std::vector<RunPerson>& people,
                    Guard& guard) {
  std::vector<std::int64_t>& sums = guard.least_sums_of_all;
  sums = running_sums(balances_of(people, guard.measure, Who::everybody));
  const auto count = static_cast<std::int64_t>(sums.size());
  const std::int64_t largest = largest_micro + 1000 + count;
  for (std::int64_t k = 1; k <= count; ++k) {
    const std::int64_t pairs = k * (count - k);
    const std::int64_t depth = std::max(largest * pairs / 2, 2 * largest * pairs / count);
    std::int64_t& least = sums[static_cast<std::size_t>(k - 1)];
    least = std::min(least, -depth);
  }
  // With balances that sum to 0, k of them are at least -spread k (n - k) / n.
  guard.spread_within_promise = std::max(largest * count / 2, 2 * largest);
}

std::int64_t missed_sums(const std::vector<std::int64_t>& least,
                         const std::vector<std::int64_t>& sums) {
  std::int64_t missed = 0;
  for (std::size_t i = 0; i < least.size(); ++i) missed = std::max(missed, least[i] - sums[i]);
  return missed;
}

void limit_unequal(std::int64_t largest_micro, const std::vector<std::int64_t>& before,
                   Guard& guard) {
  const auto count = static_cast<std::int64_t>(before.size());
  guard.most_spread = std::max(guard.most_spread, harmonic_part(largest_micro, 0, count));
  guard.least_sums = running_sums(before);
  for (std::int64_t k = 1; k <= count; ++k) {
    std::int64_t& least = guard.least_sums[static_cast<std::size_t>(k - 1)];
    least = std::min(least, -k * harmonic_part(largest_micro, k, count));
  }
  if (guard.highest_balance && count > 0) {
    guard.highest_balance = std::max(before.back(), largest_micro - largest_micro / count);
  }
}

}  // namespace

bool Guard::allows(const PlanState& state, std::size_t person, std::int64_t micro) const {
  if (highest_balance && state.people()[person].balance.total + micro > *highest_balance) {
    return false;
  }
  return state.spread_with(measure, person, micro) <= most_spread;
}

std::int64_t Guard::missed_by(const std::vector<RunPerson>& people) const {
  std::int64_t missed = std::max<std::int64_t>(0, spread_of(people, measure) - most_spread);
  if (!highest_balance) return missed;
  const std::vector<std::int64_t> balances = balances_of(people, Measure::total, Who::present);
  if (!balances.empty()) missed = std::max(missed, balances.back() - *highest_balance);
  return missed;
}

std::int64_t Guard::promise_missed_by(const std::vector<RunPerson>& people) const {
  return missed_sums(least_sums, running_sums(balances_of(people, measure, Who::present)));
}

std::int64_t Guard::promise_to_all_missed_by(const std::vector<RunPerson>& people) const {
  if (least_sums_of_all.empty() || spread_of_all(people, measure) <= spread_within_promise) {
    return 0;
  }
  return missed_sums(least_sums_of_all, running_sums(balances_of(people, measure, Who::everybody)));
}

std::int64_t Guard::fault(const std::vector<RunPerson>& people) const {
  const std::int64_t beyond = promise_to_all_missed_by(people);
  if (beyond > 0) return kBeyondAllLimits + beyond;
  return std::max(missed_by(people), promise_missed_by(people));
}

Guard make_guard(const RunInput& input, const std::vector<RunPerson>& people) {
  Guard guard;
  // One rotation is a spread of Q, and a micro-point of rounding for each person.
  const std::int64_t rotation =
      input.predefined_points * kMicroPerPoint + static_cast<std::int64_t>(people.size());
  if (spread_of(people, Measure::predefined) > rotation) guard.measure = Measure::total;
  const std::int64_t largest_micro = input.largest_random_points * kMicroPerPoint;
  const bool are_equal = are_equally_available(people);
  if (input.algorithm >= kBoundedFloors) {
    const auto count = static_cast<std::int64_t>(people.size());
    const std::int64_t of_run =
        std::max(2 * largest_micro, are_equal ? 0 : harmonic_part(largest_micro, 0, count));
    guard.is_far_apart = spread_of(people, Measure::total) > of_run + rotation;
    if (guard.is_far_apart) guard.measure = Measure::total;
    promise_to_all(largest_micro, people, guard);
  }
  const std::vector<std::int64_t> before = balances_of(people, guard.measure, Who::present);
  guard.most_spread = before.empty() ? 0 : before.back() - before.front();
  if (input.predefined_points == 0 && !before.empty()) {
    guard.highest_balance =
        std::max(balances_of(people, Measure::total, Who::present).back(), largest_micro);
  }
  if (are_equal) {
    guard.most_spread = std::max(guard.most_spread, 2 * largest_micro);
  } else {
    limit_unequal(largest_micro, before, guard);
  }
  return guard;
}

bool are_equally_available(const std::vector<RunPerson>& people) {
  const RunPerson* first = nullptr;
  for (const RunPerson& person : people) {
    if (!person.is_present) continue;
    if (first == nullptr) first = &person;
    if (person.availability != first->availability) return false;
  }
  return true;
}

}  // namespace rr
