// A household of four people and sixty chores, and the changes that figures are measured with.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include "shared/commands/chores.h"
#include "shared/commands/household_start.h"
#include "shared/commands/roommates.h"
#include "shared/store/memory_store.h"
#include "shared/sync/mutation.h"

namespace rr::bench {

inline constexpr Instant kNow{1'800'000'000'000};
inline constexpr int kChores = 60;

// Time-ordered as the product's ids are.
[[nodiscard]] inline Id numbered_id(std::string_view kind, std::uint64_t number) {
  const Id random = derive_id(Id{}, kind, number);
  return make_time_ordered_id(kNow.unix_ms + static_cast<std::int64_t>(number),
                              std::span<const std::uint8_t, 10>(random.bytes.data(), 10));
}

// The arguments are the benchmark's own and known to be good.
template <class Arguments>
[[nodiscard]] Command command_of(const Arguments& arguments) {
  return *make_command(arguments);
}

[[nodiscard]] inline Context context_of(const Id& household, const Id& person) {
  Context context;
  context.person = person;
  context.scope = household;
  context.meant_at = context.now = kNow;
  return context;
}

// False when a command was refused: then nothing can be measured.
[[nodiscard]] inline bool fill(MemoryStore& store, const Id& household, const Id& person) {
  Context context = context_of(household, person);
  std::uint64_t number = 0;
  const auto run = [&](const Command& command) {
    context.mutation_id = numbered_id("filling", ++number);
    return run_command(store, context, command).ok();
  };
  StartHousehold start;
  start.household_name = "Maple Street";
  start.person_name = "Ana";
  start.roommate_id = numbered_id("roommate", 0);
  bool is_good = run(command_of(start));
  for (const char* name : {"Ben", "Chi", "Dev"}) {
    AddRoommate roommate;
    roommate.id = numbered_id("roommate", number + 1);
    roommate.name = name;
    is_good = is_good && run(command_of(roommate));
  }
  for (std::uint64_t each = 0; each < kChores; ++each) {
    AddChore chore;
    chore.id = numbered_id("chore", each);
    chore.name = "Chore " + std::to_string(each);
    chore.anchor = *parse_date("2027-01-15");
    is_good = is_good && run(command_of(chore));
  }
  return is_good;
}

// Change number `number`: a chore gets other points.
[[nodiscard]] inline Command change(std::uint64_t number) {
  const std::string arguments = "{\"id\":\"" + numbered_id("chore", number % kChores).to_string() +
                                "\",\"points\":" + std::to_string(number / kChores % 20 + 1) + "}";
  return *decode_command(describe_command<EditChore>(), arguments);
}

[[nodiscard]] inline sync::Mutation mutation(std::uint64_t number) {
  return sync::make_mutation(change(number), numbered_id("mutation", number), kNow, kNow);
}

class Stopwatch {
 public:
  [[nodiscard]] double elapsed_ms() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_ = Clock::now();
};

}  // namespace rr::bench
