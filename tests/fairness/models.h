// Ways of dividing a home's chores, week after week. All of them are asked for the same weeks, one
// after the other, beginning with week 0, and every chore is due in each.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "tests/fairness/home.h"

namespace rr::fairness {

using Holders = std::vector<std::size_t>;                // for each chore of the home a person
using Model = std::function<Holders(std::size_t week)>;  // must not outlive its home

// plan_run, carried from run to run as a household keeps it.
[[nodiscard]] Model roomieroster(const Home& home);

// What the earlier system did. Points are set to 0 at every new cycle, and each weekly run begins
// one. Below 4 people predefined chores go to the next in the list without being charged, and
// random ones are drawn with weight (highest points + 1) - own points. From 4 people on the type
// is ignored: chores by points ascending to people by points ascending, one each; then each chore
// that is left to the person with the fewest chores, and of these with the fewest points.
[[nodiscard]] Model earlier_system(const Home& home);

// Every chore goes round, each beginning with another person.
[[nodiscard]] Model plain_rotation(const Home& home);

// Every chore to anybody, with the same chance.
[[nodiscard]] Model pure_random(const Home& home);

// The largest chore first, each to the person with the fewest points so far in the year; ties in
// the order of the list.
[[nodiscard]] Model least_points_first(const Home& home);

struct NamedModel {
  std::string_view name;
  Model (*make)(const Home& home);
};
inline constexpr NamedModel kModels[] = {
    {"RoomieRoster", roomieroster},
    {"Earlier system", earlier_system},
    {"Plain rotation", plain_rotation},
    {"Pure random", pure_random},
    {"Least points first", least_points_first},
};

}  // namespace rr::fairness
