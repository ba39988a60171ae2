#include "server/ops/base64.h"

namespace rr {

std::string encode_base64url(std::span<const std::uint8_t> bytes) {
  constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const std::uint8_t byte : bytes) {
    bits = bits << 8 | byte;
    count += 8;
    while (count >= 6) {
      count -= 6;
      text += kLetters[bits >> count & 0x3f];
    }
  }
  if (count > 0) text += kLetters[bits << (6 - count) & 0x3f];
  return text;
}

}  // namespace rr
