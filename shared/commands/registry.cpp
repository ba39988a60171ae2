#include <array>

#include "shared/commands/command.h"
#include "shared/commands/roommates.h"

namespace rr {

std::span<const CommandInfo* const> all_commands() {
  static const std::array<const CommandInfo*, 2> kAll{
      &describe_command<AddRoommate>(),
      &describe_command<EditRoommate>(),
  };
  return kAll;
}

}  // namespace rr
