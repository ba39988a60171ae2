// A strict pull parser for JSON (RFC 8259) that allocates nothing but the strings it hands out.
//
// Rows, commands and sync messages are read with it in both targets; it exists because the general
// library costs 24 KB in the browser and four times the time. Strict means: UTF-8 only, no NUL in
// strings, no duplicate check (the caller's field list does that), numbers that are 64-bit integers
// without fraction or exponent, nesting of at most 32. The first fault stops it: every call after
// it answers false, and `error()` says what was wrong, where (a byte offset) and in the value of
// which key.
//
// Use: if (reader.begin_object()) while (reader.next_key(key)) { read or skip one value }
//      and at the end `reader.finish()`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace rr {

enum class JsonKind : std::uint8_t { object, array, string, number, boolean, null, none };

class JsonReader {
 public:
  static constexpr int kMaximumDepth = 32;

  explicit JsonReader(std::string_view text) : text_(text) {}

  // What the next value is; `none` at a fault or where no value can stand.
  [[nodiscard]] JsonKind peek();

  [[nodiscard]] bool begin_object();
  // False at the closing brace (which is consumed) or at a fault.
  [[nodiscard]] bool next_key(std::string& key);
  [[nodiscard]] bool begin_array();
  // True when another element follows; false at the closing bracket (consumed) or at a fault.
  [[nodiscard]] bool next_element();

  [[nodiscard]] bool read_string(std::string& out);
  [[nodiscard]] bool read_integer(std::int64_t& out);
  [[nodiscard]] bool read_boolean(bool& out);
  [[nodiscard]] bool read_null();
  [[nodiscard]] bool skip_value();
  // The exact bytes of the next value, checked for well-formedness.
  [[nodiscard]] bool read_raw(std::string_view& out);

  // True when everything was read and only white space is left.
  [[nodiscard]] bool finish();
  [[nodiscard]] bool failed() const { return !fault_.empty(); }
  [[nodiscard]] Error error() const;

 private:
  bool fail(const char* what);
  void skip_space();
  bool take(char expected);
  bool take_word(std::string_view word);
  bool enter(char bracket);
  bool read_escape(std::string& out);
  bool read_hex4(char32_t& out);
  bool skip_number();
  bool skip_container();

  std::string_view text_;
  std::size_t place_ = 0;
  std::uint64_t is_first_ = 0;  // bit per depth: no element read yet
  int depth_ = 0;
  std::string_view key_;  // as it was sent, of the value being read; empty between values
  std::string fault_;
  std::string fault_field_;
};

}  // namespace rr
