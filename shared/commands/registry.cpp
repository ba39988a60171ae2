#include "shared/commands/chores.h"
#include "shared/commands/command.h"
#include "shared/commands/household_start.h"
#include "shared/commands/roommates.h"
#include "shared/commands/sub_chores.h"

namespace rr {

std::span<const CommandInfo* const> all_commands() {
  static const CommandInfo* const kAll[] = {
      &describe_command<AddChore>(),
      &describe_command<EditChore>(),
      &describe_command<StartHousehold>(),
      &describe_command<AddRoommate>(),
      &describe_command<EditRoommate>(),
      &describe_command<AddSubChore>(),
      &describe_command<EditSubChore>(),
      &describe_command<RemoveSubChore>(),
      &describe_command<MoveSubChore>(),
  };
  return kAll;
}

}  // namespace rr
