// P14: what "Why me?" says, asked of the run as it is kept, is true.
#include <doctest/doctest.h>

#include <array>

#include "shared/domain/explain.h"
#include "shared/domain/run_codec.h"
#include "tests/property/generated_run.h"
#include "tests/property/recount.h"

namespace rr {
namespace {

bool has(const std::vector<Id>& ids, const Id& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// How often each rule and each criterion was met: a claim that is never made proves nothing.
struct Met {
  std::array<int, 7> rules{};
  std::array<int, 13> criteria{};
};

// One number of an objective for each criterion before the draw, in their order.
std::array<std::int64_t, 11> numbers_of(const Objective& objective) {
  return {objective.without_random,
          objective.guard_missed,
          objective.soft_without_random,
          objective.left_out,
          objective.too_far,
          objective.spread,
          static_cast<std::int64_t>(objective.squares),
          objective.repeats,
          objective.days_since,
          objective.dislike,
          objective.effort_spread};
}

void check_alternative(const RunInput& input, const HolderOf& holders, const Explanation& why,
                       const Id& assignment_id, const Alternative& other) {
  HolderOf changed = holders;
  changed[assignment_id] = other.roommate_id;
  const Recount counted = recount(input, changed);
  Objective told = other.objective;
  told.too_far = 0;
  told.draws.clear();
  RC_ASSERT(told == counted.objective);
  const auto was = numbers_of(why.objective);
  const auto instead = numbers_of(other.objective);
  const auto named = static_cast<std::size_t>(other.worse_in);
  for (std::size_t i = 0; i < std::min(named, was.size()); ++i) RC_ASSERT(was[i] == instead[i]);
  if (named < was.size()) {
    RC_ASSERT(instead[named] > was[named]);
  } else {
    RC_ASSERT(other.worse_in == Criterion::draw);
  }
  // The sentence names the gaps; wider by less than a thousandth of a point, it names none.
  if (other.worse_in == Criterion::widest_spread) RC_ASSERT(instead[5] >= was[5]);
}

// Nobody who may have the chore comes between the last holder and this one.
bool is_next_after(const RunChore& chore, const Id& last, const Id& next) {
  std::vector<Id> order = chore.eligible;
  std::sort(order.begin(), order.end());
  const auto after = std::upper_bound(order.begin(), order.end(), last);
  return next == (after == order.end() ? order.front() : *after);
}

void check_floor(const Explanation& why) {
  const bool is_true =
      std::any_of(why.alternatives.begin(), why.alternatives.end(), [&](const Alternative& other) {
        const Objective& instead = other.objective;
        const bool is_more_even = instead.spread != why.objective.spread
                                      ? instead.spread < why.objective.spread
                                      : instead.squares < why.objective.squares;
        return other.is_available && is_more_even &&
               (instead.without_random > why.objective.without_random ||
                instead.soft_without_random > why.objective.soft_without_random ||
                instead.left_out > why.objective.left_out);
      });
  RC_ASSERT(is_true);
}

void check_rule(const RunInput& input, const HolderOf& holders, const RunChore& chore,
                const Explanation& why) {
  switch (why.rule) {
    case AssignmentRule::only_eligible:
      RC_ASSERT(chore.eligible == std::vector<Id>{why.roommate_id});
      return;
    case AssignmentRule::owed_turn:
      RC_ASSERT(chore.type == ChoreType::predefined);
      RC_ASSERT(chore.owed_turn == why.roommate_id);
      return;
    case AssignmentRule::rotation: {
      RC_ASSERT(chore.type == ChoreType::predefined);
      RC_ASSERT(why.last_holder == chore.last_holder);
      RC_ASSERT(!has(chore.eligible, chore.owed_turn));
      if (!chore.last_holder.is_nil()) {
        RC_ASSERT(is_next_after(chore, chore.last_holder, why.roommate_id));
        return;
      }
      auto before = balances_when_given(input, holders, chore.assignment_id);
      for (const Id& id : chore.eligible) {
        RC_ASSERT(before[why.roommate_id].total <= before[id].total);
      }
      return;
    }
    case AssignmentRule::floor: return check_floor(why);
    default:
      RC_ASSERT(why.rule == AssignmentRule::lowest_balance);
      RC_ASSERT(chore.type == ChoreType::random);
  }
}

void check_explanation(const RunInput& input, const RunPlan& plan, const RunChore& chore,
                       Met& met) {
  const HolderOf holders = holders_of(plan);
  const auto why = explain(input, chore.assignment_id);
  RC_ASSERT(why.has_value());
  RC_ASSERT(why->roommate_id == holders.at(chore.assignment_id));
  RC_ASSERT(has(chore.eligible, why->roommate_id));
  ++met.rules[static_cast<std::size_t>(why->rule)];
  const Recount counted = recount(input, holders);
  RC_ASSERT(why->balances.size() == input.people.size());
  for (const RunPerson& person : input.people) {
    const auto told =
        std::find_if(why->balances.begin(), why->balances.end(),
                     [&](const BalanceChange& each) { return each.roommate_id == person.id; });
    RC_ASSERT(told != why->balances.end());
    RC_ASSERT(told->before == person.balance.total);
    RC_ASSERT(told->after == counted.after.at(person.id).total);
  }
  check_rule(input, holders, chore, *why);
  RC_ASSERT(why->alternatives.size() + 1 == input.people.size());
  for (const Alternative& other : why->alternatives) {
    RC_ASSERT(other.roommate_id != why->roommate_id);
    RC_ASSERT(other.is_available == has(chore.eligible, other.roommate_id));
    if (!other.is_available || chore.type != ChoreType::random) continue;
    ++met.criteria[static_cast<std::size_t>(other.worse_in)];
    check_alternative(input, holders, *why, chore.assignment_id, other);
  }
}

void check_run(const RunShape& shape, Met& met) {
  const Result<RunInput> kept = decode_run_input(encode_run_input(make_run(shape)));
  RC_ASSERT(kept.ok());
  const RunPlan plan = plan_run(*kept);
  for (const RunChore& chore : kept->chores) check_explanation(*kept, plan, chore, met);
}

}  // namespace

TEST_CASE("P14: the reason of each assignment, asked of the run as it is kept, is true") {
  Met met;
  CHECK(rc::check([&] {
    check_run({.most_people = 8,
               .randoms = number(0, 15),
               .predefined = number(0, 4),
               .away_percent = 15,
               .has_vetoes = number(0, 1) == 0,
               .is_plain = number(0, 3) == 0},
              met);
  }));
  for (const AssignmentRule rule :
       {AssignmentRule::rotation, AssignmentRule::owed_turn, AssignmentRule::lowest_balance,
        AssignmentRule::floor, AssignmentRule::only_eligible}) {
    CAPTURE(static_cast<int>(rule));
    CHECK(met.rules[static_cast<std::size_t>(rule)] >= 20);
  }
  for (const Criterion criterion :
       {Criterion::random_floor, Criterion::guard, Criterion::soft_random_floor, Criterion::floor,
        Criterion::widest_spread, Criterion::spread, Criterion::squares, Criterion::draw}) {
    CAPTURE(static_cast<int>(criterion));
    CHECK(met.criteria[static_cast<std::size_t>(criterion)] >= 5);
  }
}

}  // namespace rr
