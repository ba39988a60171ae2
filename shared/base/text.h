// Text as people type it: UTF-8, counted in Unicode code points, trimmed at both ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rr {

// True when `text` is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms) without NUL.
[[nodiscard]] bool is_clean_utf8(std::string_view text);

// Number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Without white space (Unicode White_Space property) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

// Removes the first code point of well-formed, non-empty UTF-8 from `text` and answers it.
[[nodiscard]] char32_t take_code_point(std::string_view& text);

// Appends one code point as UTF-8. `code_point` is a scalar value.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace rr
