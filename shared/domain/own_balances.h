// Balances by everybody's own ratings: what they were given minus their fair share, each in their
// own measure, so sums over people mean nothing. Micro-points.
//
// What own ratings divided in the running cycle is kept as rows of RatedShare and counts for as
// long as somebody is charged with it, for whoever that is now; closed cycles count by
// CycleShare::own_micro. Somebody who did not live here at the run has no rating of it: covering
// it counts as 0 for them.
#pragma once

#include <map>

#include "shared/store/transaction.h"

namespace rr {

// Everybody who has any.
[[nodiscard]] std::map<Id, std::int64_t> own_balances(const Reader& reader);
// The part of it from what `cycle` is charged with, which is not closed yet.
[[nodiscard]] std::map<Id, std::int64_t> own_figures(const Reader& reader, const Id& cycle_id);

// The present cycle as one person sees it.
struct OwnView {
  Id roommate_id;
  std::int64_t balance = 0;             // over all cycles
  std::map<Id, std::int64_t> loads;     // whose chores weigh how much for roommate_id
  std::map<Id, std::int64_t> heaviest;  // the heaviest one in each load

  // True when even without the heaviest of their own chores they have more than `other` has.
  [[nodiscard]] bool envies(const Id& other) const;
};

// Of everybody who lives here, in id order; each sees everybody who lives here. Without weights:
// who is to do less has less.
[[nodiscard]] std::vector<OwnView> own_views(const Reader& reader);

// How heavy `roommate` found the assignment when it was given, from its run's record; 0 when own
// ratings did not divide then.
[[nodiscard]] std::int64_t rating_at_run(const Reader& reader, const Assignment& assignment,
                                         const Id& roommate_id);

// Who is charged with an assignment; nil when nobody is.
[[nodiscard]] Id charged_with(const Reader& reader, const Id& assignment_id);

}  // namespace rr
