// The limits of the sync protocol, the same on both sides (docs/protocol.md).
#pragma once

#include <cstddef>
#include <cstdint>

#include "shared/base/time.h"

namespace rr::sync {

inline constexpr std::size_t kMutationsPerPush = 64;
inline constexpr std::size_t kPushBytes = 256 * 1024;
inline constexpr std::size_t kRowsPerPage = 500;
inline constexpr std::size_t kScopesPerPull = 32;
inline constexpr std::size_t kIdsPerOutcomesRequest = 1000;
inline constexpr std::size_t kArgumentBytes = 64 * 1024;
// A snapshot of a household that lived on one device.
inline constexpr std::size_t kSnapshotRows = 50'000;

inline constexpr std::int64_t kOutcomeKeptMs = 90 * kMillisecondsPerDay;
inline constexpr std::int64_t kTombstoneKeptMs = 90 * kMillisecondsPerDay;
// How long a client keeps what was acknowledged, to offer it again to a server that was restored.
inline constexpr std::int64_t kAcknowledgedKeptMs = 48 * kMillisecondsPerHour;

}  // namespace rr::sync
