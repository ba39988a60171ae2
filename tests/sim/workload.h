// What people do: commands chosen from what they see.
#pragma once

#include <optional>

#include "shared/commands/command.h"
#include "tests/sim/random.h"

namespace rr::sim {

struct Onlooker {
  Id account;
  Instant now;
  bool is_offline = false;
};

// nullopt: the choice did not fit what there is.
[[nodiscard]] std::optional<Command> choose_command(Random& random, const Reader& view,
                                                    ScopeKind scope, const Onlooker& who);
// A household's first command.
[[nodiscard]] Command choose_start(Random& random);
[[nodiscard]] std::optional<Command> choose_removal(Random& random, const Reader& view,
                                                    const Onlooker& who);
// A change that the server's door refuses to read.
[[nodiscard]] Command choose_poison(Random& random);

}  // namespace rr::sim
