// A household in memory on which tests run commands.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "shared/commands/command.h"
#include "shared/store/memory_store.h"
#include "shared/store/overlay.h"

namespace rr {

inline Id number_id(std::uint8_t number) {
  Id id;
  id.bytes[15] = number;
  return id;
}

// "code:field" of a refusal, empty for success.
inline std::string words_of(const Status& status) {
  return status ? "" : status.error().code + ":" + status.error().field;
}

struct Home {
  MemoryStore store;
  Context context;

  // A scope without any row: what household.start finds.
  Home() {
    context.person = number_id(1);
    context.scope = number_id(200);
    context.mutation_id = number_id(201);
    context.meant_at = context.now = Instant{1'700'000'000'000};
  }

  // A scope in which the acting person is a member.
  explicit Home(Role role) : Home() { add_member(1, "Ana", role); }

  void add_member(std::uint8_t number, std::string name, Role role) {
    Member member;
    member.id = number_id(number);
    member.name = std::move(name);
    member.role = role;
    store.put(member);
  }

  // "code:field" of a refusal, empty when it was applied; a refusal leaves no trace.
  [[nodiscard]] std::string apply(const Result<Command>& command) {
    if (!command) return words_of(command.error());
    Overlay attempt(store);
    const Status status = run_command(attempt, context, *command);
    if (status) attempt.apply_to(store);
    return words_of(status);
  }

  template <class Arguments>
  [[nodiscard]] std::string run(const Arguments& arguments) {
    return apply(make_command(arguments));
  }

  [[nodiscard]] std::string run(std::string_view name, std::string_view json) {
    const CommandInfo* info = find_command(name, 1);
    return info == nullptr ? "unknown_command:" : apply(decode_command(*info, json));
  }

  // Runs a command that must change something, then its inverse: true when every row is as before.
  template <class Arguments>
  [[nodiscard]] bool undo_restores(const Arguments& arguments) {
    const std::string before = rows();
    const Result<Command> command = make_command(arguments);
    if (!command || command->info->inverse == nullptr) return false;
    const auto undo = command->info->inverse(store, context, command->arguments.get());
    return undo && apply(command).empty() && rows() != before && apply(*undo).empty() &&
           rows() == before;
  }

  // Every row's bytes, in order.
  [[nodiscard]] std::string rows() const {
    std::string bytes;
    for (const EntityInfo& entity : all_entities()) {
      store.each_row(entity, [&](const Id&, const RowPointer& row) {
        bytes += encode_row(entity, row.get()) + "\n";
      });
    }
    return bytes;
  }
};

}  // namespace rr
