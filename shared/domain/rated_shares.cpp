#include "shared/domain/rated_shares.h"

#include <algorithm>

namespace rr {

std::int64_t own_rating(const RunChore& chore, const Id& person) {
  for (const OwnRating& rating : chore.ratings) {
    if (rating.roommate_id == person) return rating.points;
  }
  return chore.points;
}

std::vector<RatedShare> rated_shares(const RunChore& chore, const std::vector<RunPerson>& people) {
  const auto could_have = [&](const RunPerson& person) {
    return std::find(chore.eligible.begin(), chore.eligible.end(), person.id) !=
           chore.eligible.end();
  };
  std::int64_t weights = 0;
  for (const RunPerson& person : people) {
    if (could_have(person)) weights += person.weight;
  }
  std::vector<RatedShare> shares;
  for (const RunPerson& person : people) {
    RatedShare share;
    share.id = rated_share_id(chore.assignment_id, person.id);
    share.assignment_id = chore.assignment_id;
    share.roommate_id = person.id;
    share.rating_micro = own_rating(chore, person.id) * kMicroPerPoint;
    if (could_have(person)) {
      share.share_micro = (share.rating_micro * person.weight + weights - 1) / weights;
    }
    shares.push_back(share);
  }
  return shares;
}

Id rated_share_id(const Id& assignment_id, const Id& roommate_id) {
  return derive_id(assignment_id, "rated_share:" + roommate_id.to_string());
}

}  // namespace rr
