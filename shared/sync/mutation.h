// One change as it waits in a client's queue and travels to the server: a command with its
// arguments, when it was meant, and the id by which it is known for ever.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/hash.h"
#include "shared/base/json_reader.h"
#include "shared/base/json_writer.h"
#include "shared/commands/command.h"

namespace rr::sync {

struct Mutation {
  Id id;
  std::string command;                    // name, "chore.edit"
  std::uint16_t version = 1;              // of the command
  std::uint16_t schema = kSchemaCurrent;  // of whoever issued it
  Instant meant_at;                       // by the client's best guess of the server's clock
  Instant seen_at;        // the last server time the client had seen; meant_at is clamped to it
  std::string arguments;  // canonical JSON, at most kArgumentBytes

  friend bool operator==(const Mutation&, const Mutation&) = default;
};

// Numbers count from 1 without gaps, per scope and client id.
struct NumberedMutation {
  std::int64_t number = 0;
  Mutation mutation;

  friend bool operator==(const NumberedMutation&, const NumberedMutation&) = default;
};

// As a program of `schema` writes it.
[[nodiscard]] Mutation make_mutation(const Command& command, const Id& id, Instant meant_at,
                                     Instant seen_at, std::uint16_t schema = kSchemaCurrent);

void write_mutation(JsonWriter& writer, const Mutation& mutation);
// Shape only: command and arguments are judged by decode_mutation. Codes: those of field_codec.h,
// too_long.
[[nodiscard]] Result<Mutation> read_mutation(JsonReader& reader);

[[nodiscard]] std::string encode_mutation(const Mutation& mutation);
[[nodiscard]] Result<Mutation> decode_mutation(std::string_view bytes);

// The command it carries. Codes: unknown_command, and those of decode_command.
[[nodiscard]] Result<Command> command_of(const Mutation& mutation);

// Equal for the same change only: tells a repetition from a copied profile.
[[nodiscard]] Hash128 content_hash(const Mutation& mutation);

}  // namespace rr::sync
