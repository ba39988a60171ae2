// The versions of the data's shape that this program speaks.
//
// A new field or entity raises kSchemaCurrent by one. The server serves the present and the
// previous version at the same time, so an old page keeps working through a deployment.
#pragma once

#include <cstdint>

namespace rr {

// 1: first release. 2: chores carry an effort estimate in minutes.
// 3: runs of assignment are kept, and assignments name theirs.
// 4: swaps, effort votes, reasons of vetoes, ways of dividing, and ratings of each person's own.
inline constexpr std::uint16_t kSchemaCurrent = 4;
inline constexpr std::uint16_t kSchemaOldest = 3;

}  // namespace rr
