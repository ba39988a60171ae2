// SHA-256, for secrets at rest and checksums of files.
#pragma once

#include <string>
#include <string_view>

namespace rr {

// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace rr
