#include "shared/sync/message_parts.h"

namespace rr::sync {
namespace {

constexpr std::size_t kSentenceBytes = 2048;

}  // namespace

void write_error(JsonWriter& writer, const Error& error) {
  writer.begin_object();
  writer.key("code").text(error.code);
  writer.key("message").text(error.message);
  writer.key("field").text(error.field);
  writer.end_object();
}

JsonMember error_member(std::string_view name, Error& out) {
  return {name,
          [&out](JsonReader& reader) {
            return read_object(reader, {text_member("code", out.code, kNameBytes),
                                        text_member("message", out.message, kSentenceBytes),
                                        text_member("field", out.field, kSentenceBytes)});
          },
          Presence::optional};
}

void write_nullable(JsonWriter& writer, const Id& id) {
  if (id.is_nil()) {
    writer.null();
  } else {
    writer.id(id);
  }
}

JsonMember ids_member(std::string_view name, std::vector<Id>& out, std::size_t limit) {
  return {name, [name, &out, limit](JsonReader& reader) {
            return read_list(reader, name, limit, [&](JsonReader& inner) {
              return read_id(inner, name, out.emplace_back());
            });
          }};
}

void write_ids(JsonWriter& writer, const std::vector<Id>& ids) {
  writer.begin_array();
  for (const Id& id : ids) writer.id(id);
  writer.end_array();
}

Hash128 row_hash(std::string_view entity, std::string_view bytes) {
  Hasher hasher;
  hasher.add(entity);
  hasher.add(bytes);
  return hasher.finish();
}

}  // namespace rr::sync
