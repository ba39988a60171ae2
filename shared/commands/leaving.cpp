#include "shared/commands/leaving.h"

#include <algorithm>

#include "shared/base/fill.h"
#include "shared/commands/assignment_states.h"
#include "shared/commands/define.h"
#include "shared/commands/pool.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/run_input.h"

namespace rr {
namespace {

constexpr FieldInfo kRemoveFields[] = {
    id_field<&RemoveChore::id>("id"),
};

constexpr FieldInfo kMoveOutFields[] = {
    id_field<&MoveOutRoommate::id>("id"),
};

void erase_ticks(Transaction& transaction, const Id& assignment_id) {
  for (const auto& tick : transaction.where<Completion>("assignment_id", assignment_id)) {
    transaction.erase<Completion>(tick->id);
  }
}

Status apply_remove(Transaction& transaction, const Context& context,
                    const RemoveChore& arguments) {
  if (!transaction.find<Chore>(arguments.id)) {
    return refuse("not_found", "This chore is not here any more.", "id");
  }
  for (const auto& assignment : transaction.where<Assignment>("chore_id", arguments.id)) {
    if (assignment->status != AssignmentStatus::open) continue;
    Assignment cancelled = *assignment;
    cancelled.status = AssignmentStatus::cancelled;
    transaction.put(cancelled);
    erase_ticks(transaction, assignment->id);
    expire_offers_of(transaction, context, assignment->id);
  }
  for (const auto& step : transaction.where<SubChore>("chore_id", arguments.id)) {
    transaction.erase<SubChore>(step->id);
  }
  for (const auto& preference : transaction.where<Preference>("chore_id", arguments.id)) {
    transaction.erase<Preference>(preference->id);
  }
  for (const auto& vote : transaction.where<EffortVote>("chore_id", arguments.id)) {
    transaction.erase<EffortVote>(vote->id);
  }
  transaction.erase<Chore>(arguments.id);
  return success();
}

void forget_owed_turns(Transaction& transaction, const Id& roommate_id) {
  for (const auto& chore : transaction.all<Chore>()) {
    if (chore->owed_turn != roommate_id) continue;
    Chore free = *chore;
    free.owed_turn = Id{};
    transaction.put(free);
  }
}

Status apply_move_out(Transaction& transaction, const Context& context,
                      const MoveOutRoommate& arguments) {
  const auto present = transaction.find<Roommate>(arguments.id);
  if (!present) return refuse("not_found", "This roommate is not here any more.", "id");
  if (present->status == RoommateStatus::moved_out) {
    return refuse("wrong_state", fill("{name} has moved out already.", {{"name", present->name}}),
                  "id");
  }
  LedgerWriter ledger(transaction, context);
  for (const auto& assignment : transaction.where<Assignment>("roommate_id", arguments.id)) {
    if (assignment->status != AssignmentStatus::open) continue;
    give_back(transaction, context, ledger, *assignment);
  }
  expire_offers_to(transaction, context, arguments.id);
  forget_owed_turns(transaction, arguments.id);
  Roommate leaver = *present;
  leaver.status = RoommateStatus::moved_out;
  leaver.moved_out_at = std::max(instant_after_runs(transaction, context.now), leaver.joined_at);
  transaction.put(leaver);
  if (const auto cycle = running_cycle(transaction)) {
    ledger.spread_balance(cycle->id, arguments.id);
  }
  return success();
}

constexpr CommandInfo kRemove =
    define_command<RemoveChore, apply_remove>("chore.remove", kRemoveFields);

constexpr CommandInfo kMoveOut =
    define_command<MoveOutRoommate, apply_move_out>("roommate.move_out", kMoveOutFields);

}  // namespace

template <>
const CommandInfo& describe_command<RemoveChore>() {
  return kRemove;
}
template <>
const CommandInfo& describe_command<MoveOutRoommate>() {
  return kMoveOut;
}

}  // namespace rr
