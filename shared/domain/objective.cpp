#include "shared/domain/objective.h"

namespace rr {

Criterion first_difference(const Objective& a, const Objective& b) {
  if (a.without_random != b.without_random) return Criterion::random_floor;
  if (a.guard_missed != b.guard_missed) return Criterion::guard;
  if (a.soft_without_random != b.soft_without_random) return Criterion::soft_random_floor;
  if (a.left_out != b.left_out) return Criterion::floor;
  if (a.too_far != b.too_far) return Criterion::widest_spread;
  if (a.spread != b.spread) return Criterion::spread;
  if (a.squares != b.squares) return Criterion::squares;
  if (a.repeats != b.repeats) return Criterion::repeats;
  if (a.days_since != b.days_since) return Criterion::days_since;
  if (a.dislike != b.dislike) return Criterion::dislike;
  if (a.effort_spread != b.effort_spread) return Criterion::effort_spread;
  return a.draws != b.draws ? Criterion::draw : Criterion::none;
}

}  // namespace rr
