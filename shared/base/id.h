// Opaque 128-bit identifiers (UUIDs, RFC 9562).
//
// Made by whoever creates the row, valid offline. New ids are version 7 (time-ordered), so keys
// arrive in nearly ascending order. The nil id stands for "none" and is never stored as a key.
// Text form: 36 lower-case characters; parsing refuses everything else.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rr {

struct Id {
  std::array<std::uint8_t, 16> bytes{};

  [[nodiscard]] bool is_nil() const { return *this == Id{}; }
  [[nodiscard]] std::string to_string() const;
  // Writes exactly 36 characters to `out`, which must have room for them.
  void write_to(char* out) const;

  friend bool operator==(const Id&, const Id&) = default;
  friend std::strong_ordering operator<=>(const Id& a, const Id& b);
};

// In the order of their bytes. Every table and index is ordered by it: eight bytes at a time.
inline std::strong_ordering operator<=>(const Id& a, const Id& b) {
  for (std::size_t half = 0; half < 16; half += 8) {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::memcpy(&first, a.bytes.data() + half, 8);
    std::memcpy(&second, b.bytes.data() + half, 8);
    if (first == second) continue;
    if constexpr (std::endian::native == std::endian::little) {
      first = __builtin_bswap64(first);
      second = __builtin_bswap64(second);
    }
    return first <=> second;
  }
  return std::strong_ordering::equal;
}

// nullopt unless `text` is a canonical lower-case UUID.
[[nodiscard]] std::optional<Id> parse_id(std::string_view text);

// A version 7 UUID from Unix milliseconds and 10 random bytes (6 bits of them are overwritten by
// version and variant).
[[nodiscard]] Id make_time_ordered_id(std::int64_t unix_ms,
                                      std::span<const std::uint8_t, 10> random);

// A version 8 UUID that is a function of its inputs alone: the same parts give the same id on every
// platform. For rows that two devices must not make twice (an occurrence, a ledger entry).
[[nodiscard]] Id derive_id(const Id& parent, std::string_view tag, std::uint64_t index = 0);

}  // namespace rr
