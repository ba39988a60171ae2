#include "shared/domain/guard.h"

#include <algorithm>

namespace rr {
namespace {

// H_n x points in micro-points, every term rounded up.
std::int64_t harmonic_multiple(std::int64_t points, std::int64_t people) {
  std::int64_t sum = 0;
  for (std::int64_t k = 1; k <= people; ++k) sum += (points * kMicroPerPoint + k - 1) / k;
  return sum;
}

std::int64_t highest_total(const std::vector<RunPerson>& people) {
  std::int64_t highest = people.empty() ? 0 : people.front().balance.total;
  for (const RunPerson& person : people) highest = std::max(highest, person.balance.total);
  return highest;
}

}  // namespace

bool Guard::allows(const PlanState& state, std::size_t person, std::int64_t micro) const {
  if (highest_balance && state.people()[person].balance.total + micro > *highest_balance) {
    return false;
  }
  return state.spread_with(measure, person, micro) <= most_spread;
}

Guard make_guard(const RunInput& input, const PlanState& state) {
  Guard guard;
  const std::int64_t drift = spread_of(state.people(), Measure::predefined);
  if (drift > input.predefined_points * kMicroPerPoint) guard.measure = Measure::total;
  const auto present = std::count_if(state.people().begin(), state.people().end(),
                                     [](const RunPerson& person) { return person.is_present; });
  const std::int64_t reach = are_equally_available(state.people())
                                 ? 2 * input.largest_random_points * kMicroPerPoint
                                 : harmonic_multiple(input.largest_random_points, present);
  guard.most_spread = std::max(spread_of(state.people(), guard.measure), reach);
  if (input.predefined_points == 0) {
    guard.highest_balance = std::max(highest_total(state.people()),
                                     input.largest_random_points * kMicroPerPoint);
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
