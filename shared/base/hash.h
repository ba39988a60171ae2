// 128-bit content hashes: XXH3 (xxHash 0.8, https://xxhash.com), the same value on every platform.
//
// Used where equality of content matters (row checksums, content of a mutation, ids derived from an
// occurrence). Not a cryptographic hash: secrets are hashed by the server with SHA-256.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rr {

// A number mod 2^128. Sums of row hashes make a scope's checksum: order does not matter and a row
// can be taken out again by subtraction.
struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  Hash128& operator+=(const Hash128& other);
  Hash128& operator-=(const Hash128& other);
  // 32 lower-case hexadecimal digits, most significant first.
  [[nodiscard]] std::string to_string() const;

  friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

[[nodiscard]] Hash128 hash_bytes(std::string_view bytes);

// Hashes a sequence of parts without ambiguity: every part is preceded by its length.
class Hasher {
 public:
  void add(std::string_view part);
  void add(std::span<const std::uint8_t> part);
  void add(std::uint64_t number);
  [[nodiscard]] Hash128 finish() const;

 private:
  std::string buffer_;
};

// nullopt-free parse: false unless `text` is 32 lower-case hexadecimal digits.
[[nodiscard]] bool parse_hash(std::string_view text, Hash128& out);

}  // namespace rr
