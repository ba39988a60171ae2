// One generated run: balances, weights, vetoes, absences, wishes and history as they come.
#pragma once

#include "tests/property/generated_home.h"

namespace rr {

struct RunShape {
  std::int64_t most_people = 4;
  std::int64_t randoms = 0;
  std::int64_t predefined = 0;
  std::int64_t away_percent = 0;  // of people; somebody is always here
  bool has_vetoes = true;
  bool is_plain = false;  // all alike and level, without history and wishes: draws decide
};

inline std::int64_t number(std::int64_t least, std::int64_t most) {
  return *rc::gen::resize(100, rc::gen::inRange<std::int64_t>(least, most + 1));
}

inline std::vector<Id> some_of(const std::vector<Id>& ids, std::int64_t percent) {
  std::vector<Id> chosen;
  for (const Id& id : ids) {
    if (number(1, 100) <= percent) chosen.push_back(id);
  }
  return chosen;
}

inline Id one_of(const std::vector<Id>& ids) {
  return ids[static_cast<std::size_t>(number(0, static_cast<std::int64_t>(ids.size()) - 1))];
}

inline void add_people(RunInput& input, const RunShape& shape) {
  const bool is_even = shape.is_plain || number(0, 1) == 1;
  const std::int64_t people = number(2, shape.most_people);
  std::int64_t sum = 0;
  for (std::int64_t i = 0; i < people; ++i) {
    RunPerson person;
    person.id = spread_id(0, static_cast<std::uint64_t>(i));
    person.weight = is_even ? 100 : number(1, 100);
    person.availability = person.weight * 7;
    person.is_present = i == 0 || number(1, 100) > shape.away_percent;
    const std::int64_t chance = shape.is_plain ? 0 : number(-20, 20) * 500'000;
    const std::int64_t micro = i + 1 == people ? -sum : chance;
    person.balance = {micro, micro};
    sum += micro;
    input.people.push_back(person);
  }
  std::sort(input.people.begin(), input.people.end(),
            [](const RunPerson& a, const RunPerson& b) { return a.id < b.id; });
}

inline void add_chore(RunInput& input, const RunShape& shape, ChoreType type, std::uint64_t index) {
  std::vector<Id> everyone;
  std::vector<Id> here;
  RunChore chore;
  for (const RunPerson& person : input.people) {
    everyone.push_back(person.id);
    (person.is_present ? here : chore.away).push_back(person.id);
  }
  chore.chore_id = spread_id(1, index);
  chore.assignment_id = derive_id(chore.chore_id, "occurrence", 1);
  chore.type = type;
  chore.points = number(1, 20);
  chore.occurrence = Date{1000};
  chore.share_day = chore.occurrence;
  chore.eligible = some_of(here, shape.has_vetoes ? 85 : 100);
  if (chore.eligible.empty()) chore.eligible = here;
  if (type == ChoreType::predefined) {
    if (number(0, 3) > 0) chore.last_holder = one_of(everyone);
    if (number(0, 3) == 0) chore.owed_turn = one_of(everyone);
    input.predefined_points += chore.points;
  } else {
    input.largest_random_points = std::max(input.largest_random_points, chore.points);
  }
  if (type == ChoreType::random && !shape.is_plain) {
    for (const Id& id : some_of(everyone, 50)) {
      chore.last_turns.push_back({id, Date{static_cast<std::int32_t>(number(900, 999))}});
    }
    chore.disliked_by = some_of(everyone, 20);
    chore.liked_by = some_of(everyone, 20);
    chore.effort_minutes = number(0, 30);
  }
  input.chores.push_back(chore);
}

inline RunInput make_run(const RunShape& shape) {
  RunInput input;
  input.seed = derive_id(Id{}, "seed", static_cast<std::uint64_t>(number(0, 1'000'000)));
  add_people(input, shape);
  for (std::int64_t i = 0; i < shape.randoms + shape.predefined; ++i) {
    add_chore(input, shape, i < shape.randoms ? ChoreType::random : ChoreType::predefined,
              static_cast<std::uint64_t>(i));
  }
  return input;
}

}  // namespace rr
