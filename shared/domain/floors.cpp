#include "shared/domain/floors.h"

#include <algorithm>

namespace rr {
namespace {

std::vector<Id> present_ids(const std::vector<RunPerson>& people) {
  std::vector<Id> ids;
  for (const RunPerson& person : people) {
    if (person.is_present) ids.push_back(person.id);
  }
  return ids;
}

// Present for as long, with the same weight: they pay the same for every chore that all may have.
bool are_alike(const std::vector<RunPerson>& people) {
  std::int64_t weight = 0;
  for (const RunPerson& person : people) {
    if (!person.is_present) continue;
    if (weight != 0 && person.weight != weight) return false;
    weight = person.weight;
  }
  return are_equally_available(people);
}

}  // namespace

Floors floors_of(const PlanState& rotated, const Guard& guard) {
  const bool is_bounded = rotated.algorithm() >= kBoundedFloors;
  const std::vector<Id> present = present_ids(rotated.people());
  Floors floors;
  std::size_t counted = 0;
  for (const RunChore& chore : rotated.chores()) {
    if (chore.type != ChoreType::random) continue;
    const bool counts = !is_bounded || chore.eligible == present;
    floors.counts.push_back(counts ? 1 : 0);
    counted += counts ? 1U : 0U;
  }
  if (guard.is_far_apart) return floors;
  const bool is_alike =
      is_bounded ? are_alike(rotated.people()) : are_equally_available(rotated.people());
  floors.is_hard = is_alike && counted >= present.size();
  floors.has_random = !floors.is_hard && floors.counts.size() >= present.size();
  floors.has_any = rotated.chores().size() >= present.size();
  return floors;
}

}  // namespace rr
