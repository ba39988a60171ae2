// Runs many worlds on all cores: each worker is a process of its own, so that one crash is told and
// hides nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace rr::sim {

// `work(worker, workers, say)` runs in each worker; what it says comes back line by line. False: a
// worker did not end well.
[[nodiscard]] bool run_workers(
    int workers,
    const std::function<void(int worker, int workers,
                             const std::function<void(const std::string&)>& say)>& work,
    std::vector<std::string>& lines);

}  // namespace rr::sim
