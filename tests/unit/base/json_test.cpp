#include <doctest/doctest.h>

#include "shared/base/json_reader.h"
#include "shared/base/json_writer.h"

namespace rr {
namespace {

bool is_accepted(std::string_view text) {
  JsonReader reader(text);
  return reader.skip_value() && reader.finish();
}

}  // namespace

TEST_CASE("well-formed JSON is read to its end") {
  CHECK(is_accepted(R"({"a":[1,-2,true,null,"x"],"b":{}})"));
  CHECK(is_accepted(" [ ] "));
  CHECK(is_accepted("\"\\u65e5\\ud83d\\ude00\""));
}

TEST_CASE("malformed JSON is refused") {
  for (const char* text :
       {"", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "01", "1.5", "1e3", "tru", "\"\\x\"",
        "\"\\ud800\"", "\"\\u0000\"", "\"\n\"", "[1] x", "{1:2}", "-", "\"abc", "nul", "[1 2]"}) {
    CAPTURE(text);
    CHECK_FALSE(is_accepted(text));
  }
  CHECK_FALSE(is_accepted("\"\xFF\""));
}

TEST_CASE("nesting stops at 32") {
  CHECK(is_accepted(std::string(32, '[') + std::string(32, ']')));
  CHECK_FALSE(is_accepted(std::string(33, '[') + std::string(33, ']')));
  CHECK_FALSE(is_accepted(std::string(1000, '[')));
}

TEST_CASE("integers keep all 64 bits and refuse more") {
  std::int64_t value = 0;
  CHECK(JsonReader("-9223372036854775808").read_integer(value));
  CHECK(value == INT64_MIN);
  CHECK_FALSE(JsonReader("9223372036854775808").read_integer(value));
}

TEST_CASE("what is written is read back unchanged") {
  JsonWriter writer;
  writer.begin_object().key("text").text("a\"\\\n\x01日").key("list").begin_array();
  writer.integer(-7).boolean(true).null().end_array().end_object();
  CHECK(writer.bytes() == "{\"text\":\"a\\\"\\\\\\n\\u0001日\",\"list\":[-7,true,null]}");
  JsonReader reader(writer.bytes());
  std::string key;
  std::string text;
  REQUIRE(reader.begin_object());
  REQUIRE(reader.next_key(key));
  REQUIRE(reader.read_string(text));
  CHECK(text == "a\"\\\n\x01日");
}

}  // namespace rr
