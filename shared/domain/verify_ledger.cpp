#include <map>

#include "shared/domain/balances.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/points.h"
#include "shared/domain/verify_parts.h"

namespace rr {
namespace {

using ByPlace = std::map<std::pair<Id, Id>, std::int64_t>;  // (cycle, roommate) -> micro-points

// What the ledger says about one assignment, without what sums to 0.
struct Account {
  ByPlace charged;
  ByPlace earned;
};

void add(ByPlace& sums, const LedgerEntry& entry) {
  const std::pair<Id, Id> place{entry.cycle_id, entry.roommate_id};
  if ((sums[place] += entry.amount_micro) == 0) sums.erase(place);
}

bool has_right_sign(const LedgerEntry& entry) {
  if (entry.kind == LedgerKind::assigned) return entry.amount_micro > 0;
  if (entry.kind == LedgerKind::reversed) return entry.amount_micro < 0;
  return true;
}

std::map<Id, Account> accounts_of(const Reader& rows, Findings& findings) {
  std::map<Id, Account> accounts;
  for (const auto& entry : rows.all<LedgerEntry>()) {
    findings.expect(has_right_sign(*entry), entry->id, "a ledger entry has the wrong sign");
    const bool charges = entry->kind == LedgerKind::assigned || entry->kind == LedgerKind::reversed;
    if (!charges && entry->kind != LedgerKind::earned) continue;
    findings.expect(rows.find<Assignment>(entry->assignment_id) != nullptr, entry->id,
                    "a ledger entry points to no assignment");
    Account& account = accounts[entry->assignment_id];
    add(charges ? account.charged : account.earned, *entry);
  }
  return accounts;
}

void verify_account(const Assignment& assignment, const Account& account, Findings& findings) {
  const bool is_done = assignment.status == AssignmentStatus::done;
  const Id& holder = is_done ? assignment.completed_by : assignment.roommate_id;
  const std::int64_t micro = assignment.points * kMicroPerPoint;
  const ByPlace once{{{assignment.cycle_id, holder}, micro}};
  const bool is_uncharged = account.charged.empty();
  bool holds = account.charged == once;
  if (assignment.status == AssignmentStatus::skipped) holds = is_uncharged;
  if (assignment.status == AssignmentStatus::cancelled) holds = holds || is_uncharged;
  findings.expect(holds, assignment.id, "an assignment is not charged as its state says");
  const std::int64_t awarded = assignment.points_awarded.value_or(0) * kMicroPerPoint;
  const ByPlace earned =
      awarded == 0 ? ByPlace{} : ByPlace{{{assignment.cycle_id, holder}, awarded}};
  findings.expect(account.earned == earned, assignment.id,
                  "an assignment is not earned as its state says");
}

// What the ledger charged and transferred, by cycle and roommate; independent of frozen rows.
struct Book {
  ByPlace charged;
  ByPlace random_charged;
  ByPlace transferred;
  ByPlace random_transferred;
};

Book book_of(const Reader& rows) {
  Book book;
  for (const auto& entry : rows.all<LedgerEntry>()) {
    switch (entry->kind) {
      case LedgerKind::assigned:
      case LedgerKind::reversed: {
        add(book.charged, *entry);
        const auto assignment = rows.find<Assignment>(entry->assignment_id);
        if (assignment && assignment->type == ChoreType::random) add(book.random_charged, *entry);
        break;
      }
      case LedgerKind::transferred: add(book.transferred, *entry); break;
      case LedgerKind::transferred_random: add(book.random_transferred, *entry); break;
      default: break;
    }
  }
  return book;
}

std::int64_t at(const ByPlace& sums, const Id& cycle, const Id& roommate) {
  const auto found = sums.find({cycle, roommate});
  return found == sums.end() ? 0 : found->second;
}

void verify_frozen_rows(const Reader& rows, const Book& book, Findings& findings) {
  for (const auto& cycle : rows.all<Cycle>()) {
    CycleFigures sum;
    const auto frozen = rows.where<CycleShare>("cycle_id", cycle->id);
    findings.expect(cycle->state == CycleState::closed || frozen.empty(), cycle->id,
                    "a running cycle has frozen shares");
    for (const auto& row : frozen) {
      findings.expect(row->id == cycle_share_id(cycle->id, row->roommate_id), row->id,
                      "a frozen share's id does not belong to its roommate");
      const Id& who = row->roommate_id;
      findings.expect(row->assigned_micro == at(book.charged, cycle->id, who) &&
                          row->random_assigned_micro == at(book.random_charged, cycle->id, who),
                      row->id, "a frozen share disagrees with the ledger's charges");
      findings.expect(
          row->transferred_micro == at(book.transferred, cycle->id, who) &&
              row->random_transferred_micro == at(book.random_transferred, cycle->id, who),
          row->id, "a frozen share disagrees with the ledger's transfers");
      sum.assigned += row->assigned_micro;
      sum.random_assigned += row->random_assigned_micro;
      sum.share += row->share_micro;
      sum.random_share += row->random_share_micro;
    }
    findings.expect(sum.assigned == sum.share && sum.random_assigned == sum.random_share, cycle->id,
                    "a cycle's shares do not add up to what was given out");
  }
}

// Closed cycles: whoever the ledger names has a frozen row.
void verify_nobody_is_missing(const Reader& rows, const ByPlace& sums, Findings& findings) {
  for (const auto& [place, amount] : sums) {
    const auto cycle = rows.find<Cycle>(place.first);
    if (!cycle || cycle->state == CycleState::running) continue;
    findings.expect(rows.find<CycleShare>(cycle_share_id(place.first, place.second)) != nullptr,
                    place.second, "somebody who was charged has no frozen share");
  }
}

// What everybody was charged over all cycles, less their shares, must be the balance shown.
void verify_balances(const Reader& rows, const Book& book, Findings& findings) {
  const HouseholdBalances found = balances_of(rows);
  std::map<Id, std::int64_t> expected;
  for (const auto& [place, amount] : book.charged) expected[place.second] += amount;
  for (const auto& [place, amount] : book.transferred) expected[place.second] += amount;
  for (const auto& row : rows.all<CycleShare>()) expected[row->roommate_id] -= row->share_micro;
  for (const auto& [id, figures] : found.running) expected[id] -= figures.share;
  Balance sum;
  for (const auto& [id, balance] : found.balances) {
    findings.expect(balance.total == expected[id], id, "a balance disagrees with the ledger");
    sum.total += balance.total;
    sum.random += balance.random;
  }
  findings.expect(sum.total == 0, Id{}, "balances do not sum to 0");
  findings.expect(sum.random == 0, Id{}, "balances of random chores do not sum to 0");
}

void verify_shown_points(const Reader& rows, Findings& findings) {
  std::map<Id, std::int64_t> earned;
  for (const auto& assignment : rows.all<Assignment>()) {
    if (assignment->status != AssignmentStatus::done) continue;
    earned[assignment->completed_by] += *assignment->points_awarded * kMicroPerPoint;
  }
  for (const auto& entry : rows.all<LedgerEntry>()) {
    const bool is_extra = entry->kind == LedgerKind::adjusted || entry->kind == LedgerKind::opening;
    if (is_extra) earned[entry->roommate_id] += entry->amount_micro;
  }
  for (const auto& [id, points] : shown_points(rows)) {
    findings.expect(points.total == earned[id], id, "shown points are not what was earned");
  }
}

}  // namespace

void verify_ledger(const Reader& rows, Findings& findings) {
  const std::map<Id, Account> accounts = accounts_of(rows, findings);
  for (const auto& assignment : rows.all<Assignment>()) {
    const auto account = accounts.find(assignment->id);
    verify_account(*assignment, account == accounts.end() ? Account{} : account->second, findings);
  }
  verify_shown_points(rows, findings);
}

void verify_shares(const Reader& rows, Findings& findings) {
  const Book book = book_of(rows);
  verify_frozen_rows(rows, book, findings);
  verify_nobody_is_missing(rows, book.charged, findings);
  verify_nobody_is_missing(rows, book.transferred, findings);
  verify_balances(rows, book, findings);
}

}  // namespace rr
