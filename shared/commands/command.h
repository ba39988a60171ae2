// Commands: the only way data changes, on both sides.
//
// A command is a name, a version, typed arguments and a function that applies them to a
// transaction. The client applies it at once to its overlay; the server applies the same function
// to the truth. Arguments are plain structs described like entities (domain/field.h). A command
// states intent and its precondition, never "toggle".
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/domain/description.h"
#include "shared/store/transaction.h"

namespace rr {

class TimeZones;

// free: shown as done at once. guarded: shown as requested until the server agrees.
// online_only: needs the server's answer before anything is shown.
enum class CommandClass : std::uint8_t { free, guarded, online_only };

// member: of the household, with at least the command's role. founder: nobody is a member yet.
enum class Standing : std::uint8_t { member, founder };

enum class ActorKind : std::uint8_t { person, system };

// Who acts, when it was meant, and where. No clock and no randomness is read by a command: derived
// ids come from `mutation_id`, seeds from the household row.
struct Context {
  ActorKind actor = ActorKind::person;
  Id person;         // nil for the system
  Id scope;          // household id or person id
  Id mutation_id;    // unique per command issued
  Instant meant_at;  // clamped to [last server time the client saw, server now]
  Instant now;       // server: its clock; client: its best guess of it
  Id fresh_seed;     // the next run's seed, made by whoever decides; nil while nobody decided
  const TimeZones* time_zones = nullptr;  // outlives the call; null until loaded
};

// Arguments whose fields may be left out ("keep its value") derive from this; `given` says which
// were sent, one bit per field in list order.
struct PartialArguments {
  FieldMask given = 0;
};

struct Command;

struct CommandInfo {
  std::string_view name;  // "chore.edit"
  std::uint16_t version = 1;
  CommandClass command_class = CommandClass::free;
  ScopeKind scope = ScopeKind::household;
  // Least role that may issue it; ignored for founders, in a person scope and for the system.
  Role role = Role::member;
  Standing standing = Standing::member;
  ActorKind issuer = ActorKind::person;  // system: refused from people
  FieldList fields;
  FieldMask optional_fields = 0;  // may be left out; only with PartialArguments
  std::shared_ptr<void> (*make)() = nullptr;
  FieldMask* (*given)(void* arguments) = nullptr;  // null unless PartialArguments
  Status (*apply)(Transaction& transaction, const Context& context,
                  const void* arguments) = nullptr;
  // The command that undoes this one, judged on the rows before it; nullopt when nothing would.
  // Null when the command cannot be undone.
  std::optional<Command> (*inverse)(const Reader& before, const Context& context,
                                    const void* arguments) = nullptr;
};

struct Command {
  const CommandInfo* info = nullptr;
  std::shared_ptr<const void> arguments;
};

// nullptr when no such command or version is understood.
[[nodiscard]] const CommandInfo* find_command(std::string_view name, std::uint16_t version);
[[nodiscard]] std::span<const CommandInfo* const> all_commands();

// Canonical bytes of the arguments (only what was given), as a program of `schema` sends them.
[[nodiscard]] std::string encode_arguments(const Command& command,
                                           std::uint16_t schema = kSchemaCurrent);
// Codes: those of field_codec.h. `schema` is the sender's: newer required fields may be missing.
[[nodiscard]] Result<Command> decode_command(const CommandInfo& info, std::string_view arguments,
                                             std::uint16_t schema = kSchemaCurrent);

// Trims texts and judges bounds, as decoding does: for commands made in the program itself.
template <class Arguments>
[[nodiscard]] Result<Command> make_command(const Arguments& arguments);

// Judges who may, then applies. On refusal the transaction may hold partial writes: the caller
// throws it away. Codes of its own: not_a_member, not_allowed, wrong_scope, not_for_people.
[[nodiscard]] Status run_command(Transaction& transaction, const Context& context,
                                 const Command& command);

// The description of a command's argument struct, specialised where the command is defined.
template <class Arguments>
[[nodiscard]] const CommandInfo& describe_command();

[[nodiscard]] Result<Command> check_command(const CommandInfo& info,
                                            std::shared_ptr<void> arguments);

template <class Arguments>
Result<Command> make_command(const Arguments& arguments) {
  return check_command(describe_command<Arguments>(), std::make_shared<Arguments>(arguments));
}

}  // namespace rr
