// Commands about roommates: who shares the home.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// Refusals: id_taken, name_taken (ignoring case), too_many (100 roommates).
struct AddRoommate {
  Id id;
  std::string name;
  std::int64_t colour = 1;
  std::int64_t weight = 100;
};

// Fields left out keep their values. Refusals: not_found, name_taken.
struct EditRoommate : PartialArguments {
  Id id;
  std::string name;
  std::int64_t colour = 1;
  std::int64_t weight = 100;
};

template <>
const CommandInfo& describe_command<AddRoommate>();
template <>
const CommandInfo& describe_command<EditRoommate>();

}  // namespace rr
