// What can go wrong in the simulated world, and how often it did.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rr::sim {

enum class Fault : std::uint8_t {
  request_lost,
  answer_lost,
  request_duplicated,
  request_overtaken,
  partition,
  clock_skew,
  clock_jump,
  broadcast_lost,
  lock_stolen,
  lock_missing,
  tab_frozen,
  tab_closed_with_queue,
  tab_killed,
  power_cut,
  disk_quota,
  disk_failed,
  disk_crash_before,
  disk_crash_after,
  storage_fault,
  server_crash_before_commit,
  server_crash_after_commit,
  unit_run_twice,
  server_restored,
  session_ended,
  older_schema_offline,
  member_removed,
  unknown_command,
  malformed_arguments,
  poison_request,
  profile_copied,
  local_household_synced,
};
inline constexpr std::size_t kFaultCount = 31;

inline constexpr std::array<std::string_view, kFaultCount> kFaultNames{
    "request lost",
    "answer lost",
    "request duplicated",
    "request overtaken by a later one",
    "partition",
    "clock off by up to a day",
    "clock jump",
    "tab message lost",
    "lock stolen",
    "profile without locks",
    "tab frozen",
    "tab closed with a full queue",
    "tab killed",
    "power cut of a device",
    "disk full",
    "disk error",
    "device crash before a disk write",
    "device crash after a disk write",
    "server storage fault",
    "server crash before commit",
    "server crash after commit",
    "server unit of work run twice",
    "server restored from a backup",
    "session ended",
    "older schema worked offline",
    "member removed",
    "unknown command",
    "malformed arguments",
    "request that the server cannot read",
    "profile copied",
    "household of one device synced",
};

using FaultCounts = std::array<std::uint64_t, kFaultCount>;
using FaultMask = std::uint64_t;

[[nodiscard]] constexpr FaultMask bit(Fault fault) {
  return FaultMask{1} << static_cast<unsigned>(fault);
}
inline constexpr FaultMask kAllFaults = (FaultMask{1} << kFaultCount) - 1;

}  // namespace rr::sim
