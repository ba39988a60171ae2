#include "shared/sync/mutation.h"

#include "shared/sync/limits.h"
#include "shared/sync/object_reader.h"

namespace rr::sync {
namespace {

constexpr std::size_t kNameBytes = 64;

}  // namespace

Mutation make_mutation(const Command& command, const Id& id, Instant meant_at, Instant seen_at,
                       std::uint16_t schema) {
  Mutation mutation;
  mutation.id = id;
  mutation.command = command.info->name;
  mutation.version = command.info->version;
  mutation.schema = schema;
  mutation.meant_at = meant_at;
  mutation.seen_at = seen_at;
  mutation.arguments = encode_arguments(command, schema);
  return mutation;
}

void write_mutation(JsonWriter& writer, const Mutation& mutation) {
  writer.begin_object();
  writer.key("id").id(mutation.id);
  writer.key("command").text(mutation.command);
  writer.key("version").integer(mutation.version);
  writer.key("schema").integer(mutation.schema);
  writer.key("meant_at").integer(mutation.meant_at.unix_ms);
  writer.key("seen_at").integer(mutation.seen_at.unix_ms);
  writer.key("arguments").raw(mutation.arguments);
  writer.end_object();
}

Result<Mutation> read_mutation(JsonReader& reader) {
  Mutation mutation;
  const Status status = read_object(
      reader,
      {id_member("id", mutation.id), text_member("command", mutation.command, kNameBytes),
       number_member("version", mutation.version), number_member("schema", mutation.schema),
       instant_member("meant_at", mutation.meant_at), instant_member("seen_at", mutation.seen_at),
       raw_member("arguments", mutation.arguments, kArgumentBytes)});
  if (!status) return status.error();
  return mutation;
}

std::string encode_mutation(const Mutation& mutation) {
  JsonWriter writer;
  write_mutation(writer, mutation);
  return std::move(writer).bytes();
}

Result<Mutation> decode_mutation(std::string_view bytes) {
  JsonReader reader(bytes);
  Result<Mutation> mutation = read_mutation(reader);
  if (!mutation) return mutation;
  if (Status status = finish_reading(reader); !status) return status.error();
  return mutation;
}

Result<Command> command_of(const Mutation& mutation) {
  const CommandInfo* info = find_command(mutation.command, mutation.version);
  if (info == nullptr) {
    return refuse("unknown_command",
                  "This program does not know the change \"" + mutation.command + "\".", "command");
  }
  return decode_command(*info, mutation.arguments, mutation.schema);
}

Hash128 content_hash(const Mutation& mutation) { return hash_bytes(encode_mutation(mutation)); }

}  // namespace rr::sync
