// The command about how heavy a roommate finds a chore. The household sees it.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// Everybody for the roommate they are linked to, admins for all. Without points the vote is taken
// back. Refusals: not_found, moved_out, not_allowed.
struct SetEffortVote {
  Id chore_id;
  Id roommate_id;
  std::optional<std::int64_t> points;  // 1-20
};

template <>
const CommandInfo& describe_command<SetEffortVote>();

}  // namespace rr
