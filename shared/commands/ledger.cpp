#include "shared/commands/ledger.h"

#include "shared/domain/balances.h"
#include "shared/domain/choices.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/own_balances.h"

namespace rr {
namespace {

std::int64_t micro_of(const Assignment& assignment) { return assignment.points * kMicroPerPoint; }

}  // namespace

void LedgerWriter::assign(const Assignment& assignment, const Id& roommate_id) {
  add(LedgerKind::assigned, assignment.cycle_id, roommate_id, assignment.id, micro_of(assignment));
  adjust_frozen_row(assignment, roommate_id, micro_of(assignment));
}

void LedgerWriter::reverse(const Assignment& assignment, const Id& roommate_id) {
  add(LedgerKind::reversed, assignment.cycle_id, roommate_id, assignment.id, -micro_of(assignment));
  adjust_frozen_row(assignment, roommate_id, -micro_of(assignment));
}

void LedgerWriter::earn(const Assignment& assignment, const Id& roommate_id) {
  add(LedgerKind::earned, assignment.cycle_id, roommate_id, assignment.id, micro_of(assignment));
}

void LedgerWriter::take_back(const Assignment& assignment, const Id& roommate_id) {
  add(LedgerKind::earned, assignment.cycle_id, roommate_id, assignment.id, -micro_of(assignment));
}

void LedgerWriter::hand_over(const Assignment& assignment, const Id& roommate_id) {
  const auto rule = static_cast<std::size_t>(assignment.rule);
  add(LedgerKind::reversed, assignment.cycle_id, assignment.roommate_id, assignment.id,
      -micro_of(assignment), std::string(kAssignmentRuleWords[rule]));
  adjust_frozen_row(assignment, assignment.roommate_id, -micro_of(assignment));
  assign(assignment, roommate_id);
}

void LedgerWriter::adjust(const Id& cycle_id, const Id& roommate_id, std::int64_t points,
                          std::string reason) {
  add(LedgerKind::adjusted, cycle_id, roommate_id, Id{}, points * kMicroPerPoint,
      std::move(reason));
}

void LedgerWriter::spread_balance(const Id& cycle_id, const Id& leaver_id) {
  spread(LedgerKind::transferred, cycle_id, leaver_id);
  spread(LedgerKind::transferred_random, cycle_id, leaver_id);
}

void LedgerWriter::add(LedgerKind kind, const Id& cycle_id, const Id& roommate_id,
                       const Id& assignment_id, std::int64_t amount_micro,
                       std::optional<std::string> reason) {
  LedgerEntry entry;
  entry.id = derive_id(context_.mutation_id, "ledger", written_++);
  entry.cycle_id = cycle_id;
  entry.roommate_id = roommate_id;
  entry.assignment_id = assignment_id;
  entry.kind = kind;
  entry.amount_micro = amount_micro;
  entry.at = context_.now;
  entry.by = context_.person;
  entry.reason = std::move(reason);
  transaction_.put(entry);
}

void LedgerWriter::adjust_frozen_row(const Assignment& assignment, const Id& roommate_id,
                                     std::int64_t amount_micro) {
  const auto cycle = transaction_.find<Cycle>(assignment.cycle_id);
  if (!cycle || cycle->state == CycleState::running) return;
  const Id id = cycle_share_id(cycle->id, roommate_id);
  const auto present = transaction_.find<CycleShare>(id);
  CycleShare row = present ? *present : CycleShare{};
  row.id = id;
  row.cycle_id = cycle->id;
  row.roommate_id = roommate_id;
  row.assigned_micro += amount_micro;
  if (assignment.type == ChoreType::random) row.random_assigned_micro += amount_micro;
  const std::int64_t rating = rating_at_run(transaction_, assignment, roommate_id);
  row.own_micro += amount_micro > 0 ? rating : -rating;
  transaction_.put(row);
}

void LedgerWriter::spread(LedgerKind kind, const Id& cycle_id, const Id& leaver_id) {
  const bool is_random = kind == LedgerKind::transferred_random;
  const Attendance attendance(transaction_);
  const HouseholdBalances found = balances_of(transaction_, attendance);
  const auto amount_of = [&](const Id& id) {
    const Balance& balance = found.balances.at(id);
    return is_random ? balance.random : balance.total;
  };
  const std::int64_t left = amount_of(leaver_id);
  std::vector<Sharer> others;
  for (const Attendance::Person& person : attendance.people()) {
    const Id& id = person.roommate->id;
    if (id == leaver_id || !Attendance::is_active(person) || person.weight == 0) continue;
    // What is added goes to the lowest balance first, what is taken comes from the highest.
    others.push_back({id, person.weight, left > 0 ? -amount_of(id) : amount_of(id)});
  }
  if (left == 0 || others.empty()) return;
  const std::vector<std::int64_t> parts = split_by_weight(left > 0 ? left : -left, others);
  add(kind, cycle_id, leaver_id, Id{}, -left);
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (parts[i] == 0) continue;
    add(kind, cycle_id, others[i].roommate_id, Id{}, left > 0 ? parts[i] : -parts[i]);
  }
}

}  // namespace rr
