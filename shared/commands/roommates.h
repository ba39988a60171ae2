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

// Fields left out keep their values. Refusals: not_found, name_taken, moved_out.
struct EditRoommate : PartialArguments {
  Id id;
  std::string name;
  std::int64_t colour = 1;
  std::int64_t weight = 100;
};

// What roommate.add does, for commands that bring a roommate along.
[[nodiscard]] Status add_roommate(Transaction& transaction, const Context& context,
                                  const AddRoommate& arguments);

// The colour that the fewest roommates have, the first of several.
[[nodiscard]] std::int64_t next_roommate_colour(const Reader& reader);

template <>
const CommandInfo& describe_command<AddRoommate>();
template <>
const CommandInfo& describe_command<EditRoommate>();

}  // namespace rr
