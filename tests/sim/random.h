// The simulation's own source of chance: SplitMix64, the same numbers on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/hash.h"
#include "shared/base/id.h"

namespace rr::sim {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
  }
  // From 0 to bound - 1; 0 for bound 0.
  std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : next() % bound; }
  // Both ends included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1)));
  }
  bool percent(std::uint64_t chance) { return below(100) < chance; }
  bool per_mille(std::uint64_t chance) { return below(1000) < chance; }

  template <class T>
  T& pick(std::vector<T>& from) {
    return from[static_cast<std::size_t>(below(from.size()))];
  }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(below(from.size()))];
  }

  Id id() {
    Id made;
    for (std::size_t i = 0; i < 16; i += 8) {
      const std::uint64_t bits = next();
      for (std::size_t j = 0; j < 8; ++j) {
        made.bytes[i + j] = static_cast<std::uint8_t>(bits >> (8 * j));
      }
    }
    // Version 4, RFC 9562.
    made.bytes[6] = static_cast<std::uint8_t>((made.bytes[6] & 0x0f) | 0x40);
    made.bytes[8] = static_cast<std::uint8_t>((made.bytes[8] & 0x3f) | 0x80);
    return made;
  }

 private:
  std::uint64_t state_;
};

}  // namespace rr::sim
