#include <map>

#include "shared/domain/own_balances.h"
#include "shared/domain/rated_shares.h"
#include "shared/domain/ratings.h"
#include "shared/domain/run_codec.h"
#include "shared/domain/verify_parts.h"

namespace rr {
namespace {

bool is_in_closed_cycle(const Reader& rows, const Assignment& assignment) {
  const auto cycle = rows.find<Cycle>(assignment.cycle_id);
  return cycle && cycle->state == CycleState::closed;
}

void verify_rated_shares(const Reader& rows, Findings& findings) {
  for (const auto& share : rows.all<RatedShare>()) {
    const Id& id = share->id;
    findings.expect(id == rated_share_id(share->assignment_id, share->roommate_id), id,
                    "a rated share's id does not belong to its assignment");
    findings.expect(share->share_micro <= share->rating_micro, id,
                    "a rated share is more than the whole");
    const auto assignment = rows.find<Assignment>(share->assignment_id);
    if (!assignment) continue;
    findings.expect(assignment->type == ChoreType::random, id, "a turn has a rated share");
    findings.expect(!is_in_closed_cycle(rows, *assignment), id, "a rated share outlived its cycle");
  }
}

// Runs of own ratings, read once.
class OwnRuns {
 public:
  explicit OwnRuns(const Reader& rows) : rows_(rows) {}

  // What the assignment's run noted for everybody; nothing when it divided otherwise.
  std::vector<RatedShare> shares(const Assignment& assignment) {
    const auto [found, is_new] = inputs_.try_emplace(assignment.run_id);
    if (is_new) found->second = read(assignment.run_id);
    for (const RunChore& chore : found->second.chores) {
      if (chore.assignment_id == assignment.id) return rated_shares(chore, found->second.people);
    }
    return {};
  }

 private:
  [[nodiscard]] RunInput read(const Id& run_id) const {
    const auto run = rows_.find<AssignmentRun>(run_id);
    if (!run) return {};
    const Result<RunInput> input = decode_run_input(run->input);
    return input && input->method == DivisionMethod::own_ratings ? *input : RunInput{};
  }

  const Reader& rows_;
  std::map<Id, RunInput> inputs_;
};

// What closed cycles froze is what the runs' records and the ledger say.
void verify_frozen_ratings(const Reader& rows, Findings& findings) {
  std::map<std::pair<Id, Id>, std::int64_t> expected;  // (cycle, roommate)
  OwnRuns runs(rows);
  for (const auto& assignment : rows.all<Assignment>()) {
    if (assignment->type != ChoreType::random || !is_in_closed_cycle(rows, *assignment)) continue;
    const Id holder = charged_with(rows, assignment->id);
    if (holder.is_nil()) continue;
    for (const RatedShare& share : runs.shares(*assignment)) {
      std::int64_t& own = expected[{assignment->cycle_id, share.roommate_id}];
      own += (share.roommate_id == holder ? share.rating_micro : 0) - share.share_micro;
    }
  }
  for (const auto& row : rows.all<CycleShare>()) {
    const auto found = expected.find({row->cycle_id, row->roommate_id});
    const std::int64_t own = found == expected.end() ? 0 : found->second;
    findings.expect(row->own_micro == own, row->id,
                    "a frozen balance of own ratings disagrees with the runs");
    if (found != expected.end()) expected.erase(found);
  }
  for (const auto& [place, own] : expected) {
    findings.expect(own == 0, place.second, "a balance of own ratings was not frozen");
  }
}

}  // namespace

void verify_ratings(const Reader& rows, Findings& findings) {
  for (const auto& vote : rows.all<EffortVote>()) {
    findings.expect(vote->id == effort_vote_id(vote->chore_id, vote->roommate_id), vote->id,
                    "an effort vote's id does not belong to its chore");
  }
  verify_rated_shares(rows, findings);
  verify_frozen_ratings(rows, findings);
}

}  // namespace rr
