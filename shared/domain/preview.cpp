#include "shared/domain/preview.h"

#include <map>

#include "shared/domain/run_codec.h"

namespace rr {

RunPreview preview_run(const Reader& reader, const Household& household, const TimeZone& zone,
                       Instant now) {
  RunPreview preview;
  preview.moment = run_moment(reader, household, zone, now);
  preview.input = build_run_input(reader, household, zone, preview.moment);
  preview.plan = plan_run(preview.input);
  preview.digest = digest_of(encode_run_input(preview.input));
  return preview;
}

std::vector<MovedAssignment> moved_between(const RunPlan& before, const RunPlan& after) {
  std::map<Id, MovedAssignment> moved;
  for (const PlannedAssignment& planned : before.assignments) {
    moved[planned.assignment_id] = {planned.chore_id, planned.assignment_id, planned.roommate_id,
                                    Id{}};
  }
  for (const PlannedAssignment& planned : after.assignments) {
    MovedAssignment& entry = moved[planned.assignment_id];
    entry.chore_id = planned.chore_id;
    entry.assignment_id = planned.assignment_id;
    entry.after = planned.roommate_id;
  }
  std::vector<MovedAssignment> found;
  for (const auto& [id, entry] : moved) {
    if (entry.before != entry.after) found.push_back(entry);
  }
  return found;
}

}  // namespace rr
