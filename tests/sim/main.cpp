// ./test sim: thousands of worlds, each from one seed, and the proof that the checks bite.
//
//   --seeds N    worlds 1 to N (default 2000)
//   --first N    starts there instead of at world 1
//   --seed S     that world alone, with its trace
//   --no-broken  leaves the broken engines out
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "tests/sim/shrink.h"
#include "tests/sim/workers.h"
#include "tests/sim/world.h"

namespace rr::sim {
namespace {

constexpr int kWorkers = 2;
constexpr std::uint64_t kSeeds = 2'000;
constexpr std::uint64_t kFaultsEach = 1'000;
constexpr std::uint64_t kAcceptedEach = 100;
constexpr std::uint64_t kSeedsPerBroken = 100;
constexpr std::size_t kLinesShown = 400;

struct Options {
  std::uint64_t first = 1;
  std::uint64_t seeds = kSeeds;  // the last one
  std::uint64_t seed = 0;
  bool has_broken = true;
};

struct Totals {
  FaultCounts faults{};
  std::uint64_t accepted = 0;
  std::uint64_t least_accepted = ~std::uint64_t{0};
  std::uint64_t worlds = 0;
  std::uint64_t crowded = 0;  // two clients and two tabs or more
  std::vector<std::uint64_t> failing;
  std::vector<std::string> broken;  // lines
  std::vector<bool> caught = std::vector<bool>(kBrokenCount, false);
};

void print_failure(const Plan& plan) {
  const Shrunk shrunk = shrink(plan);
  const auto& trace = shrunk.report.trace;
  for (std::size_t i = trace.size() - std::min(trace.size(), kLinesShown); i < trace.size(); ++i) {
    std::printf("%s\n", trace[i].c_str());
  }
  std::printf("%s\n", describe(shrunk.plan).c_str());
  const auto& violation = shrunk.report.violation;
  if (violation) {
    std::printf("invariant %d: %s\n", violation->invariant, violation->what.c_str());
  }
  std::printf("again: build/native/sim --seed %llu\n", static_cast<unsigned long long>(plan.seed));
}

void run_share(const Options& options, int worker, int workers,
               const std::function<void(const std::string&)>& say) {
  for (std::uint64_t seed = options.first + static_cast<std::uint64_t>(worker);
       seed <= options.seeds; seed += static_cast<std::uint64_t>(workers)) {
    const Report report = run_world(make_plan(seed), TraceMode::off);
    std::ostringstream line;
    line << "world " << seed << ' ' << report.violation.has_value() << ' ' << report.accepted << ' '
         << (report.profiles >= 2 && report.most_tabs >= 2);
    for (const std::uint64_t count : report.faults) line << ' ' << count;
    say(line.str());
    if (!report.violation) continue;
    say("failed world " + std::to_string(seed) + ", invariant " +
        std::to_string(report.violation->invariant) + ": " + report.violation->what);
  }
  if (!options.has_broken) return;
  for (std::size_t i = 1 + static_cast<std::size_t>(worker); i < kBrokenCount;
       i += static_cast<std::size_t>(workers)) {
    std::ostringstream line;
    for (std::uint64_t seed = 1; seed <= kSeedsPerBroken; ++seed) {
      const Report report = run_world(make_plan(seed, static_cast<Broken>(i)), TraceMode::off);
      if (!report.violation) continue;
      line << "broken " << i << " caught: " << kBrokenNames[i] << " (world " << seed
           << ", invariant " << report.violation->invariant << ": " << report.violation->what
           << ')';
      break;
    }
    if (line.str().empty()) line << "broken " << i << " NOT caught: " << kBrokenNames[i];
    say(line.str());
  }
}

void take_line(const std::string& line, Totals& totals) {
  std::istringstream words(line);
  std::string kind;
  words >> kind;
  if (kind == "failed") {
    std::printf("%s\n", line.c_str());
    return;
  }
  if (kind == "broken") {
    std::size_t place = 0;
    std::string verdict;
    words >> place >> verdict;
    totals.caught[place] = verdict == "caught:";
    totals.broken.push_back(line.substr(line.find(' ', 7) + 1));
    return;
  }
  std::uint64_t seed = 0;
  std::uint64_t accepted = 0;
  bool has_failed = false;
  bool is_crowded = false;
  words >> seed >> has_failed >> accepted >> is_crowded;
  for (std::uint64_t& each : totals.faults) {
    std::uint64_t count = 0;
    words >> count;
    each += count;
  }
  ++totals.worlds;
  totals.crowded += is_crowded ? 1 : 0;
  totals.accepted += accepted;
  if (has_failed) {
    totals.failing.push_back(seed);
  } else {
    totals.least_accepted = std::min(totals.least_accepted, accepted);
    if (accepted < kAcceptedEach)
      std::printf("world %llu accepts too little\n", static_cast<unsigned long long>(seed));
  }
}

// Prints the numbers; how many of the expectations on them failed, and how many held.
struct Verdict {
  int passed = 0;
  int failed = 0;
  void expect(bool holds, const std::string& what) {
    ++(holds ? passed : failed);
    if (!holds) std::printf("FAILED: %s\n", what.c_str());
  }
};

Verdict judge(const Options& options, const Totals& totals) {
  Verdict verdict;
  std::printf(
      "%llu worlds, %llu accepted changes (at least %llu in each), %llu worlds with two "
      "clients and two tabs or more\n",
      static_cast<unsigned long long>(totals.worlds),
      static_cast<unsigned long long>(totals.accepted),
      static_cast<unsigned long long>(totals.least_accepted),
      static_cast<unsigned long long>(totals.crowded));
  verdict.expect(totals.worlds == options.seeds - options.first + 1, "every world was run");
  verdict.expect(totals.failing.empty(), std::to_string(totals.failing.size()) + " worlds fail");
  verdict.expect(totals.least_accepted >= kAcceptedEach, "100 accepted changes in each world");
  verdict.expect(2 * totals.crowded >= totals.worlds, "half of the worlds are crowded");
  for (std::size_t i = 0; i < kFaultCount; ++i) {
    std::printf("%9llu  %s\n", static_cast<unsigned long long>(totals.faults[i]),
                std::string(kFaultNames[i]).c_str());
    if (options.seeds < kSeeds) continue;
    verdict.expect(totals.faults[i] >= kFaultsEach,
                   std::string(kFaultNames[i]) + " happened less than 1,000 times");
  }
  for (const std::string& line : totals.broken) std::printf("%s\n", line.c_str());
  for (std::size_t i = 1; options.has_broken && i < kBrokenCount; ++i) {
    verdict.expect(totals.caught[i], "not caught: " + std::string(kBrokenNames[i]));
  }
  return verdict;
}

int run_one(std::uint64_t seed) {
  const Report report = run_world(make_plan(seed), TraceMode::on);
  for (const std::string& line : report.trace) std::printf("%s\n", line.c_str());
  std::printf("%s\n", describe(make_plan(seed)).c_str());
  if (!report.violation) {
    std::printf("1 passed, 0 failed\n");
    return 0;
  }
  std::printf("invariant %d: %s\nnow smaller:\n", report.violation->invariant,
              report.violation->what.c_str());
  print_failure(make_plan(seed));
  std::printf("0 passed, 1 failed\n");
  return 1;
}

int run_all(const Options& options) {
  std::vector<std::string> lines;
  const bool is_well = run_workers(
      kWorkers,
      [&](int worker, int workers, const auto& say) { run_share(options, worker, workers, say); },
      lines);
  Totals totals;
  for (const std::string& line : lines) take_line(line, totals);
  if (!totals.failing.empty()) {
    std::printf("failing worlds:");
    for (const std::uint64_t seed : totals.failing) {
      std::printf(" %llu", static_cast<unsigned long long>(seed));
    }
    std::printf("\n");
    print_failure(make_plan(totals.failing.front()));
  }
  std::fflush(stdout);
  Verdict verdict = judge(options, totals);
  verdict.expect(is_well, "a worker crashed");
  std::printf("%d passed, %d failed\n", verdict.passed, verdict.failed);
  return verdict.failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace rr::sim

int main(int argc, char** argv) {
  rr::sim::Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--no-broken") {
      options.has_broken = false;
    } else if (word == "--seed" && i + 1 < argc) {
      options.seed = std::strtoull(argv[++i], nullptr, 10);
    } else if (word == "--first" && i + 1 < argc) {
      options.first = std::strtoull(argv[++i], nullptr, 10);
    } else if (word == "--seeds" && i + 1 < argc) {
      options.seeds = std::strtoull(argv[++i], nullptr, 10);
    } else {
      std::fprintf(stderr, "usage: sim [--first N] [--seeds N] [--seed S] [--no-broken]\n");
      return 2;
    }
  }
  if (options.seed != 0) return rr::sim::run_one(options.seed);
  return rr::sim::run_all(options);
}
