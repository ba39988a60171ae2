// What happened in one world: the trace, the counts, and the first thing that was wrong.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "shared/base/time.h"
#include "tests/sim/faults.h"

namespace rr::sim {

struct Violation {
  int invariant = 0;  // of the architecture's list; 0: the simulation's own expectation
  std::string what;
};

class Chronicle {
 public:
  void note(Instant now, std::string line) {
    ++lines_;
    if (!is_kept_) return;
    trace_.push_back(std::to_string(now.unix_ms) + " " + std::move(line));
    if (trace_.size() > kKept) trace_.pop_front();
  }
  void count(Fault fault) { ++faults_[static_cast<std::size_t>(fault)]; }
  void violate(int invariant, std::string what) {
    if (!violation_) violation_ = Violation{invariant, std::move(what)};
  }
  void keep_trace() { is_kept_ = true; }

  [[nodiscard]] bool is_kept() const { return is_kept_; }
  [[nodiscard]] const std::deque<std::string>& trace() const { return trace_; }
  [[nodiscard]] const FaultCounts& faults() const { return faults_; }
  [[nodiscard]] const std::optional<Violation>& violation() const { return violation_; }
  [[nodiscard]] std::uint64_t lines() const { return lines_; }

 private:
  static constexpr std::size_t kKept = 1'000'000;

  std::deque<std::string> trace_;
  FaultCounts faults_{};
  std::optional<Violation> violation_;
  bool is_kept_ = false;
  std::uint64_t lines_ = 0;
};

}  // namespace rr::sim
