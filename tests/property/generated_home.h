// Generated homes on which runs are planned cycle after cycle, without commands and storage: fast
// enough for long histories.
//
// A home has 2-8 people, 1-15 random chores and 0-6 predefined ones of 1-20 points. Each cycle
// makes a random part of them due (one bit per chore); everybody is present unless a test says
// otherwise.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <vector>

#include "shared/domain/run.h"

namespace rr {

inline Id spread_id(std::uint64_t kind, std::uint64_t number) {
  return derive_id(Id{}, kind == 0 ? "person" : "chore", number);
}

struct GeneratedHome {
  std::vector<std::int64_t> weights;
  std::vector<std::int64_t> random_points;
  std::vector<std::int64_t> predefined_points;
  std::vector<std::uint32_t> due;  // per cycle; bit 0 is the first random chore

  [[nodiscard]] std::int64_t rotation_points() const {
    std::int64_t sum = 0;
    for (const std::int64_t points : predefined_points) sum += points;
    return sum;
  }
};

inline void showValue(const GeneratedHome& home, std::ostream& out) {
  out << "weights ";
  for (const auto weight : home.weights) out << weight << ' ';
  out << "random ";
  for (const auto points : home.random_points) out << points << ' ';
  out << "predefined ";
  for (const auto points : home.predefined_points) out << points << ' ';
  out << "due";
  for (const auto bits : home.due) out << ' ' << bits;
}

struct HomeShape {
  int most_predefined = 0;
  int heaviest_weight = 1;  // 1: all alike
  int most_cycles = 200;
};

inline rc::Gen<std::vector<std::int64_t>> gen_numbers(int least, int most, std::int64_t smallest,
                                                      std::int64_t largest) {
  return rc::gen::mapcat(rc::gen::inRange(least, most + 1), [=](int count) {
    return rc::gen::container<std::vector<std::int64_t>>(
        static_cast<std::size_t>(count), rc::gen::inRange<std::int64_t>(smallest, largest + 1));
  });
}

// Sizes do not grow with RapidCheck's size: small and large homes are equally likely.
inline rc::Gen<GeneratedHome> gen_home(HomeShape shape) {
  const auto due = rc::gen::mapcat(rc::gen::inRange(1, shape.most_cycles + 1), [](int count) {
    return rc::gen::container<std::vector<std::uint32_t>>(
        static_cast<std::size_t>(count), rc::gen::inRange<std::uint32_t>(0, 1u << 21));
  });
  return rc::gen::resize(
      100, rc::gen::build<GeneratedHome>(
               rc::gen::set(&GeneratedHome::weights, gen_numbers(2, 8, 1, shape.heaviest_weight)),
               rc::gen::set(&GeneratedHome::random_points, gen_numbers(1, 15, 1, 20)),
               rc::gen::set(&GeneratedHome::predefined_points,
                            gen_numbers(0, shape.most_predefined, 1, 20)),
               rc::gen::set(&GeneratedHome::due, due)));
}

// Plans one cycle after the other and keeps what a household would keep.
class PlannedHome {
 public:
  explicit PlannedHome(const GeneratedHome& home, DivisionMethod method = DivisionMethod::balanced)
      : home_(home), method_(method) {
    for (std::size_t i = 0; i < home.weights.size(); ++i) {
      RunPerson person;
      person.id = spread_id(0, i);
      person.weight = home.weights[i];
      person.availability = home.weights[i] * 7;
      person.is_present = true;
      people_.push_back(person);
    }
    turns_.resize(home.predefined_points.size());
  }

  [[nodiscard]] RunInput input(std::size_t cycle) {
    RunInput input;
    input.seed = derive_id(Id{}, "seed", cycle);
    input.method = method_;
    input.people = people_;
    for (std::size_t i = 0; i < chore_count(); ++i) {
      if ((home_.due[cycle] >> i & 1) != 0) input.chores.push_back(chore(i, cycle));
    }
    for (const RunChore& due : input.chores) {
      if (due.type == ChoreType::random) largest_random_ = std::max(largest_random_, due.points);
    }
    input.largest_random_points = largest_random_;
    input.predefined_points = home_.rotation_points();
    return input;
  }

  RunPlan run(const RunInput& input) {
    RunPlan plan = plan_run(input);
    people_ = plan.people;
    for (const PlannedTurn& turn : plan.turns) {
      for (std::size_t i = 0; i < turns_.size(); ++i) {
        if (turn.chore_id == chore_id(home_.random_points.size() + i)) turns_[i] = turn;
      }
    }
    return plan;
  }

  [[nodiscard]] const std::vector<RunPerson>& people() const { return people_; }
  [[nodiscard]] std::int64_t largest_random() const { return largest_random_; }
  [[nodiscard]] static Id chore_id(std::size_t index) { return spread_id(1, index); }

 private:
  [[nodiscard]] std::size_t chore_count() const {
    return home_.random_points.size() + home_.predefined_points.size();
  }

  [[nodiscard]] RunChore chore(std::size_t index, std::size_t cycle) const {
    RunChore due;
    due.chore_id = chore_id(index);
    due.assignment_id = derive_id(due.chore_id, "occurrence", cycle);
    const std::size_t randoms = home_.random_points.size();
    if (index < randoms) {
      due.points = home_.random_points[index];
    } else {
      due.type = ChoreType::predefined;
      due.points = home_.predefined_points[index - randoms];
      due.last_holder = turns_[index - randoms].last_holder;
      due.owed_turn = turns_[index - randoms].owed_turn;
    }
    for (const RunPerson& person : people_) due.eligible.push_back(person.id);
    return due;
  }

  const GeneratedHome& home_;
  DivisionMethod method_;
  std::vector<RunPerson> people_;
  std::vector<PlannedTurn> turns_;
  std::int64_t largest_random_ = 0;
};

}  // namespace rr
