#include "shared/domain/ratings.h"

#include <algorithm>

#include "shared/base/sort.h"

namespace rr {

Id effort_vote_id(const Id& chore_id, const Id& roommate_id) {
  return derive_id(chore_id, "effort_vote:" + roommate_id.to_string());
}

std::optional<std::int64_t> effort_vote_of(const Reader& reader, const Id& chore_id,
                                           const Id& roommate_id) {
  const auto vote = reader.find<EffortVote>(effort_vote_id(chore_id, roommate_id));
  return vote ? std::optional<std::int64_t>(vote->points) : std::nullopt;
}

std::optional<std::int64_t> median_effort(const Reader& reader, const Id& chore_id) {
  std::vector<std::int64_t> votes;
  for (const auto& vote : reader.where<EffortVote>("chore_id", chore_id)) {
    const auto roommate = reader.find<Roommate>(vote->roommate_id);
    if (roommate && roommate->status == RoommateStatus::active) votes.push_back(vote->points);
  }
  if (votes.empty()) return std::nullopt;
  sort_in_place(votes);
  return votes[(votes.size() - 1) / 2];
}

}  // namespace rr
