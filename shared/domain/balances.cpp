#include "shared/domain/balances.h"

#include <algorithm>

#include "shared/domain/cycle_time.h"

namespace rr {
namespace {

// An occurrence that somebody is charged with in the running cycle.
struct Charged {
  std::shared_ptr<const Assignment> assignment;
  std::map<Id, std::int64_t> by_person;  // net amounts

  [[nodiscard]] std::int64_t amount() const {
    std::int64_t sum = 0;
    for (const auto& [person, net] : by_person) sum += net;
    return sum;
  }
};

void read_ledger(const Reader& reader, const Cycle& cycle, std::map<Id, CycleFigures>& figures,
                 std::map<Id, Charged>& charged) {
  for (const auto& entry : reader.where<LedgerEntry>("cycle_id", cycle.id)) {
    switch (entry->kind) {
      case LedgerKind::assigned:
      case LedgerKind::reversed:
        charged[entry->assignment_id].by_person[entry->roommate_id] += entry->amount_micro;
        break;
      case LedgerKind::transferred:
        figures[entry->roommate_id].transferred += entry->amount_micro;
        break;
      case LedgerKind::transferred_random:
        figures[entry->roommate_id].random_transferred += entry->amount_micro;
        break;
      default:
        break;
    }
  }
}

std::vector<Charged> in_order(const Reader& reader, std::map<Id, Charged>&& charged) {
  std::vector<Charged> order;
  for (auto& [id, occurrence] : charged) {
    occurrence.assignment = reader.find<Assignment>(id);
    if (occurrence.assignment) order.push_back(std::move(occurrence));
  }
  std::sort(order.begin(), order.end(), [](const Charged& a, const Charged& b) {
    const Assignment& first = *a.assignment;
    const Assignment& second = *b.assignment;
    if (first.assigned_at != second.assigned_at) return first.assigned_at < second.assigned_at;
    return is_charged_before(first.type, first.points, first.id, second.type, second.points,
                             second.id);
  });
  return order;
}

// Those who share an occurrence; when nobody could have done it, whoever has it bears it.
std::vector<Sharer> sharers_of(const Charged& occurrence, const Attendance& attendance) {
  const Assignment& assignment = *occurrence.assignment;
  std::vector<Sharer> sharers =
      attendance.sharers(assignment.chore_id, assignment.share_day, assignment.assigned_at);
  if (!sharers.empty()) return sharers;
  for (const auto& [person, net] : occurrence.by_person) {
    if (net > 0) sharers.push_back({person, 1, 0});
  }
  return sharers;
}

void charge(const Charged& occurrence, const Attendance& attendance, HouseholdBalances& into) {
  const std::int64_t amount = occurrence.amount();
  const bool is_random = occurrence.assignment->type == ChoreType::random;
  if (amount > 0) {
    std::vector<Sharer> sharers = sharers_of(occurrence, attendance);
    for (Sharer& sharer : sharers) sharer.balance = into.balances[sharer.roommate_id].total;
    const std::vector<std::int64_t> parts = split_by_weight(amount, sharers);
    for (std::size_t i = 0; i < sharers.size(); ++i) {
      CycleFigures& figures = into.running[sharers[i].roommate_id];
      Balance& balance = into.balances[sharers[i].roommate_id];
      figures.share += parts[i];
      balance.total -= parts[i];
      if (!is_random) continue;
      figures.random_share += parts[i];
      balance.random -= parts[i];
    }
  }
  for (const auto& [person, net] : occurrence.by_person) {
    if (net == 0) continue;
    into.running[person].assigned += net;
    into.balances[person].total += net;
    if (!is_random) continue;
    into.running[person].random_assigned += net;
    into.balances[person].random += net;
  }
}

}  // namespace

std::map<Id, Balance> carried_balances(const Reader& reader) {
  std::map<Id, Balance> balances;
  for (const auto& roommate : reader.all<Roommate>()) balances[roommate->id] = {};
  for (const auto& row : reader.all<CycleShare>()) {
    Balance& balance = balances[row->roommate_id];
    balance.total += row->assigned_micro - row->share_micro + row->transferred_micro;
    balance.random +=
        row->random_assigned_micro - row->random_share_micro + row->random_transferred_micro;
  }
  return balances;
}

HouseholdBalances balances_of(const Reader& reader) {
  return balances_of(reader, Attendance(reader));
}

HouseholdBalances balances_of(const Reader& reader, const Attendance& attendance) {
  HouseholdBalances result;
  result.balances = carried_balances(reader);
  const auto cycle = running_cycle(reader);
  if (!cycle) return result;
  std::map<Id, Charged> charged;
  read_ledger(reader, *cycle, result.running, charged);
  for (const auto& [person, figures] : result.running) {
    result.balances[person].total += figures.transferred;
    result.balances[person].random += figures.random_transferred;
  }
  for (const Charged& occurrence : in_order(reader, std::move(charged))) {
    charge(occurrence, attendance, result);
  }
  return result;
}

bool is_charged_before(ChoreType a_type, std::int64_t a_points, const Id& a_id, ChoreType b_type,
                       std::int64_t b_points, const Id& b_id) {
  if (a_type != b_type) return a_type == ChoreType::predefined;
  if (a_points != b_points) return a_points > b_points;
  return a_id < b_id;
}

}  // namespace rr
