#include "shared/commands/swaps.h"

#include "shared/base/fill.h"
#include "shared/commands/actor.h"
#include "shared/commands/define.h"
#include "shared/commands/swap_rules.h"

namespace rr {
namespace {

constexpr FieldInfo kProposeFields[] = {
    id_field<&ProposeSwap::id>("id"),
    id_field<&ProposeSwap::assignment_id>("assignment_id"),
    id_field<&ProposeSwap::in_return>("in_return").nullable(),
    id_field<&ProposeSwap::to_roommate>("to_roommate").nullable(),
    text_field<&ProposeSwap::note>("note", 1, 300),
};

constexpr FieldInfo kWithdrawFields[] = {
    id_field<&WithdrawSwap::id>("id"),
};

bool is_same_offer(const Swap& swap, const ProposeSwap& arguments) {
  return swap.assignment_id == arguments.assignment_id && swap.in_return == arguments.in_return &&
         swap.to_roommate == arguments.to_roommate && swap.note == arguments.note;
}

Swap make_offer(const Context& context, const ProposeSwap& arguments, const Id& from) {
  Swap swap;
  swap.id = arguments.id;
  swap.assignment_id = arguments.assignment_id;
  swap.in_return = arguments.in_return;
  swap.from_roommate = from;
  swap.to_roommate = arguments.to_roommate;
  swap.proposed_at = context.now;
  swap.note = arguments.note;
  return swap;
}

Status check_in_return(const Reader& reader, const Swap& offer, Date today) {
  if (offer.in_return.is_nil()) return success();
  if (offer.to_roommate.is_nil()) {
    return refuse("nobody_asked", "Say whose chore is wanted in return.", "to_roommate");
  }
  const auto wanted = reader.find<Assignment>(offer.in_return);
  if (!wanted) return refuse("not_found", "This assignment is not here any more.", "in_return");
  if (Status status = check_can_move(*wanted, offer.to_roommate, today, "in_return"); !status) {
    return status;
  }
  return check_can_take(reader, *wanted, offer.from_roommate, today, "in_return");
}

Status check_asked(const Reader& reader, const Swap& offer, const Assignment& given, Date today) {
  if (offer.to_roommate == offer.from_roommate) {
    return refuse("same_person", "Nobody swaps with themselves.", "to_roommate");
  }
  if (!offer.to_roommate.is_nil()) {
    return check_can_take(reader, given, offer.to_roommate, today, "to_roommate");
  }
  if (!possible_takers(reader, offer, today).empty()) return success();
  return refuse("nobody_able", "Nobody else is there and available for this chore.", "to_roommate");
}

Status check_id_and_others(const Reader& reader, const ProposeSwap& arguments, const Id& from) {
  if (const auto present = reader.find<Swap>(arguments.id)) {
    const bool is_said_again = present->state == SwapState::withdrawn &&
                               present->from_roommate == from && is_same_offer(*present, arguments);
    if (!is_said_again) return refuse("id_taken", "This offer exists already.", "id");
  }
  for (const auto& other : live_offers_of(reader, arguments.assignment_id)) {
    if (other->assignment_id != arguments.assignment_id) continue;
    return refuse("offered_already", "This chore is on offer already. Withdraw that offer first.",
                  "assignment_id");
  }
  return success();
}

Status apply_propose(Transaction& transaction, const Context& context,
                     const ProposeSwap& arguments) {
  const Result<Date> today = local_today(transaction, context);
  if (!today) return today.error();
  const auto given = transaction.find<Assignment>(arguments.assignment_id);
  if (!given) return refuse("not_found", "This assignment is not here any more.", "assignment_id");
  const Id& holder = given->roommate_id;
  if (role_of_actor(transaction, context) < Role::admin &&
      roommate_of_actor(transaction, context) != holder) {
    return refuse(
        "not_allowed",
        fill("Only {name} or an admin offers this chore.", {{"name", given->roommate_name}}),
        "assignment_id");
  }
  if (Status status = check_can_move(*given, holder, *today, "assignment_id"); !status) {
    return status;
  }
  if (Status status = check_id_and_others(transaction, arguments, holder); !status) return status;
  const Swap offer = make_offer(context, arguments, holder);
  if (Status status = check_asked(transaction, offer, *given, *today); !status) return status;
  if (Status status = check_in_return(transaction, offer, *today); !status) return status;
  transaction.put(offer);
  return success();
}

std::optional<Command> invert_propose(const Reader&, const Context&, const ProposeSwap& arguments) {
  return inverse_command(WithdrawSwap{arguments.id});
}

Status apply_withdraw(Transaction& transaction, const Context& context,
                      const WithdrawSwap& arguments) {
  const Result<Date> today = local_today(transaction, context);
  if (!today) return today.error();
  const Result<Swap> offer =
      standing_offer(transaction, context, arguments.id, *today, part("asked", "withdrawn"));
  if (!offer) return offer.error();
  if (role_of_actor(transaction, context) < Role::admin &&
      roommate_of_actor(transaction, context) != offer->from_roommate) {
    return refuse("not_allowed", "Only who made this offer or an admin withdraws it.", "id");
  }
  Swap withdrawn = *offer;
  withdrawn.state = SwapState::withdrawn;
  withdrawn.decided_at = context.now;
  transaction.put(withdrawn);
  return success();
}

std::optional<Command> invert_withdraw(const Reader& before, const Context&,
                                       const WithdrawSwap& arguments) {
  const auto swap = before.find<Swap>(arguments.id);
  if (!swap || swap->state != SwapState::proposed) return std::nullopt;
  return inverse_command(
      ProposeSwap{swap->id, swap->assignment_id, swap->in_return, swap->to_roommate, swap->note});
}

constexpr CommandInfo kPropose = [] {
  CommandInfo info = define_command<ProposeSwap, apply_propose>("swap.propose", kProposeFields);
  info.command_class = CommandClass::guarded;
  info.inverse = &invert_arguments<ProposeSwap, invert_propose>;
  return info;
}();

constexpr CommandInfo kWithdraw = [] {
  CommandInfo info = define_command<WithdrawSwap, apply_withdraw>("swap.withdraw", kWithdrawFields);
  info.command_class = CommandClass::guarded;
  info.inverse = &invert_arguments<WithdrawSwap, invert_withdraw>;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<ProposeSwap>() {
  return kPropose;
}
template <>
const CommandInfo& describe_command<WithdrawSwap>() {
  return kWithdraw;
}

}  // namespace rr
