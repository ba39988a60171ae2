// Commands about sub-chores: the ordered steps of a chore. Within a chore the positions are always
// 0, 1, 2, ... without gaps; every command here keeps them so.
#pragma once

#include "shared/commands/command.h"

namespace rr {

inline constexpr std::size_t kMaximumSubChores = 50;  // of one chore

// Goes to `position`, those from there on move down; without one, or beyond the end, to the end.
// Refusals: id_taken, not_found (the chore), too_many.
struct AddSubChore {
  Id id;
  Id chore_id;
  std::string name;
  std::optional<std::int64_t> position;
};

// Refusals: not_found.
struct EditSubChore {
  Id id;
  std::string name;
};

// Ticks of it in open assignments go with it; those of closed ones stay as history.
// Refusals: not_found.
struct RemoveSubChore {
  Id id;
};

// `position` is the place wanted among its siblings; beyond the end means the end.
// Refusals: not_found.
struct MoveSubChore {
  Id id;
  std::int64_t position = 0;
};

template <>
const CommandInfo& describe_command<AddSubChore>();
template <>
const CommandInfo& describe_command<EditSubChore>();
template <>
const CommandInfo& describe_command<RemoveSubChore>();
template <>
const CommandInfo& describe_command<MoveSubChore>();

// A chore's sub-chores in their order.
[[nodiscard]] std::vector<std::shared_ptr<const SubChore>> sub_chores_of(const Reader& reader,
                                                                         const Id& chore_id);

}  // namespace rr
