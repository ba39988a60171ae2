#include "shared/sync/object_reader.h"

#include "shared/base/text.h"

namespace rr::sync {
namespace {

Error wrong_type(std::string_view name, const char* expected) {
  return refuse("wrong_type", std::string(name) + " must be " + expected + ".", std::string(name));
}

Error out_of_range(std::string_view name) {
  return refuse("out_of_range", std::string(name) + " is out of range.", std::string(name));
}

Error too_long(std::string_view name) {
  return refuse("too_long", std::string(name) + " is too long.", std::string(name));
}

const JsonMember* find_member(std::initializer_list<JsonMember> members, std::string_view name,
                              std::size_t& place) {
  place = 0;
  for (const JsonMember& each : members) {
    if (each.name == name) return &each;
    ++place;
  }
  return nullptr;
}

}  // namespace

Status read_object(JsonReader& reader, std::initializer_list<JsonMember> members) {
  std::uint64_t seen = 0;
  std::string key;
  if (!reader.begin_object()) return reader.error();
  while (reader.next_key(key)) {
    std::size_t place = 0;
    const JsonMember* member = find_member(members, key, place);
    if (member == nullptr) return refuse("unknown_field", "Unknown field: " + key, key);
    if (((seen >> place) & 1) != 0) return refuse("repeated_field", "Repeated field: " + key, key);
    seen |= std::uint64_t{1} << place;
    if (Status status = member->read(reader); !status) return status;
  }
  if (reader.failed()) return reader.error();
  std::size_t place = 0;
  for (const JsonMember& each : members) {
    const bool is_missing = ((seen >> place++) & 1) == 0;
    if (!is_missing || each.presence == Presence::optional) continue;
    const std::string name(each.name);
    return refuse("missing", name + " is required.", name);
  }
  return success();
}

Status read_list(JsonReader& reader, std::string_view name, std::size_t limit,
                 const std::function<Status(JsonReader& reader)>& element) {
  if (reader.peek() != JsonKind::array) return wrong_type(name, "a list");
  if (!reader.begin_array()) return reader.error();
  std::size_t count = 0;
  while (reader.next_element()) {
    if (++count > limit) {
      return refuse("too_many",
                    std::string(name) + " may have at most " + std::to_string(limit) + " entries.",
                    std::string(name));
    }
    if (Status status = element(reader); !status) return status;
  }
  return reader.failed() ? Status(reader.error()) : success();
}

JsonMember number_member(std::string_view name, std::int64_t& out, std::int64_t minimum,
                         std::int64_t maximum) {
  return {name, [name, &out, minimum, maximum](JsonReader& reader) -> Status {
            std::int64_t value = 0;
            if (reader.peek() != JsonKind::number || !reader.read_integer(value)) {
              return wrong_type(name, "a whole number");
            }
            if (value < minimum || value > maximum) return out_of_range(name);
            out = value;
            return success();
          }};
}

JsonMember number_member(std::string_view name, std::uint16_t& out) {
  return {name, [name, &out](JsonReader& reader) -> Status {
            std::int64_t value = 0;
            if (Status status = number_member(name, value, 0, 65535).read(reader); !status) {
              return status;
            }
            out = static_cast<std::uint16_t>(value);
            return success();
          }};
}

JsonMember instant_member(std::string_view name, Instant& out) {
  return number_member(name, out.unix_ms, 0, kLargestNumber);
}

JsonMember text_member(std::string_view name, std::string& out, std::size_t limit) {
  return {name, [name, &out, limit](JsonReader& reader) -> Status {
            if (reader.peek() != JsonKind::string) return wrong_type(name, "a text");
            if (!reader.read_string(out)) return reader.error();
            return out.size() > limit ? Status(too_long(name)) : success();
          }};
}

JsonMember flag_member(std::string_view name, bool& out) {
  return {name, [name, &out](JsonReader& reader) -> Status {
            if (reader.peek() != JsonKind::boolean) return wrong_type(name, "true or false");
            return reader.read_boolean(out) ? success() : Status(reader.error());
          }};
}

Status read_id(JsonReader& reader, std::string_view name, Id& out) {
  std::string text;
  if (reader.peek() != JsonKind::string) return wrong_type(name, "an id");
  if (!reader.read_string(text)) return reader.error();
  const auto id = parse_id(text);
  if (!id || id->is_nil()) return wrong_type(name, "an id");
  out = *id;
  return success();
}

JsonMember id_member(std::string_view name, Id& out) {
  return {name, [name, &out](JsonReader& reader) { return read_id(reader, name, out); }};
}

JsonMember nullable_id_member(std::string_view name, Id& out) {
  return {name, [name, &out](JsonReader& reader) -> Status {
            if (reader.peek() != JsonKind::null) return read_id(reader, name, out);
            return reader.read_null() ? success() : Status(reader.error());
          }};
}

JsonMember hash_member(std::string_view name, Hash128& out) {
  return {name, [name, &out](JsonReader& reader) -> Status {
            std::string text;
            if (reader.peek() != JsonKind::string) return wrong_type(name, "a checksum");
            if (!reader.read_string(text)) return reader.error();
            return parse_hash(text, out) ? success() : Status(wrong_type(name, "a checksum"));
          }};
}

JsonMember raw_member(std::string_view name, std::string& out, std::size_t limit) {
  return {name, [name, &out, limit](JsonReader& reader) -> Status {
            std::string_view bytes;
            if (!reader.read_raw(bytes)) {
              Error error = reader.error();
              if (error.field.empty()) error.field = name;
              return error;
            }
            if (bytes.size() > limit) return too_long(name);
            out = bytes;
            return success();
          }};
}

Status finish_reading(JsonReader& reader) {
  return reader.finish() ? success() : Status(reader.error());
}

}  // namespace rr::sync
