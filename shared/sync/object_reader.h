// Strict reading of the protocol's JSON objects: each member is listed once with how it is read.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "shared/base/hash.h"
#include "shared/base/id.h"
#include "shared/base/json_reader.h"
#include "shared/base/time.h"

namespace rr::sync {

enum class Presence : std::uint8_t { required, optional };

struct JsonMember {
  std::string_view name;
  std::function<Status(JsonReader& reader)> read;
  Presence presence = Presence::required;
};

// Codes: malformed_json, unknown_field, repeated_field, missing, and those of the members.
[[nodiscard]] Status read_object(JsonReader& reader, std::initializer_list<JsonMember> members);

// Codes: wrong_type, too_many (over `limit` elements), and those of `element`.
[[nodiscard]] Status read_list(JsonReader& reader, std::string_view name, std::size_t limit,
                               const std::function<Status(JsonReader& reader)>& element);

// Members that fill a variable; all refuse another type with wrong_type and their name.
[[nodiscard]] JsonMember number_member(std::string_view name, std::int64_t& out,
                                       std::int64_t minimum, std::int64_t maximum);
[[nodiscard]] JsonMember number_member(std::string_view name, std::uint16_t& out);
[[nodiscard]] JsonMember instant_member(std::string_view name, Instant& out);
[[nodiscard]] JsonMember text_member(std::string_view name, std::string& out, std::size_t limit);
[[nodiscard]] JsonMember flag_member(std::string_view name, bool& out);
[[nodiscard]] JsonMember id_member(std::string_view name, Id& out);
// null means nil.
[[nodiscard]] JsonMember nullable_id_member(std::string_view name, Id& out);
[[nodiscard]] JsonMember hash_member(std::string_view name, Hash128& out);
// The value's own bytes, whatever it is.
[[nodiscard]] JsonMember raw_member(std::string_view name, std::string& out, std::size_t limit);

[[nodiscard]] Status read_id(JsonReader& reader, std::string_view name, Id& out);
// Only white space may follow. Code: malformed_json.
[[nodiscard]] Status finish_reading(JsonReader& reader);

inline constexpr std::int64_t kLargestNumber =
    9'007'199'254'740'991;  // what JavaScript keeps exact

}  // namespace rr::sync
