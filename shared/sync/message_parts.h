// Pieces that several messages share. Included by the codecs only.
#pragma once

#include <array>

#include "shared/sync/messages.h"
#include "shared/sync/object_reader.h"

namespace rr::sync {

inline constexpr std::size_t kNameBytes = 64;
inline constexpr std::size_t kRowBytes = 256 * 1024;

inline constexpr std::array<std::string_view, 3> kOutcomeStatus{"applied", "refused", "expired"};

template <class Enum, std::size_t Count>
JsonMember choice_member(std::string_view name, const std::array<std::string_view, Count>& words,
                         Enum& out) {
  return {name, [name, &words, &out](JsonReader& reader) -> Status {
            std::string text;
            if (Status status = text_member(name, text, kNameBytes).read(reader); !status) {
              return status;
            }
            for (std::size_t i = 0; i < Count; ++i) {
              if (words[i] != text) continue;
              out = static_cast<Enum>(i);
              return success();
            }
            return refuse("not_a_choice", std::string(name) + " has an unknown value.",
                          std::string(name));
          }};
}

// A list of objects, read by `read_element` into new elements of `out`.
template <class T>
JsonMember list_member(std::string_view name, std::vector<T>& out, std::size_t limit,
                       Status (*read_element)(JsonReader&, T&)) {
  return {name, [name, &out, limit, read_element](JsonReader& reader) {
            return read_list(reader, name, limit, [&](JsonReader& inner) {
              return read_element(inner, out.emplace_back());
            });
          }};
}

// Reads one message that is the whole text.
template <class T>
Result<T> read_whole(std::string_view bytes, Status (*read)(JsonReader&, T&)) {
  JsonReader reader(bytes);
  T message;
  if (Status status = read(reader, message); !status) return status.error();
  if (Status status = finish_reading(reader); !status) return status.error();
  return message;
}

[[nodiscard]] JsonMember error_member(std::string_view name, Error& out);
[[nodiscard]] JsonMember ids_member(std::string_view name, std::vector<Id>& out, std::size_t limit);
void write_error(JsonWriter& writer, const Error& error);
void write_nullable(JsonWriter& writer, const Id& id);
void write_ids(JsonWriter& writer, const std::vector<Id>& ids);

}  // namespace rr::sync
