// A household with roommates, chores and a clock, in which tests divide chores.
#pragma once

#include <doctest/doctest.h>

#include "server/ops/built_in_time_zones.h"
#include "shared/commands/absences.h"
#include "shared/commands/assignments.h"
#include "shared/commands/chores.h"
#include "shared/commands/cycles.h"
#include "shared/commands/leaving.h"
#include "shared/commands/preferences.h"
#include "shared/commands/roommates.h"
#include "shared/commands/sub_chores.h"
#include "shared/commands/system_work.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/points.h"
#include "shared/domain/recurrence.h"
#include "shared/domain/verify.h"
#include "tests/unit/support/home.h"

namespace rr {

inline constexpr Date kMonday{20'780};  // 2026-11-23, a Monday

// The person with id 1 is an admin. Roommates have the ids 21, 22, ..., chores 41, 42, ...; the
// week is reset on Sundays at 23:59 in Vienna. The clock starts on a Monday at noon.
struct ChoreHome : Home {
  explicit ChoreHome(int roommates = 0) : Home(Role::admin) {
    context.time_zones = &built_in_time_zones();
    go_to(kMonday, 12 * 60);
    Household household;
    household.id = context.scope;
    household.name = "Home";
    household.time_zone = "Europe/Vienna";
    household.currency = "EUR";
    household.next_run_seed = number_id(202);
    household.created_at = context.now;
    store.put(household);
    for (int i = 0; i < roommates; ++i) join(static_cast<std::uint8_t>(21 + i));
    go_to(kMonday, 12 * 60 + 1);
  }

  void go_to(Date day, int minute) {
    const auto zone = built_in_time_zones().find("Europe/Vienna");
    context.now = context.meant_at = zone->instant_of(day, minute);
    go_on();
  }
  void go_on() {
    // The server does the system's work before every other command.
    while (const auto command = next_system_command(store, context.now, built_in_time_zones())) {
      Overlay attempt(store);
      Context system = next_context();
      system.actor = ActorKind::system;
      system.person = Id{};
      REQUIRE(words_of(run_command(attempt, system, *command)).empty());
      attempt.apply_to(store);
    }
  }
  void go_to(Date day) { go_to(day, 12 * 60); }

  // Every command has its own mutation id.
  Context next_context() {
    context.mutation_id = derive_id(number_id(203), "mutation", ++mutations);
    context.fresh_seed = derive_id(context.mutation_id, "seed");
    return context;
  }

  template <class Arguments>
  [[nodiscard]] std::string act(const Arguments& arguments) {
    next_context();
    return run(arguments);
  }

  template <class Arguments>
  void must(const Arguments& arguments) {
    const std::string refusal = act(arguments);
    INFO(refusal);
    REQUIRE(refusal.empty());
  }

  void join(std::uint8_t number, std::int64_t weight = 100) {
    must(AddRoommate{number_id(number), "Roommate " + std::to_string(number), 1, weight});
  }

  void chore(std::uint8_t number, ChoreType type, std::int64_t points,
             Frequency frequency = Frequency::weekly, Date anchor = kMonday) {
    must(AddChore{number_id(number), "Chore " + std::to_string(number), frequency, type, points,
                  anchor, std::nullopt});
  }

  void divide() { must(RunAssignments{}); }

  [[nodiscard]] Assignment given(std::uint8_t chore_number, Date occurrence = kMonday) const {
    const auto found = store.find<Assignment>(occurrence_id(number_id(chore_number), occurrence));
    REQUIRE(found != nullptr);
    return *found;
  }
  [[nodiscard]] bool was_given(std::uint8_t chore_number, Date occurrence = kMonday) const {
    return store.find<Assignment>(occurrence_id(number_id(chore_number), occurrence)) != nullptr;
  }
  [[nodiscard]] ShownPoints points(std::uint8_t roommate) const {
    return shown_points(store).at(number_id(roommate));
  }
  [[nodiscard]] std::string faults() const {
    std::string text;
    for (const Violation& violation : verify_household(store)) text += violation.message + "\n";
    return text;
  }

  std::uint64_t mutations = 0;
};

}  // namespace rr
