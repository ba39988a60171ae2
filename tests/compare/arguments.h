// Arguments for any command, made from its description and from the rows that are there: mostly
// such that the command is accepted, now and then not, and sometimes not even readable.
#pragma once

#include <string>

#include "shared/commands/command.h"
#include "tests/sim/random.h"

namespace rr::compare {

struct Surroundings {
  const Reader& rows;
  Instant now;
};

// The JSON of the arguments, as a client would send it.
[[nodiscard]] std::string choose_arguments(sim::Random& random, const Surroundings& around,
                                           const CommandInfo& info);

// The same text with one fault: a byte changed, cut short, a field twice, of the wrong type or
// unknown, or nested too deep.
[[nodiscard]] std::string spoil(sim::Random& random, const std::string& arguments);

}  // namespace rr::compare
