#include "shared/sync/tab_messages.h"

#include "shared/sync/message_parts.h"

namespace rr::sync {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"queued", "changed", "ping", "pong"};

JsonMember optional(JsonMember member) {
  member.presence = Presence::optional;
  return member;
}

// A queued change is nothing without any of these.
bool is_whole(const TabMessage& message) {
  if (message.kind != TabMessageKind::queued) return true;
  return !message.scope.is_nil() && !message.client.is_nil() && message.queued.number > 0 &&
         !message.queued.mutation.id.is_nil();
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
    Status status = read_object(
        reader, {choice_member("kind", kKinds, out.kind), optional(id_member("scope", out.scope)),
                 optional(id_member("client", out.client)),
                 optional(number_member("number", out.queued.number, 1, kLargestNumber)),
                 optional(JsonMember{"mutation", read}),
                 optional(flag_member("is_server_reached", out.is_server_reached)),
                 optional(hash_member("state", out.state))});
    if (status && !is_whole(out)) {
      return Status(refuse("missing", "A queued change is not told whole.", "mutation"));
    }
    return status;
  });
}

}  // namespace rr::sync
