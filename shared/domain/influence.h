// Whether people's wishes or the draw had a part in who was given an assignment of a run.
#pragma once

#include "shared/domain/run.h"

namespace rr {

struct Influence {
  bool is_by_wishes = false;  // without anybody's likes and dislikes somebody else would have it
  // A division that moves or exchanges this chore is as good in everything but the draw.
  bool is_by_draw = false;
};

// nullopt when the run gave no such assignment, and where the question has no exact answer: for the
// first turn of all of a predefined chore.
[[nodiscard]] std::optional<Influence> influence_on(const RunInput& input, const Id& assignment_id);

}  // namespace rr
