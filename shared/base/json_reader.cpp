#include "shared/base/json_reader.h"

#include <charconv>

#include "shared/base/text.h"

namespace rr {

bool JsonReader::fail(const char* what) {
  if (!fault_.empty()) return false;
  fault_ = std::string(what) + " at byte " + std::to_string(place_);
  fault_field_ = key_;
  return false;
}

Error JsonReader::error() const { return refuse("malformed_json", fault_, fault_field_); }

void JsonReader::skip_space() {
  while (place_ < text_.size()) {
    const char c = text_[place_];
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') return;
    ++place_;
  }
}

bool JsonReader::take(char expected) {
  skip_space();
  if (failed()) return false;
  if (place_ >= text_.size() || text_[place_] != expected) return false;
  ++place_;
  return true;
}

bool JsonReader::take_word(std::string_view word) {
  skip_space();
  if (failed() || text_.substr(place_, word.size()) != word) return false;
  place_ += word.size();
  return true;
}

JsonKind JsonReader::peek() {
  skip_space();
  if (failed() || place_ >= text_.size()) return JsonKind::none;
  switch (text_[place_]) {
    case '{': return JsonKind::object;
    case '[': return JsonKind::array;
    case '"': return JsonKind::string;
    case 't':
    case 'f': return JsonKind::boolean;
    case 'n': return JsonKind::null;
    default: break;
  }
  const char c = text_[place_];
  return c == '-' || (c >= '0' && c <= '9') ? JsonKind::number : JsonKind::none;
}

bool JsonReader::enter(char bracket) {
  if (!take(bracket)) return fail(bracket == '{' ? "expected an object" : "expected a list");
  if (depth_ == kMaximumDepth) return fail("nested too deeply");
  ++depth_;
  is_first_ |= std::uint64_t{1} << depth_;
  return true;
}

bool JsonReader::begin_object() { return enter('{'); }
bool JsonReader::begin_array() { return enter('['); }

bool JsonReader::next_key(std::string& key) {
  if (failed()) return false;
  key_ = {};  // what follows is no value of the last key any more
  if (take('}')) {
    --depth_;
    return false;
  }
  const std::uint64_t bit = std::uint64_t{1} << depth_;
  if ((is_first_ & bit) == 0 && !take(',')) return fail("expected a comma");
  is_first_ &= ~bit;
  skip_space();
  const std::size_t start = place_;
  if (!read_string(key)) return false;
  if (!take(':')) return fail("expected a colon");
  const std::string_view quoted = text_.substr(start, place_ - start);
  key_ = quoted.substr(1, quoted.rfind('"') - 1);
  return true;
}

bool JsonReader::next_element() {
  if (failed()) return false;
  if (take(']')) {
    --depth_;
    return false;
  }
  const std::uint64_t bit = std::uint64_t{1} << depth_;
  if ((is_first_ & bit) == 0 && !take(',')) return fail("expected a comma");
  is_first_ &= ~bit;
  if (peek() == JsonKind::none) return fail("expected a value");
  return true;
}

bool JsonReader::read_hex4(char32_t& out) {
  out = 0;
  for (int i = 0; i < 4; ++i, ++place_) {
    if (place_ >= text_.size()) return fail("unfinished escape");
    const char c = text_[place_];
    char32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<char32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<char32_t>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<char32_t>(c - 'A') + 10;
    } else {
      return fail("bad escape");
    }
    out = out * 16 + digit;
  }
  return true;
}

bool JsonReader::read_escape(std::string& out) {
  if (place_ >= text_.size()) return fail("unfinished escape");
  const char c = text_[place_++];
  switch (c) {
    case '"':
    case '\\':
    case '/': out.push_back(c); return true;
    case 'b': out.push_back('\b'); return true;
    case 'f': out.push_back('\f'); return true;
    case 'n': out.push_back('\n'); return true;
    case 'r': out.push_back('\r'); return true;
    case 't': out.push_back('\t'); return true;
    case 'u': break;
    default: return fail("bad escape");
  }
  char32_t unit = 0;
  if (!read_hex4(unit)) return false;
  if (unit >= 0xDC00 && unit <= 0xDFFF) return fail("lone surrogate");
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    char32_t low = 0;
    if (text_.substr(place_, 2) != "\\u") return fail("lone surrogate");
    place_ += 2;
    if (!read_hex4(low)) return false;
    if (low < 0xDC00 || low > 0xDFFF) return fail("lone surrogate");
    unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
  }
  if (unit == 0) return fail("NUL in text");
  append_utf8(out, unit);
  return true;
}

bool JsonReader::read_string(std::string& out) {
  out.clear();
  if (!take('"')) return fail("expected a text");
  std::size_t run = place_;
  while (place_ < text_.size()) {
    const char c = text_[place_];
    if (c == '"' || c == '\\') {
      const std::string_view plain = text_.substr(run, place_ - run);
      if (!is_clean_utf8(plain)) return fail("text is not UTF-8");
      out.append(plain);
      ++place_;
      if (c == '"') return true;
      if (!read_escape(out)) return false;
      run = place_;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x20) return fail("control character in text");
    ++place_;
  }
  return fail("unfinished text");
}

bool JsonReader::skip_number() {
  std::size_t end = place_;
  if (end < text_.size() && text_[end] == '-') ++end;
  const std::size_t digits = end;
  while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
  if (end == digits) return fail("expected a number");
  if (text_[digits] == '0' && end - digits > 1) return fail("number with a leading zero");
  const bool has_more =
      end < text_.size() && (text_[end] == '.' || text_[end] == 'e' || text_[end] == 'E');
  if (has_more) return fail("number is not an integer");
  place_ = end;
  return true;
}

bool JsonReader::read_integer(std::int64_t& out) {
  if (peek() != JsonKind::number) return fail("expected a number");
  const std::size_t start = place_;
  if (!skip_number()) return false;
  const char* first = text_.data() + start;
  const auto [end, code] = std::from_chars(first, text_.data() + place_, out);
  if (code != std::errc{} || end != text_.data() + place_) return fail("number out of range");
  return true;
}

bool JsonReader::read_boolean(bool& out) {
  out = take_word("true");
  if (out || take_word("false")) return true;
  return fail("expected true or false");
}

bool JsonReader::read_null() { return take_word("null") || fail("expected null"); }

bool JsonReader::skip_container() {
  std::string key;
  if (peek() == JsonKind::object) {
    if (!begin_object()) return false;
    while (next_key(key)) {
      if (!skip_value()) return false;
    }
    return !failed();
  }
  if (!begin_array()) return false;
  while (next_element()) {
    if (!skip_value()) return false;
  }
  return !failed();
}

bool JsonReader::skip_value() {
  std::string text;
  bool flag = false;
  switch (peek()) {
    case JsonKind::object:
    case JsonKind::array: return skip_container();
    case JsonKind::string: return read_string(text);
    case JsonKind::number: return skip_number();
    case JsonKind::boolean: return read_boolean(flag);
    case JsonKind::null: return read_null();
    case JsonKind::none: break;
  }
  return fail("expected a value");
}

bool JsonReader::read_raw(std::string_view& out) {
  skip_space();
  const std::size_t start = place_;
  if (!skip_value()) return false;
  out = text_.substr(start, place_ - start);
  return true;
}

bool JsonReader::finish() {
  skip_space();
  if (failed()) return false;
  if (depth_ != 0) return fail("unfinished value");
  return place_ == text_.size() || fail("text after the end");
}

}  // namespace rr
