#include "shared/base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace rr {

Hash128& Hash128::operator+=(const Hash128& other) {
  const std::uint64_t before = low;
  low += other.low;
  high += other.high + (low < before ? 1 : 0);
  return *this;
}

Hash128& Hash128::operator-=(const Hash128& other) {
  const std::uint64_t borrow = low < other.low ? 1 : 0;
  low -= other.low;
  high -= other.high + borrow;
  return *this;
}

std::string Hash128::to_string() const {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text(32, '0');
  for (std::size_t i = 0; i < 16; ++i) {
    text[15 - i] = kHex[(high >> (4 * i)) & 0xF];
    text[31 - i] = kHex[(low >> (4 * i)) & 0xF];
  }
  return text;
}

Hash128 hash_bytes(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return Hash128{hash.high64, hash.low64};
}

void Hasher::add(std::string_view part) {
  add(static_cast<std::uint64_t>(part.size()));
  buffer_.append(part);
}

void Hasher::add(std::span<const std::uint8_t> part) {
  add(static_cast<std::uint64_t>(part.size()));
  buffer_.append(part.begin(), part.end());
}

void Hasher::add(std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) {
    buffer_.push_back(static_cast<char>((number >> shift) & 0xFF));
  }
}

Hash128 Hasher::finish() const { return hash_bytes(buffer_); }

bool parse_hash(std::string_view text, Hash128& out) {
  if (text.size() != 32) return false;
  Hash128 hash;
  for (std::size_t i = 0; i < 32; ++i) {
    const char c = text[i];
    std::uint64_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint64_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint64_t>(c - 'a') + 10;
    } else {
      return false;
    }
    std::uint64_t& half = i < 16 ? hash.high : hash.low;
    half = (half << 4) | digit;
  }
  out = hash;
  return true;
}

}  // namespace rr
