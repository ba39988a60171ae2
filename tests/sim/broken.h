// The broken engines: each wraps a seam of the right one with a defect that the checks must catch.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rr::sim {

enum class Broken : std::uint8_t {
  nothing,
  number_kept_on_refusal,
  number_moved_on_fault,
  two_snapshots,
  tombstone_forgotten,
  personal_row_in_household,
  outcome_lost,
  gap_skipped,
  version_outside_lock,
  page_without_last,
  trimmed_before_durable,
  same_number_twice,
  enqueue_in_two_steps,
  copied_profile_accepted,
  epoch_kept_after_restore,
  checksum_not_updated,
  removed_member_served,
  late_truth_twice,
  cycle_closed_twice,
};
inline constexpr std::size_t kBrokenCount = 19;

inline constexpr std::array<std::string_view, kBrokenCount> kBrokenNames{
    "nothing",
    "number not advanced on refusal",
    "number advanced on a server fault",
    "patch and last numbers from two snapshots",
    "tombstone forgotten",
    "personal row in a household patch",
    "outcome lost before acknowledgement",
    "gap skipped",
    "version given outside the lock",
    "pull page applied without its last page",
    "queue trimmed before the base is durable",
    "two tabs giving the same number",
    "crash between enqueue and number",
    "copied profile accepted",
    "epoch not rotated after restore",
    "checksum not updated on delete",
    "removed member still served",
    "late truth credited twice",
    "cycle closed twice",
};

}  // namespace rr::sim
