#include "shared/domain/classic.h"

#include <algorithm>
#include <tuple>

#include "shared/base/hash.h"
#include "shared/domain/greedy.h"

namespace rr {
namespace {

// What a draw must keep; how even the balances end is left to chance.
auto rules_of(const Objective& objective) {
  return std::tie(objective.without_random, objective.guard_missed, objective.soft_without_random,
                  objective.left_out);
}

std::uint64_t number_of(const PlanState& state, const RunChore& chore, std::int64_t draw) {
  Hasher hasher;
  hasher.add(state.seed().bytes);
  hasher.add(chore.assignment_id.bytes);
  hasher.add(static_cast<std::uint64_t>(draw));
  return hasher.finish().high;
}

}  // namespace

std::size_t draw_place(const PlanState& state, const RunChore& chore,
                       const std::vector<std::size_t>& places, std::int64_t draw) {
  const auto balance = [&](std::size_t place) { return state.people()[place].balance.total; };
  std::int64_t highest = balance(places.front());
  for (const std::size_t place : places) highest = std::max(highest, balance(place));
  std::uint64_t sum = 0;
  const auto weight = [&](std::size_t place) {
    return static_cast<std::uint64_t>(highest - balance(place) + kMicroPerPoint);
  };
  for (const std::size_t place : places) sum += weight(place);
  std::uint64_t left = number_of(state, chore, draw) % sum;
  for (const std::size_t place : places) {
    if (left < weight(place)) return place;
    left -= weight(place);
  }
  return places.back();
}

std::optional<Found> divide_by_draw(const PreparedRun& prepared) {
  const Division& division = prepared.division();
  const Objective greedy = division.judge(prepared.start());
  for (std::int64_t draw = 0; draw < kMostDraws; ++draw) {
    const GreedyWay way{Measure::total, true, draw};
    Found found;
    found.holders = divide_greedily(prepared.rotated(), prepared.guard(), way);
    found.objective = division.judge(found.holders);
    if (rules_of(found.objective) <= rules_of(greedy)) return found;
  }
  return std::nullopt;
}

}  // namespace rr
