// A home in which people and chores come, change and go between its runs. Runs are planned without
// commands and storage, as a household would carry them.
#pragma once

#include <map>

#include "shared/domain/shares.h"
#include "tests/property/generated_run.h"

namespace rr {

class EventfulHome {
 public:
  explicit EventfulHome(std::int64_t people) {
    for (std::int64_t i = 0; i < people; ++i) join();
  }

  // Nobody owes for what was before they came.
  void join(std::int64_t weight = 1) {
    RunPerson person;
    person.id = spread_id(0, made_++);
    person.weight = weight;
    person.availability = weight * 7;
    person.is_present = true;
    people_.push_back(person);
    std::sort(people_.begin(), people_.end(),
              [](const RunPerson& a, const RunPerson& b) { return a.id < b.id; });
  }

  // The leaver's balance is spread over the others by weight.
  void leave(std::size_t place) {
    const RunPerson leaver = people_[place];
    people_.erase(people_.begin() + static_cast<std::ptrdiff_t>(place));
    spread(leaver.balance.total, &Balance::total);
    spread(leaver.balance.random, &Balance::random);
    for (RunChore& chore : chores_) {
      if (chore.owed_turn == leaver.id) chore.owed_turn = Id{};
    }
  }

  void add(ChoreType type, std::int64_t points) {
    RunChore chore;
    chore.chore_id = spread_id(1, made_++);
    chore.type = type;
    chore.points = points;
    chores_.push_back(chore);
  }
  void remove(std::size_t place) {
    chores_.erase(chores_.begin() + static_cast<std::ptrdiff_t>(place));
  }

  // Every chore that `is_due`; `away` are not here. `only` is the one who may have the first chore.
  template <class IsDue>
  RunPlan run(const IsDue& is_due, const std::vector<Id>& away = {}, const Id& only = Id{}) {
    RunInput input;
    input.seed = derive_id(Id{}, "seed", runs_);
    for (RunPerson& person : people_) {
      person.is_present = std::find(away.begin(), away.end(), person.id) == away.end();
    }
    input.people = people_;
    for (std::size_t i = 0; i < chores_.size(); ++i) {
      if (chores_[i].type == ChoreType::predefined) input.predefined_points += chores_[i].points;
      if (!is_due(i)) continue;
      input.chores.push_back(due(i, i == 0 ? only : Id{}));
      if (chores_[i].type == ChoreType::random) largest_ = std::max(largest_, chores_[i].points);
    }
    input.largest_random_points = largest_;
    rotating_ = input.predefined_points;
    most_rotating_ = std::max(most_rotating_, rotating_);
    ++runs_;
    RunPlan plan = plan_run(input);
    people_ = plan.people;
    for (const PlannedTurn& turn : plan.turns) {
      for (RunChore& chore : chores_) {
        if (chore.chore_id != turn.chore_id) continue;
        chore.last_holder = turn.last_holder;
        chore.owed_turn = turn.owed_turn;
      }
    }
    return plan;
  }
  RunPlan run_all() {
    return run([](std::size_t) { return true; });
  }

  [[nodiscard]] std::vector<RunPerson>& people() { return people_; }
  [[nodiscard]] std::vector<RunChore>& chores() { return chores_; }
  [[nodiscard]] const std::vector<RunChore>& chores() const { return chores_; }
  [[nodiscard]] std::int64_t largest() const { return largest_; }
  [[nodiscard]] std::int64_t rotating() const { return rotating_; }  // Q of the last run
  // Micro-points. A micro-point of rounding for each person comes on top.
  [[nodiscard]] std::int64_t spread() const { return spread_of(people_, Measure::total); }
  [[nodiscard]] std::int64_t bound() const {
    return (2 * largest_ + rotating_) * kMicroPerPoint + static_cast<std::int64_t>(people_.size());
  }

  // The same with the largest Q that the household ever had.
  [[nodiscard]] std::int64_t bound_ever() const {
    return bound() + (most_rotating_ - rotating_) * kMicroPerPoint;
  }

 private:
  RunChore due(std::size_t place, const Id& only) const {
    RunChore chore = chores_[place];
    chore.assignment_id = derive_id(chore.chore_id, "occurrence", runs_);
    for (const RunPerson& person : people_) {
      if (!only.is_nil() && person.id != only) continue;
      (person.is_present ? chore.eligible : chore.away).push_back(person.id);
    }
    return chore;
  }

  void spread(std::int64_t micro, std::int64_t Balance::*part) {
    std::vector<Sharer> others;
    for (const RunPerson& person : people_) {
      const std::int64_t balance = person.balance.*part;
      others.push_back({person.id, person.weight, micro > 0 ? -balance : balance});
    }
    const auto parts = split_by_weight(micro > 0 ? micro : -micro, others);
    for (std::size_t i = 0; i < people_.size(); ++i) {
      people_[i].balance.*part += micro > 0 ? parts[i] : -parts[i];
    }
  }

  std::vector<RunPerson> people_;
  std::vector<RunChore> chores_;
  std::uint64_t made_ = 0;
  std::uint64_t runs_ = 0;
  std::int64_t largest_ = 0;
  std::int64_t rotating_ = 0;
  std::int64_t most_rotating_ = 0;
};

}  // namespace rr
