#include "client/app/answer.h"

#include "client/text/texts.h"

namespace rr::app {

bool read_answer(JsonReader& reader, std::initializer_list<AnswerMember> members) {
  std::string key;
  if (!reader.begin_object()) return false;
  while (reader.next_key(key)) {
    const AnswerMember* found = nullptr;
    for (const AnswerMember& each : members) {
      if (each.name == key) found = &each;
    }
    if (found != nullptr ? !found->read(reader) : !reader.skip_value()) return false;
  }
  return !reader.failed();
}

bool read_answer(std::string_view body, std::initializer_list<AnswerMember> members) {
  JsonReader reader(body);
  return read_answer(reader, members) && reader.finish();
}

AnswerMember into(std::string_view name, std::string& out) {
  return {name, [&out](JsonReader& reader) {
            return reader.peek() == JsonKind::string ? reader.read_string(out)
                                                     : reader.skip_value();
          }};
}

AnswerMember into(std::string_view name, std::int64_t& out) {
  return {name, [&out](JsonReader& reader) {
            return reader.peek() == JsonKind::number ? reader.read_integer(out)
                                                     : reader.skip_value();
          }};
}

AnswerMember into(std::string_view name, bool& out) {
  return {name, [&out](JsonReader& reader) {
            return reader.peek() == JsonKind::boolean ? reader.read_boolean(out)
                                                      : reader.skip_value();
          }};
}

AnswerMember into(std::string_view name, Id& out) {
  return {name, [&out](JsonReader& reader) {
            std::string text;
            if (reader.peek() != JsonKind::string) return reader.skip_value();
            if (!reader.read_string(text)) return false;
            out = parse_id(text).value_or(Id{});
            return true;
          }};
}

AnswerMember into(std::string_view name, Instant& out) { return into(name, out.unix_ms); }

AnswerMember each(std::string_view name, std::function<bool(JsonReader& reader)> element) {
  return {name, [element = std::move(element)](JsonReader& reader) {
            if (!reader.begin_array()) return false;
            while (reader.next_element()) {
              if (!element(reader)) return false;
            }
            return !reader.failed();
          }};
}

Error read_error(int status, std::string_view body) {
  Error error;
  if (status == 0) {
    return refuse("unreachable", "The server cannot be reached. Check the connection.");
  }
  read_answer(
      body, {into("code", error.code), into("message", error.message), into("field", error.field)});
  if (error.message.empty()) error.message = tr("The server could not do this. Try again soon.");
  return error;
}

}  // namespace rr::app
