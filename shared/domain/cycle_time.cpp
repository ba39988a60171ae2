#include "shared/domain/cycle_time.h"

#include <algorithm>

namespace rr {

std::shared_ptr<const Household> household_of(const Reader& reader) {
  const auto rows = reader.all<Household>();
  return rows.empty() ? nullptr : rows.front();
}

Id cycle_id_of(const Id& household_id, std::int64_t index) {
  return derive_id(household_id, "cycle", static_cast<std::uint64_t>(index));
}

Id cycle_share_id(const Id& cycle_id, const Id& roommate_id) {
  return derive_id(cycle_id, "share:" + roommate_id.to_string());
}

// Cycles are opened in order of their index, so the last one is found by doubling and halving
// instead of reading years of rows before every command.
std::shared_ptr<const Cycle> running_cycle(const Reader& reader) {
  const auto household = household_of(reader);
  if (!household) return nullptr;
  const auto find = [&](std::int64_t index) {
    return reader.find<Cycle>(cycle_id_of(household->id, index));
  };
  auto found = find(0);
  if (!found) return nullptr;
  std::int64_t step = 1;
  while (auto later = find(found->index + step)) {
    found = later;
    step *= 2;
  }
  for (step /= 2; step > 0; step /= 2) {
    if (auto later = find(found->index + step)) found = later;
  }
  return found;
}

Instant cycle_end_after(const Household& household, const TimeZone& zone, Instant start) {
  Date day = zone.date_of(start);
  while (weekday_of(day) != household.week_reset_day) day = add_days(day, 1);
  const auto minute = static_cast<std::int32_t>(household.week_reset_minute);
  const Instant end = zone.instant_of(day, minute);
  return end > start ? end : zone.instant_of(add_days(day, 7), minute);
}

DayRange days_of_cycle(const TimeZone& zone, Instant start, Instant end) {
  return {zone.date_of(start), zone.date_of(Instant{end.unix_ms - 1})};
}

std::int64_t largest_random_points(const Reader& reader, const Cycle& running) {
  std::int64_t largest = 0;
  if (running.index > 0) {
    const auto household = household_of(reader);
    const auto last = reader.find<Cycle>(cycle_id_of(household->id, running.index - 1));
    if (last) largest = last->largest_random_points;
  }
  for (const auto& assignment : reader.where<Assignment>("cycle_id", running.id)) {
    if (assignment->type == ChoreType::random) largest = std::max(largest, assignment->points);
  }
  return largest;
}

Instant instant_after_runs(const Reader& reader, Instant now) {
  Instant at = now;
  const auto cycle = running_cycle(reader);
  if (!cycle) return at;
  for (const auto& assignment : reader.where<Assignment>("cycle_id", cycle->id)) {
    at = std::max(at, Instant{assignment->assigned_at.unix_ms + 1});
  }
  for (const auto& entry : reader.where<LedgerEntry>("cycle_id", cycle->id)) {
    const bool is_transfer =
        entry->kind == LedgerKind::transferred || entry->kind == LedgerKind::transferred_random;
    if (is_transfer) at = std::max(at, Instant{entry->at.unix_ms + 1});
  }
  return at;
}

}  // namespace rr
