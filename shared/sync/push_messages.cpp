#include "shared/sync/message_parts.h"

namespace rr::sync {
namespace {

Status read_numbered(JsonReader& reader, NumberedMutation& out) {
  return read_object(reader, {number_member("number", out.number, 1, kLargestNumber),
                              {"mutation", [&out](JsonReader& inner) -> Status {
                                 Result<Mutation> mutation = read_mutation(inner);
                                 if (!mutation) return mutation.error();
                                 out.mutation = std::move(*mutation);
                                 return success();
                               }}});
}

Status read_outcome(JsonReader& reader, Outcome& out) {
  return read_object(
      reader,
      {number_member("number", out.number, 1, kLargestNumber), id_member("id", out.id),
       choice_member("status", kOutcomeStatus, out.status), error_member("error", out.error)});
}

void write_outcome(JsonWriter& writer, const Outcome& outcome) {
  writer.begin_object();
  writer.key("number").integer(outcome.number);
  writer.key("id").id(outcome.id);
  writer.key("status").text(kOutcomeStatus[static_cast<std::size_t>(outcome.status)]);
  if (outcome.status != OutcomeStatus::applied) {
    writer.key("error");
    write_error(writer, outcome.error);
  }
  writer.end_object();
}

}  // namespace

std::string encode(const PushRequest& message) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("schema").integer(message.schema);
  writer.key("scope").id(message.scope);
  writer.key("client").id(message.client);
  writer.key("epoch");
  write_nullable(writer, message.epoch);
  writer.key("acknowledged").integer(message.acknowledged);
  writer.key("mutations").begin_array();
  for (const NumberedMutation& each : message.mutations) {
    writer.begin_object();
    writer.key("number").integer(each.number);
    writer.key("mutation");
    write_mutation(writer, each.mutation);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return std::move(writer).bytes();
}

template <>
Result<PushRequest> decode<PushRequest>(std::string_view bytes) {
  return read_whole<PushRequest>(bytes, [](JsonReader& reader, PushRequest& out) {
    return read_object(reader,
                       {number_member("schema", out.schema), id_member("scope", out.scope),
                        id_member("client", out.client), nullable_id_member("epoch", out.epoch),
                        number_member("acknowledged", out.acknowledged, 0, kLargestNumber),
                        list_member("mutations", out.mutations, kMutationsPerPush, read_numbered)});
  });
}

std::string encode(const PushAnswer& message) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("epoch").id(message.epoch);
  writer.key("version").integer(message.version);
  writer.key("last_number").integer(message.last_number);
  writer.key("server_time").integer(message.server_time.unix_ms);
  writer.key("outcomes").begin_array();
  for (const Outcome& each : message.outcomes) write_outcome(writer, each);
  writer.end_array();
  writer.end_object();
  return std::move(writer).bytes();
}

template <>
Result<PushAnswer> decode<PushAnswer>(std::string_view bytes) {
  return read_whole<PushAnswer>(bytes, [](JsonReader& reader, PushAnswer& out) {
    return read_object(
        reader,
        {id_member("epoch", out.epoch), number_member("version", out.version, 0, kLargestNumber),
         number_member("last_number", out.last_number, 0, kLargestNumber),
         instant_member("server_time", out.server_time),
         list_member("outcomes", out.outcomes, kMutationsPerPush, read_outcome)});
  });
}

}  // namespace rr::sync
