#include "shared/sync/tab_messages.h"

#include "shared/sync/message_parts.h"

namespace rr::sync {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"queued", "changed", "ping", "pong"};

JsonMember optional(JsonMember member) {
  member.presence = Presence::optional;
  return member;
}

}  // namespace

std::string encode(const TabMessage& message) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("kind").text(kKinds[static_cast<std::size_t>(message.kind)]);
  if (message.kind == TabMessageKind::queued) {
    writer.key("scope").id(message.scope);
    writer.key("client").id(message.client);
    writer.key("number").integer(message.queued.number);
    writer.key("mutation");
    write_mutation(writer, message.queued.mutation);
  }
  if (message.kind == TabMessageKind::pong) {
    writer.key("is_server_reached").boolean(message.is_server_reached);
    writer.key("state").text(message.state.to_string());
  }
  writer.end_object();
  return std::move(writer).bytes();
}

Result<TabMessage> decode_tab_message(std::string_view bytes) {
  return read_whole<TabMessage>(bytes, [](JsonReader& reader, TabMessage& out) {
    const auto read = [&out](JsonReader& inner) -> Status {
      Result<Mutation> mutation = read_mutation(inner);
      if (!mutation) return mutation.error();
      out.queued.mutation = std::move(*mutation);
      return success();
    };
    return read_object(
        reader, {choice_member("kind", kKinds, out.kind), optional(id_member("scope", out.scope)),
                 optional(id_member("client", out.client)),
                 optional(number_member("number", out.queued.number, 1, kLargestNumber)),
                 optional(JsonMember{"mutation", read}),
                 optional(flag_member("is_server_reached", out.is_server_reached)),
                 optional(hash_member("state", out.state))});
  });
}

}  // namespace rr::sync
