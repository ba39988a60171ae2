// Writes canonical JSON: no white space, members in the order given, the shortest escapes.
// The same values give the same bytes on every platform, so the bytes can be hashed and compared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/id.h"

namespace rr {

class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& id(const Id& value);
  // `bytes` is one well-formed JSON value.
  JsonWriter& raw(std::string_view bytes);

  [[nodiscard]] const std::string& bytes() const& { return out_; }
  [[nodiscard]] std::string bytes() && { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace rr
