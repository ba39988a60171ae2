#include "shared/domain/balances.h"

#include <algorithm>

#include "shared/base/sort.h"
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

using EntryPointer = std::shared_ptr<const LedgerEntry>;

// What the ledger of one cycle says about balances.
struct CycleLedger {
  std::map<Id, Charged> charged;
  std::vector<EntryPointer> transfers;  // earliest first
};

CycleLedger read_ledger(const Reader& reader, const Cycle& cycle) {
  CycleLedger ledger;
  for (const auto& entry : reader.where<LedgerEntry>("cycle_id", cycle.id)) {
    switch (entry->kind) {
      case LedgerKind::assigned:
      case LedgerKind::reversed:
        ledger.charged[entry->assignment_id].by_person[entry->roommate_id] += entry->amount_micro;
        break;
      case LedgerKind::transferred:
      case LedgerKind::transferred_random: ledger.transfers.push_back(entry); break;
      default: break;
    }
  }
  stable_sort_in_place(ledger.transfers,
                       [](const EntryPointer& a, const EntryPointer& b) { return a->at < b->at; });
  return ledger;
}

void transfer(const LedgerEntry& entry, HouseholdBalances& into) {
  CycleFigures& figures = into.running[entry.roommate_id];
  Balance& balance = into.balances[entry.roommate_id];
  if (entry.kind == LedgerKind::transferred) {
    figures.transferred += entry.amount_micro;
    balance.total += entry.amount_micro;
  } else {
    figures.random_transferred += entry.amount_micro;
    balance.random += entry.amount_micro;
  }
}

std::vector<Charged> in_order(const Reader& reader, const CycleLedger& ledger) {
  std::vector<Charged> order;
  for (const auto& [id, charged] : ledger.charged) {
    Charged occurrence = charged;
    occurrence.assignment = reader.find<Assignment>(id);
    if (occurrence.assignment) order.push_back(std::move(occurrence));
  }
  sort_in_place(order, [](const Charged& a, const Charged& b) {
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
    for (Sharer& sharer : sharers) {
      sharer.balance = part_of(into.balances[sharer.roommate_id], occurrence.assignment->type);
    }
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
  const CycleLedger ledger = read_ledger(reader, *cycle);
  // Transfers and charges in the order they happened: who has the higher balance decides where the
  // last micro-points of a share go.
  auto next = ledger.transfers.begin();
  for (const Charged& occurrence : in_order(reader, ledger)) {
    for (; next != ledger.transfers.end() && (*next)->at < occurrence.assignment->assigned_at;
         ++next) {
      transfer(**next, result);
    }
    charge(occurrence, attendance, result);
  }
  for (; next != ledger.transfers.end(); ++next) transfer(**next, result);
  return result;
}

std::int64_t part_of(const Balance& balance, ChoreType type) {
  return type == ChoreType::random ? balance.random : balance.total - balance.random;
}

bool is_charged_before(ChoreType a_type, std::int64_t a_points, const Id& a_id, ChoreType b_type,
                       std::int64_t b_points, const Id& b_id) {
  if (a_type != b_type) return a_type == ChoreType::predefined;
  if (a_points != b_points) return a_points > b_points;
  return a_id < b_id;
}

}  // namespace rr
