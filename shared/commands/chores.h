// Commands about chores: what there is to do in the home, how often, and for how many points.
//
// Names need not be unique. A chore's recurrence counts from `anchor`, which the client sends: the
// household's local date of the first turn, today unless the person chose another.
#pragma once

#include "shared/commands/command.h"

namespace rr {

inline constexpr std::size_t kMaximumChores = 500;

// The first turn is due on `anchor`. Refusals: id_taken, too_many.
struct AddChore {
  Id id;
  std::string name;
  Frequency frequency = Frequency::weekly;
  ChoreType type = ChoreType::random;
  std::int64_t points = 5;  // 1-20
  Date anchor;
  std::optional<std::int64_t> effort_minutes;  // 1-600
};

// Fields left out keep their values; effort_minutes may be cleared. Another `anchor` starts the
// recurrence anew: it becomes the day of the next turn. Assignments that exist keep their copies.
// Refusals: not_found.
struct EditChore : PartialArguments {
  Id id;
  std::string name;
  Frequency frequency = Frequency::weekly;
  ChoreType type = ChoreType::random;
  std::int64_t points = 5;
  bool is_paused = false;
  Date anchor;
  std::optional<std::int64_t> effort_minutes;
};

template <>
const CommandInfo& describe_command<AddChore>();
template <>
const CommandInfo& describe_command<EditChore>();

}  // namespace rr
