#include "shared/domain/points.h"

#include "shared/domain/cycle_time.h"

namespace rr {

std::map<Id, ShownPoints> shown_points(const Reader& reader) {
  std::map<Id, ShownPoints> points;
  const HouseholdBalances balances = balances_of(reader);
  for (const auto& [id, balance] : balances.balances) points[id].balance = balance;
  for (const auto& [id, figures] : balances.running) points[id].assigned_load = figures.assigned;
  const auto running = running_cycle(reader);
  for (const auto& entry : reader.all<LedgerEntry>()) {
    const bool is_shown = entry->kind == LedgerKind::earned ||
                          entry->kind == LedgerKind::adjusted || entry->kind == LedgerKind::opening;
    if (!is_shown) continue;
    ShownPoints& of = points[entry->roommate_id];
    of.total += entry->amount_micro;
    const bool is_current = running && entry->cycle_id == running->id;
    if (is_current && entry->kind != LedgerKind::opening) of.current_cycle += entry->amount_micro;
  }
  return points;
}

}  // namespace rr
