// compare [--commands N] [--seed N] [--perturb N]: random commands of every kind on households in
// memory. Prints a line per command with the verdict and the checksum of all rows, and every 100
// commands the hash of all their bytes. Built for both targets; `./test unit` compares what they
// print byte for byte. --perturb changes one field of one row after that command: the outputs must
// then differ from there on.
//
// Ends with what was accepted and refused of each kind, on standard error and as the last lines;
// fails (exit code 1) when that is too little to mean anything, or a household is not sound.
#include <cstdio>
#include <cstdlib>

#include "tests/compare/story.h"

namespace {

constexpr std::int64_t kCommandsPerHousehold = 300;
constexpr std::int64_t kLeastCommands = 10'000;
constexpr std::int64_t kLeastAcceptedPercent = 60;
constexpr std::int64_t kLeastAcceptedOfAKind = 20;

struct Options {
  std::int64_t commands = 12'000;
  std::uint64_t seed = 20'261'123;
  std::int64_t perturb_at = -1;
};

bool read_options(int argc, char** argv, Options& out) {
  for (int i = 1; i < argc; i += 2) {
    if (i + 1 == argc) return false;
    const std::string_view name = argv[i];
    const auto number = static_cast<std::int64_t>(std::strtoll(argv[i + 1], nullptr, 10));
    if (name == "--commands") {
      out.commands = number;
    } else if (name == "--seed") {
      out.seed = static_cast<std::uint64_t>(number);
    } else if (name == "--perturb") {
      out.perturb_at = number;
    } else {
      return false;
    }
  }
  return true;
}

// One line per kind; false when some kind was accepted too rarely, or too few were at all.
bool sum_up(const rr::compare::Teller& teller, std::string& out) {
  bool is_enough = true;
  for (const rr::CommandInfo* info : rr::all_commands()) {
    const auto found = teller.counts.find(info->name);
    const rr::compare::Counts counts =
        found == teller.counts.end() ? rr::compare::Counts{} : found->second;
    out += std::string(info->name) + ": " + std::to_string(counts.accepted) + " accepted, " +
           std::to_string(counts.refused) + " refused\n";
    if (counts.accepted < kLeastAcceptedOfAKind) is_enough = false;
  }
  const std::int64_t accepted = teller.accepted();
  out += std::to_string(teller.commands) + " commands, " + std::to_string(accepted) +
         " accepted, " + std::to_string(teller.faults) + " faults\n";
  return is_enough && teller.commands >= kLeastCommands && teller.faults == 0 &&
         accepted * 100 >= teller.commands * kLeastAcceptedPercent;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!read_options(argc, argv, options)) {
    std::fprintf(stderr, "usage: compare [--commands N] [--seed N] [--perturb N]\n");
    return 2;
  }
  rr::compare::Teller teller;
  teller.perturb_at = options.perturb_at;
  for (std::uint64_t home = 0; teller.commands < options.commands; ++home) {
    rr::compare::Story story(teller, options.seed + home);
    const std::int64_t end = teller.commands + kCommandsPerHousehold;
    while (teller.commands < end) story.go_on();
    story.end();
    std::fwrite(teller.lines.data(), 1, teller.lines.size(), stdout);
    teller.lines.clear();
  }
  std::string summary;
  const bool is_enough = sum_up(teller, summary);
  std::fwrite(summary.data(), 1, summary.size(), stdout);
  std::fwrite(summary.data(), 1, summary.size(), stderr);
  return is_enough ? 0 : 1;
}
