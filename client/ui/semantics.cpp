#include "client/ui/semantics.h"

namespace rr::ui {
namespace {

// FNV-1a, 64 bit: short inputs, no tables.
constexpr std::uint64_t kPrime = 1099511628211ULL;

std::uint64_t mix(std::uint64_t hash, std::uint8_t byte) { return (hash ^ byte) * kPrime; }

}  // namespace

std::uint64_t join_key(std::uint64_t parent, std::string_view name) {
  std::uint64_t hash = mix(parent ^ 14695981039346656037ULL, 0xA5);
  for (const char c : name) hash = mix(hash, static_cast<std::uint8_t>(c));
  return hash == 0 ? 1 : hash;
}

std::uint64_t join_key(std::uint64_t parent, std::uint64_t number) {
  std::uint64_t hash = mix(parent ^ 14695981039346656037ULL, 0x5A);
  for (int shift = 0; shift < 64; shift += 8) {
    hash = mix(hash, static_cast<std::uint8_t>(number >> shift));
  }
  return hash == 0 ? 1 : hash;
}

}  // namespace rr::ui
