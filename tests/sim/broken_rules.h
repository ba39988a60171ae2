// Broken storages that stand for a broken rule, or need the server's past.
#pragma once

#include "tests/sim/broken_storage.h"

namespace rr::sim {

// Rows of a pull come from before the last commit, the last number from after it.
[[nodiscard]] std::unique_ptr<BrokenStorage> make_two_snapshots();
// Whoever claims a missed chore late gets its points twice.
[[nodiscard]] std::unique_ptr<BrokenStorage> make_late_truth_twice();
// After a cycle was closed, the next look at the clock still sees it running.
[[nodiscard]] std::unique_ptr<BrokenStorage> make_cycle_closed_twice();

}  // namespace rr::sim
