#include "tests/sim/plan.h"

#include "tests/sim/random.h"

namespace rr::sim {
namespace {

// Most worlds are small; a few have everything.
void draw_size(Random& random, Plan& plan) {
  const auto size = random.below(100);
  if (size < 30) {
    plan.profiles = static_cast<int>(random.between(1, 2));
    plan.most_tabs = static_cast<int>(random.between(1, 4));
  } else if (size < 90) {
    plan.profiles = static_cast<int>(random.between(2, 4));
    plan.most_tabs = static_cast<int>(random.between(2, 3));
  } else if (size < 98) {
    plan.profiles = static_cast<int>(random.between(4, 8));
    plan.most_tabs = 2;
  } else {
    plan.profiles = static_cast<int>(random.between(9, 16));
    plan.most_tabs = static_cast<int>(random.between(1, 4));
  }
  const int least = random.percent(75) && plan.profiles > 1 ? 2 : 1;
  plan.people = static_cast<int>(random.between(least, plan.profiles));
}

}  // namespace

Plan make_plan(std::uint64_t seed) {
  Random random(seed ^ 0x51a1e57ed5eedULL);
  Plan plan;
  plan.seed = seed;
  draw_size(random, plan);
  plan.steps = 60;
  plan.loss_percent = static_cast<int>(random.between(0, 30));
  plan.duplication_percent = static_cast<int>(random.between(0, 50));
  for (std::size_t i = 0; i < kFaultCount; ++i) {
    if (random.percent(75)) plan.faults |= FaultMask{1} << i;
  }
  return plan;
}

Plan make_plan(std::uint64_t seed, Broken broken) {
  Plan plan;
  plan.seed = seed;
  plan.broken = broken;
  plan.profiles = 4;
  plan.people = 3;
  plan.most_tabs = 3;
  plan.steps = 200;
  plan.accepted = 150;
  plan.loss_percent = 5;
  plan.duplication_percent = 20;
  plan.faults = bit(Fault::request_lost) | bit(Fault::answer_lost) |
                bit(Fault::request_duplicated) | bit(Fault::partition);
  switch (broken) {
    case Broken::number_moved_on_fault: plan.faults |= bit(Fault::storage_fault); break;
    case Broken::gap_skipped:
      plan.faults |= bit(Fault::server_restored);
      plan.restores = 1;  // all that it forgets must come back
      break;
    case Broken::epoch_kept_after_restore: plan.faults |= bit(Fault::server_restored); break;
    case Broken::copied_profile_accepted: plan.faults |= bit(Fault::profile_copied); break;
    case Broken::removed_member_served: plan.faults |= bit(Fault::member_removed); break;
    default: break;
  }
  return plan;
}

std::string describe(const Plan& plan) {
  std::string text = "seed " + std::to_string(plan.seed) + ": " + std::to_string(plan.people) +
                     " people, " + std::to_string(plan.profiles) + " profiles, up to " +
                     std::to_string(plan.most_tabs) + " tabs, " + std::to_string(plan.steps) +
                     " steps, loss " + std::to_string(plan.loss_percent) + " %, duplication " +
                     std::to_string(plan.duplication_percent) + " %; faults:";
  for (std::size_t i = 0; i < kFaultCount; ++i) {
    if (!plan.has(static_cast<Fault>(i))) continue;
    text += " [" + std::string(kFaultNames[i]) + "]";
  }
  return text;
}

}  // namespace rr::sim
