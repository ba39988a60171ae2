#include "tests/sim/shrink.h"

#include <vector>

namespace rr::sim {
namespace {

constexpr int kMostTries = 80;

// Each one thing less than `plan`.
std::vector<Plan> smaller_plans(const Plan& plan) {
  std::vector<Plan> plans;
  const auto add = [&](auto change) {
    Plan smaller = plan;
    change(smaller);
    plans.push_back(smaller);
  };
  if (plan.accepted > 0) add([](Plan& each) { each.accepted = 0; });
  if (plan.steps > 1) add([](Plan& each) { each.steps /= 2; });
  if (plan.steps > 8) add([](Plan& each) { each.steps -= each.steps / 8; });
  if (plan.profiles > 1) {
    add([](Plan& each) {
      each.profiles = (each.profiles + 1) / 2;
      each.people = std::min(each.people, each.profiles);
    });
    add([](Plan& each) { each.people = std::min(each.people, --each.profiles); });
  }
  if (plan.people > 1) add([](Plan& each) { --each.people; });
  if (plan.most_tabs > 1) add([](Plan& each) { --each.most_tabs; });
  for (std::size_t i = 0; i < kFaultCount; ++i) {
    const auto fault = static_cast<Fault>(i);
    if (plan.has(fault)) add([fault](Plan& each) { each.faults &= ~bit(fault); });
  }
  return plans;
}

}  // namespace

Shrunk shrink(const Plan& failing) {
  Shrunk shrunk{failing, {}, 0};
  bool is_smaller = true;
  while (is_smaller && shrunk.tries < kMostTries) {
    is_smaller = false;
    for (const Plan& each : smaller_plans(shrunk.plan)) {
      if (++shrunk.tries > kMostTries) break;
      if (!run_world(each, TraceMode::off).violation) continue;
      shrunk.plan = each;
      is_smaller = true;
      break;
    }
  }
  shrunk.report = run_world(shrunk.plan, TraceMode::on);
  return shrunk;
}

}  // namespace rr::sim
