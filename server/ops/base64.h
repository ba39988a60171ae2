// URL-safe base64 without padding (RFC 4648 section 5).
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace rr {

[[nodiscard]] std::string encode_base64url(std::span<const std::uint8_t> bytes);

}  // namespace rr
