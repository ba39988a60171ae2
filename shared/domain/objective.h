// How good a division is, as numbers that are compared one after the other. Smaller is better, from
// the first member to the last.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace rr {

struct Objective {
  std::int64_t without_random = 0;       // G1 where it is hard: present without a random chore
  std::int64_t guard_missed = 0;         // G2: micro-points above the limit
  std::int64_t soft_without_random = 0;  // G1 with unequal availability
  std::int64_t left_out = 0;             // G3: present without any chore
  std::int64_t too_far = 0;              // micro-points above the widest spread allowed below
  std::int64_t spread = 0;               // O1: thousandths of a point
  std::uint64_t squares = 0;             // O2: thousandths of a point times a point, of everybody
  std::int64_t repeats = 0;              // O3: chores that stay with who had them last
  std::int64_t days_since = 0;           // O3: since people last had what they get, negative
  std::int64_t dislike = 0;              // O4: dislikes cost 2, likes -1, within 4 for each person
  std::int64_t effort_spread = 0;        // O5: minutes
  std::vector<std::uint8_t> draws;       // O6: place of each holder in the chore's draw

  friend std::strong_ordering operator<=>(const Objective&, const Objective&) = default;
  friend bool operator==(const Objective&, const Objective&) = default;
};

// The first number in which one division is worse than another.
enum class Criterion : std::uint8_t {
  random_floor,
  guard,
  soft_random_floor,
  floor,
  widest_spread,
  spread,
  squares,
  repeats,
  days_since,
  dislike,
  effort_spread,
  draw,
  none,  // they are alike
};
[[nodiscard]] Criterion first_difference(const Objective& a, const Objective& b);

}  // namespace rr
