#include "shared/domain/rotation.h"

#include <algorithm>

#include "shared/base/hash.h"
#include "shared/base/sort.h"

namespace rr {
namespace {

bool contains(const std::vector<Id>& ids, const Id& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Hash128 draw_of(const Id& seed, const Id& chore_id, const Id& person) {
  Hasher hasher;
  hasher.add(seed.bytes);
  hasher.add(person.bytes);
  hasher.add(chore_id.bytes);
  return hasher.finish();
}

Id first_holder(const RunChore& chore, const std::vector<RunPerson>& people, const Id& seed) {
  const RunPerson* first = nullptr;  // with the lowest balance
  for (const RunPerson& person : people) {
    if (!contains(chore.eligible, person.id)) continue;
    const bool is_lower = first == nullptr || person.balance.total < first->balance.total;
    const bool is_drawn = first != nullptr && person.balance.total == first->balance.total &&
                          wins_draw(seed, chore.chore_id, person.id, first->id);
    if (is_lower || is_drawn) first = &person;
  }
  return first == nullptr ? Id{} : first->id;
}

// Walks the rotation from the last holder on, who may have moved out since.
void take_next(const RunChore& chore, const std::vector<RunPerson>& people, Turn& turn) {
  const auto after_last =
      std::upper_bound(people.begin(), people.end(), chore.last_holder,
                       [](const Id& id, const RunPerson& person) { return id < person.id; });
  const auto start = static_cast<std::size_t>(after_last - people.begin());
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Id& id = people[(start + i) % people.size()].id;
    if (contains(chore.eligible, id)) {
      turn.roommate_id = id;
      return;
    }
    if (turn.after.owed_turn.is_nil() && contains(chore.away, id)) turn.after.owed_turn = id;
  }
}

Turn choose_turn(const RunChore& chore, const std::vector<RunPerson>& people, const Id& seed) {
  Turn turn;
  turn.assignment_id = chore.assignment_id;
  turn.turn_after = chore.last_holder;
  turn.after = {chore.chore_id, chore.last_holder, chore.owed_turn};
  if (contains(chore.eligible, chore.owed_turn)) {
    turn.roommate_id = chore.owed_turn;
    turn.rule = AssignmentRule::owed_turn;
    turn.after.owed_turn = Id{};
    return turn;
  }
  // Who moved out, was ruled out or takes no share any more is owed nothing.
  if (!contains(chore.away, chore.owed_turn)) turn.after.owed_turn = Id{};
  if (chore.last_holder.is_nil()) {
    turn.roommate_id = first_holder(chore, people, seed);
  } else {
    take_next(chore, people, turn);
  }
  turn.after.last_holder = turn.roommate_id;
  return turn;
}

}  // namespace

bool wins_draw(const Id& seed, const Id& chore_id, const Id& a, const Id& b) {
  const Hash128 first = draw_of(seed, chore_id, a);
  const Hash128 second = draw_of(seed, chore_id, b);
  return first != second ? first < second : a < b;
}

Turn next_turn(const RunChore& chore, const std::vector<RunPerson>& people, const Id& seed) {
  Turn turn = choose_turn(chore, people, seed);
  if (chore.eligible.size() == 1) turn.rule = AssignmentRule::only_eligible;
  return turn;
}

std::vector<Turn> turns_of(std::vector<const RunChore*> occurrences,
                           const std::vector<RunPerson>& people, const Id& seed) {
  sort_in_place(occurrences, [](const RunChore* a, const RunChore* b) {
    return a->occurrence != b->occurrence ? a->occurrence < b->occurrence
                                          : a->assignment_id < b->assignment_id;
  });
  std::vector<Turn> turns;
  for (const RunChore* occurrence : occurrences) {
    RunChore chore = *occurrence;
    if (!turns.empty()) {
      chore.last_holder = turns.back().after.last_holder;
      chore.owed_turn = turns.back().after.owed_turn;
    }
    turns.push_back(next_turn(chore, people, seed));
  }
  return turns;
}

}  // namespace rr
