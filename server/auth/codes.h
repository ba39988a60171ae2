// Codes that people carry from one screen to another: invitations, device and recovery codes.
//
// Letters and digits without look-alikes (Crockford's base 32), shown in groups of five. Typed
// codes are read without case, spaces and dashes, with O as 0 and I and L as 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rr {

enum class CodeStrength : std::uint8_t {
  short_lived,  // 50 bits: ten letters, for codes that live minutes and work once
  long_lived,   // 130 bits: 26 letters
};

[[nodiscard]] std::string make_code(CodeStrength strength);

// What is stored: SHA-256 of the letters as read; nullopt when it cannot be a code.
[[nodiscard]] std::optional<std::string> hash_code(std::string_view typed);

}  // namespace rr
