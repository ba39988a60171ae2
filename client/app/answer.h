// Reads the members a program needs out of a JSON answer; the others are passed over, so that an
// older page understands a newer server.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "shared/base/id.h"
#include "shared/base/json_reader.h"
#include "shared/base/time.h"

namespace rr::app {

struct AnswerMember {
  std::string_view name;
  std::function<bool(JsonReader& reader)> read;
};

// False when `reader` does not stand at a well-formed object.
bool read_answer(JsonReader& reader, std::initializer_list<AnswerMember> members);
bool read_answer(std::string_view body, std::initializer_list<AnswerMember> members);

// Members that fill a variable; null and other types leave it as it was.
[[nodiscard]] AnswerMember into(std::string_view name, std::string& out);
[[nodiscard]] AnswerMember into(std::string_view name, std::int64_t& out);
[[nodiscard]] AnswerMember into(std::string_view name, bool& out);
[[nodiscard]] AnswerMember into(std::string_view name, Id& out);
[[nodiscard]] AnswerMember into(std::string_view name, Instant& out);
[[nodiscard]] AnswerMember each(std::string_view name,
                                std::function<bool(JsonReader& reader)> element);

// The refusal in a failed answer; `unreachable` when there was none.
[[nodiscard]] Error read_error(int status, std::string_view body);

}  // namespace rr::app
