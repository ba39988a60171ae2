// Commands with which a chore or a roommate leaves the household.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// Removes a chore with its sub-tasks and preferences. Its open assignments are cancelled, closed
// ones stay as history; what was charged stays charged. Refusals: not_found.
struct RemoveChore {
  Id id;
};

// A roommate moves out and stays in the history. Their open assignments return to the pool and are
// due again; their balance is spread over the others by weight (the last one takes it along).
// Refusals: not_found, wrong_state (moved out already).
struct MoveOutRoommate {
  Id id;
};

template <>
const CommandInfo& describe_command<RemoveChore>();
template <>
const CommandInfo& describe_command<MoveOutRoommate>();

}  // namespace rr
