#include "shared/commands/pool.h"

#include "shared/domain/recurrence.h"
#include "shared/domain/swaps.h"

namespace rr {
namespace {

void make_due_again(Transaction& transaction, const Assignment& assignment) {
  const auto chore = transaction.find<Chore>(assignment.chore_id);
  if (!chore) return;
  const Date after = next_occurrence(chore->frequency, chore->anchor, assignment.occurrence);
  if (chore->next_due <= assignment.occurrence || chore->next_due > after) return;
  Chore again = *chore;
  again.next_due = assignment.occurrence;
  transaction.put(again);
}

void expire(Transaction& transaction, const Context& context, const Swap& offer) {
  Swap expired = offer;
  expired.state = SwapState::expired;
  expired.decided_at = context.now;
  transaction.put(expired);
}

}  // namespace

void give_back(Transaction& transaction, const Context& context, LedgerWriter& ledger,
               const Assignment& assignment) {
  const auto cycle = transaction.find<Cycle>(assignment.cycle_id);
  if (cycle && cycle->state == CycleState::running) {
    ledger.reverse(assignment, assignment.roommate_id);
    make_due_again(transaction, assignment);
  }
  Assignment returned = assignment;
  returned.status = AssignmentStatus::cancelled;
  transaction.put(returned);
  for (const auto& tick : transaction.where<Completion>("assignment_id", assignment.id)) {
    transaction.erase<Completion>(tick->id);
  }
  expire_offers_of(transaction, context, assignment.id);
}

void expire_offers_of(Transaction& transaction, const Context& context, const Id& assignment_id) {
  for (const auto& offer : live_offers_of(transaction, assignment_id)) {
    expire(transaction, context, *offer);
  }
}

void expire_offers_to(Transaction& transaction, const Context& context, const Id& roommate_id) {
  for (const auto& offer : transaction.all<Swap>()) {
    if (offer->state != SwapState::proposed || offer->to_roommate != roommate_id) continue;
    expire(transaction, context, *offer);
  }
}

}  // namespace rr
