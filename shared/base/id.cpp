#include "shared/base/id.h"

#include <cstring>

#include "shared/base/hash.h"

namespace rr {
namespace {

constexpr char kHex[] = "0123456789abcdef";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool is_dash_place(std::size_t place) {
  return place == 8 || place == 13 || place == 18 || place == 23;
}

void set_version(Id& id, std::uint8_t version) {
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | (version << 4));
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
}

}  // namespace

void Id::write_to(char* out) const {
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) *out++ = '-';
    *out++ = kHex[bytes[i] >> 4];
    *out++ = kHex[bytes[i] & 0x0F];
  }
}

std::string Id::to_string() const {
  std::string text(36, '\0');
  write_to(text.data());
  return text;
}

std::optional<Id> parse_id(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Id id;
  std::size_t nibble = 0;
  for (std::size_t place = 0; place < 36; ++place) {
    if (is_dash_place(place)) {
      if (text[place] != '-') return std::nullopt;
      continue;
    }
    const int value = hex_value(text[place]);
    if (value < 0) return std::nullopt;
    auto& byte = id.bytes[nibble / 2];
    byte = static_cast<std::uint8_t>((byte << 4) | value);
    ++nibble;
  }
  return id;
}

Id make_time_ordered_id(std::int64_t unix_ms, std::span<const std::uint8_t, 10> random) {
  Id id;
  for (std::size_t i = 0; i < 6; ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(unix_ms >> (8 * (5 - i)));
  }
  std::memcpy(id.bytes.data() + 6, random.data(), 10);
  set_version(id, 7);
  return id;
}

Id derive_id(const Id& parent, std::string_view tag, std::uint64_t index) {
  Hasher hasher;
  hasher.add(parent.bytes);
  hasher.add(tag);
  hasher.add(index);
  const Hash128 hash = hasher.finish();
  Id id;
  for (std::size_t i = 0; i < 8; ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(hash.high >> (8 * (7 - i)));
    id.bytes[8 + i] = static_cast<std::uint8_t>(hash.low >> (8 * (7 - i)));
  }
  set_version(id, 8);
  return id;
}

}  // namespace rr
