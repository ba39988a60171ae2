#include <algorithm>

#include "shared/domain/run.h"
#include "tests/fairness/models.h"

namespace rr::fairness {
namespace {

constexpr std::int32_t kDaysOfWeek = 7;

class Household {
 public:
  explicit Household(const Home& home) : home_(home) {
    for (std::size_t i = 0; i < home.people; ++i) {
      RunPerson person;
      person.id = derive_id(Id{}, "person", i);
      person.weight = 1;
      person.availability = kDaysOfWeek;
      person.is_present = true;
      people_.push_back(person);
    }
    std::sort(people_.begin(), people_.end(),
              [](const RunPerson& a, const RunPerson& b) { return a.id < b.id; });
    for (std::size_t i = 0; i < home.chores.size(); ++i) {
      RunChore chore;
      chore.chore_id = derive_id(Id{}, "chore", i);
      chore.type = home.chores[i].type;
      chore.points = home.chores[i].points;
      for (const RunPerson& person : people_) chore.eligible.push_back(person.id);
      chores_.push_back(chore);
    }
  }

  Holders divide(std::size_t week) {
    const RunPlan plan = plan_run(input(week));
    people_ = plan.people;
    Holders holders(chores_.size());
    for (const PlannedAssignment& planned : plan.assignments) {
      const std::size_t chore = place_of(planned.chore_id);
      holders[chore] = place_of_person(planned.roommate_id);
      remember(chores_[chore], planned.roommate_id);
    }
    for (const PlannedTurn& turn : plan.turns) {
      chores_[place_of(turn.chore_id)].last_holder = turn.last_holder;
    }
    return holders;
  }

 private:
  RunInput input(std::size_t week) {
    RunInput input;
    input.seed = derive_id(derive_id(Id{}, "home", home_.number), "seed", week);
    input.people = people_;
    for (RunChore& chore : chores_) {
      chore.assignment_id = derive_id(chore.chore_id, "occurrence", week);
      chore.occurrence = Date{kDaysOfWeek * static_cast<std::int32_t>(week)};
      chore.share_day = chore.occurrence;
      if (chore.type == ChoreType::random) {
        input.largest_random_points = std::max(input.largest_random_points, chore.points);
      } else {
        input.predefined_points += chore.points;
      }
    }
    input.chores = chores_;
    return input;
  }

  static void remember(RunChore& chore, const Id& person) {
    if (chore.type != ChoreType::random) return;
    for (LastTurn& turn : chore.last_turns) {
      if (turn.roommate_id != person) continue;
      turn.occurrence = chore.occurrence;
      return;
    }
    chore.last_turns.push_back({person, chore.occurrence});
  }

  [[nodiscard]] std::size_t place_of(const Id& chore_id) const {
    std::size_t place = 0;
    while (chores_[place].chore_id != chore_id) ++place;
    return place;
  }

  [[nodiscard]] std::size_t place_of_person(const Id& id) const {
    std::size_t place = 0;
    while (people_[place].id != id) ++place;
    return place;
  }

  const Home& home_;
  std::vector<RunPerson> people_;
  std::vector<RunChore> chores_;
};

}  // namespace

Model roomieroster(const Home& home) {
  return [household = Household(home)](std::size_t week) mutable { return household.divide(week); };
}

}  // namespace rr::fairness
