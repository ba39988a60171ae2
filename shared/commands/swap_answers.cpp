// What becomes of an offer: accepted, declined, undone, expired.
#include <algorithm>

#include "shared/base/fill.h"
#include "shared/commands/actor.h"
#include "shared/commands/assignment_states.h"
#include "shared/commands/define.h"
#include "shared/commands/pool.h"
#include "shared/commands/swap_rules.h"
#include "shared/commands/swaps.h"
#include "shared/domain/choices.h"

namespace rr {
namespace {

constexpr FieldInfo kAcceptFields[] = {
    id_field<&AcceptSwap::id>("id"),
    id_field<&AcceptSwap::roommate_id>("roommate_id").nullable(),
};
constexpr FieldInfo kDeclineFields[] = {
    id_field<&DeclineSwap::id>("id"),
    id_field<&DeclineSwap::roommate_id>("roommate_id").nullable(),
};
constexpr FieldInfo kUndoFields[] = {
    id_field<&UndoSwap::id>("id"),
};
constexpr FieldInfo kExpireFields[] = {
    id_field<&ExpireSwap::id>("id"),
};

// Who answers: must be somebody who was asked, and for whom the actor may speak.
Result<Id> answering(const Reader& reader, const Context& context, const Swap& offer,
                     const Id& chosen) {
  const Id own = roommate_of_actor(reader, context);
  const Id who = chosen.is_nil() ? own : chosen;
  if (who.is_nil()) return refuse("no_roommate", "Say who answers this offer.", "roommate_id");
  const bool speaks_for =
      role_of_actor(reader, context) >= Role::admin && !is_linked_to_anybody(reader, who);
  if (who != own && !speaks_for) {
    return refuse("not_allowed", "They answer this offer themselves.", "roommate_id");
  }
  const auto roommate = reader.find<Roommate>(who);
  if (!roommate) return refuse("not_found", "This roommate is not here any more.", "roommate_id");
  if (roommate->status == RoommateStatus::moved_out) {
    return refuse("moved_out", fill("{name} has moved out.", {{"name", roommate->name}}),
                  "roommate_id");
  }
  if (who == offer.from_roommate) {
    return refuse("same_person", "Nobody answers their own offer.", "roommate_id");
  }
  if (!offer.to_roommate.is_nil() && who != offer.to_roommate) {
    return refuse("not_allowed", "This offer was made to somebody else.", "roommate_id");
  }
  return who;
}

// The assignments of a swap; what is wanted in return is null when nothing is.
struct Moving {
  std::shared_ptr<const Assignment> given;
  std::shared_ptr<const Assignment> in_return;
};

Moving assignments_in(const Reader& reader, const Swap& swap) {
  return {reader.find<Assignment>(swap.assignment_id),
          swap.in_return.is_nil() ? nullptr : reader.find<Assignment>(swap.in_return)};
}

Status check_both_move(const Reader& reader, const Swap& offer, const Moving& moving,
                       const Id& taker, Date today) {
  const Id& from = offer.from_roommate;
  if (Status status = check_can_move(*moving.given, from, today, "id"); !status) return status;
  if (Status status = check_can_take(reader, *moving.given, taker, today, "id"); !status) {
    return status;
  }
  if (!moving.in_return) return success();
  if (Status status = check_can_move(*moving.in_return, taker, today, "id"); !status) return status;
  return check_can_take(reader, *moving.in_return, from, today, "id");
}

void take_over(Transaction& transaction, const Context& context, LedgerWriter& ledger,
               const Assignment& assignment, const Id& taker) {
  ledger.hand_over(assignment, taker);
  move_assignment(transaction, assignment, taker, AssignmentRule::swap);
  expire_offers_of(transaction, context, assignment.id);
}

Status apply_accept(Transaction& transaction, const Context& context, const AcceptSwap& arguments) {
  const Result<Date> today = local_today(transaction, context);
  if (!today) return today.error();
  const Result<Swap> offer =
      standing_offer(transaction, context, arguments.id, *today, part("asked", "accepted"));
  if (!offer) return offer.error();
  const Result<Id> taker = answering(transaction, context, *offer, arguments.roommate_id);
  if (!taker) return taker.error();
  const Moving moving = assignments_in(transaction, *offer);
  if (Status status = check_both_move(transaction, *offer, moving, *taker, *today); !status) {
    return status;
  }
  // Decided first: what moves ends every other offer about it.
  Swap accepted = *offer;
  accepted.state = SwapState::accepted;
  accepted.decided_at = context.now;
  accepted.decided_by = *taker;
  transaction.put(accepted);
  LedgerWriter ledger(transaction, context);
  take_over(transaction, context, ledger, *moving.given, *taker);
  if (moving.in_return) {
    take_over(transaction, context, ledger, *moving.in_return, offer->from_roommate);
  }
  return success();
}

std::optional<Command> invert_accept(const Reader&, const Context&, const AcceptSwap& arguments) {
  return inverse_command(UndoSwap{arguments.id});
}

Status apply_decline(Transaction& transaction, const Context& context,
                     const DeclineSwap& arguments) {
  const Result<Date> today = local_today(transaction, context);
  if (!today) return today.error();
  const Result<Swap> offer =
      standing_offer(transaction, context, arguments.id, *today, part("asked", "declined"));
  if (!offer) return offer.error();
  const Result<Id> who = answering(transaction, context, *offer, arguments.roommate_id);
  if (!who) return who.error();
  if (offer->to_roommate.is_nil()) {
    SwapDecline decline;
    decline.id = swap_decline_id(offer->id, *who);
    decline.swap_id = offer->id;
    decline.roommate_id = *who;
    decline.at = context.now;
    if (!transaction.find<SwapDecline>(decline.id)) transaction.put(decline);
    if (!possible_takers(transaction, *offer, *today).empty()) return success();
  }
  Swap declined = *offer;
  declined.state = SwapState::declined;
  declined.decided_at = context.now;
  transaction.put(declined);
  return success();
}

bool is_in(const Swap& swap, const Id& assignment_id) {
  return swap.assignment_id == assignment_id || swap.in_return == assignment_id;
}

// Nothing was done with it and no later swap moved it on.
Status check_still_swapped(const Reader& reader, const Swap& swap, const Assignment& assignment,
                           const Id& holder) {
  bool is_latest = assignment.roommate_id == holder && assignment.rule == AssignmentRule::swap;
  for (const auto& other : reader.all<Swap>()) {
    const bool is_later = other->state == SwapState::accepted &&
                          *other->decided_at > *swap.decided_at && is_in(*other, assignment.id);
    is_latest = is_latest && !is_later;
  }
  if (assignment.status != AssignmentStatus::open)
    return wrong_state(assignment, part("asked", "swapped back"));
  if (!is_latest) {
    return refuse(
        "wrong_holder",
        fill("{chore} has been given to somebody since.", {{"chore", assignment.chore_name}}),
        "id");
  }
  if (assignment.is_locked) {
    return refuse(
        "locked",
        fill("{chore} has been fixed by an admin since.", {{"chore", assignment.chore_name}}),
        "id");
  }
  return success();
}

Status check_may_undo(const Reader& reader, const Context& context, const Swap& swap) {
  const Id own = roommate_of_actor(reader, context);
  if (!own.is_nil() && (own == swap.from_roommate || own == swap.decided_by)) return success();
  const bool is_one_free = !is_linked_to_anybody(reader, swap.from_roommate) ||
                           !is_linked_to_anybody(reader, swap.decided_by);
  if (is_one_free && role_of_actor(reader, context) >= Role::admin) return success();
  return refuse("not_allowed", "Only the two who swapped undo this.", "id");
}

Status check_can_undo(const Reader& reader, const Context& context, const Swap& swap,
                      const Moving& moving) {
  if (swap.state != SwapState::accepted)
    return wrong_swap_state(swap.state, part("asked", "undone"));
  if (Status status = check_may_undo(reader, context, swap); !status) return status;
  if (context.now.unix_ms > swap.decided_at->unix_ms + kSwapUndoMs) {
    return refuse("too_late", "A swap is undone within 10 minutes. Offer another one.", "id");
  }
  const auto from = reader.find<Roommate>(swap.from_roommate);
  if (from->status == RoommateStatus::moved_out) {
    return refuse("moved_out", fill("{name} has moved out.", {{"name", from->name}}), "id");
  }
  if (Status status = check_still_swapped(reader, swap, *moving.given, swap.decided_by); !status) {
    return status;
  }
  if (!moving.in_return) return success();
  return check_still_swapped(reader, swap, *moving.in_return, swap.from_roommate);
}

// The rule by which `holder` had it before: the reason of what the swap took off them.
AssignmentRule rule_before(const Reader& reader, const Assignment& assignment, const Id& holder) {
  std::shared_ptr<const LedgerEntry> latest;
  for (const auto& entry : reader.where<LedgerEntry>("assignment_id", assignment.id)) {
    const bool is_swaps =
        entry->kind == LedgerKind::reversed && entry->reason && entry->roommate_id == holder;
    if (is_swaps && (!latest || entry->at >= latest->at)) latest = entry;
  }
  if (!latest) return AssignmentRule::swap;
  const auto* word = std::find(std::begin(kAssignmentRuleWords), std::end(kAssignmentRuleWords),
                               std::string_view(*latest->reason));
  if (word == std::end(kAssignmentRuleWords)) return AssignmentRule::swap;
  return static_cast<AssignmentRule>(word - std::begin(kAssignmentRuleWords));
}

void move_back(Transaction& transaction, const Context& context, LedgerWriter& ledger,
               const Assignment& assignment, const Id& to) {
  const AssignmentRule rule = rule_before(transaction, assignment, to);
  ledger.reverse(assignment, assignment.roommate_id);
  ledger.assign(assignment, to);
  move_assignment(transaction, assignment, to, rule);
  expire_offers_of(transaction, context, assignment.id);
}

Status apply_undo(Transaction& transaction, const Context& context, const UndoSwap& arguments) {
  const auto swap = transaction.find<Swap>(arguments.id);
  if (!swap) return refuse("not_found", "This swap is not here any more.", "id");
  const Moving moving = assignments_in(transaction, *swap);
  if (Status status = check_can_undo(transaction, context, *swap, moving); !status) return status;
  LedgerWriter ledger(transaction, context);
  move_back(transaction, context, ledger, *moving.given, swap->from_roommate);
  if (moving.in_return) {
    move_back(transaction, context, ledger, *moving.in_return, swap->decided_by);
  }
  Swap undone = *swap;
  undone.state = SwapState::undone;
  transaction.put(undone);
  return success();
}

Status apply_expire(Transaction& transaction, const Context& context, const ExpireSwap& arguments) {
  const Result<Date> today = local_today(transaction, context);
  if (!today) return today.error();
  const auto swap = transaction.find<Swap>(arguments.id);
  if (!swap) return refuse("not_found", "This offer is not here any more.", "id");
  if (swap->state != SwapState::proposed) return wrong_swap_state(swap->state, "let go");
  if (swap_state(transaction, *swap, context.now, *today) == SwapState::proposed) {
    return refuse("too_early", "This offer still stands.", "id");
  }
  Swap expired = *swap;
  expired.state = SwapState::expired;
  expired.decided_at = context.now;
  transaction.put(expired);
  return success();
}

constexpr CommandInfo kAccept = [] {
  CommandInfo info = define_command<AcceptSwap, apply_accept>("swap.accept", kAcceptFields);
  info.command_class = CommandClass::guarded;
  info.inverse = &invert_arguments<AcceptSwap, invert_accept>;
  return info;
}();

constexpr CommandInfo kDecline = [] {
  CommandInfo info = define_command<DeclineSwap, apply_decline>("swap.decline", kDeclineFields);
  info.command_class = CommandClass::guarded;
  return info;
}();

constexpr CommandInfo kUndo = [] {
  CommandInfo info = define_command<UndoSwap, apply_undo>("swap.undo", kUndoFields);
  info.command_class = CommandClass::guarded;
  return info;
}();

constexpr CommandInfo kExpire = [] {
  CommandInfo info = define_command<ExpireSwap, apply_expire>("swap.expire", kExpireFields);
  info.issuer = ActorKind::system;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<AcceptSwap>() {
  return kAccept;
}
template <>
const CommandInfo& describe_command<DeclineSwap>() {
  return kDecline;
}
template <>
const CommandInfo& describe_command<UndoSwap>() {
  return kUndo;
}
template <>
const CommandInfo& describe_command<ExpireSwap>() {
  return kExpire;
}

}  // namespace rr
