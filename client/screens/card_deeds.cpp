#include "client/screens/card_deeds.h"

#include "client/screens/acting.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "shared/commands/assignments.h"
#include "shared/commands/by_hand.h"

namespace rr::screens {
namespace {

using ui::Ui;

// Done by whoever has it, or by `done_by`; what is done is open again.
void mark(Ui& ui, app::Session& session, const RosterCard& card, const Id& done_by) {
  const std::string name = short_name(card.assignment->chore_name);
  const Id id = card.assignment->id;
  if (is_done(card)) {
    act_or_tell(ui, session, make_command(UndoAssignment{id}),
                {tr("{chore} is open again", {{"chore", name}}), "undo-2"});
  } else {
    act_or_tell(ui, session, make_command(CompleteAssignment{id, done_by}),
                {tr("{chore} done", {{"chore", name}})});
  }
}

}  // namespace

bool is_done(const RosterCard& card) { return card.assignment->status == AssignmentStatus::done; }

std::vector<CardAction> card_actions(const app::Session& session, const RosterGroup& group,
                                     const RosterCard& card) {
  const bool is_open = card.assignment->status == AssignmentStatus::open;
  std::vector<CardAction> actions;
  const auto add = [&](CardDeed deed, std::string_view name, std::string_view icon) {
    actions.push_back({deed, {name, icon}});
  };
  add(CardDeed::mark, is_done(card) ? tr("Open again") : tr("Mark done"),
      is_done(card) ? "undo-2" : "check");
  if (!group.is_own && !own_roommate(session).is_nil() && !is_done(card)) {
    add(CardDeed::cover, tr("I did it"), "hand-helping");
  }
  add(CardDeed::why, why_name(group.is_own), "scale");
  if (card.swap_way != SwapWay::none) add(CardDeed::swap, tr("Swap"), "arrow-left-right");
  if (is_open && (group.is_away || is_admin(session))) {
    add(CardDeed::skip, tr("Skip"), "skip-forward");
  }
  if (is_open && is_admin(session)) {
    add(CardDeed::lock, card.assignment->is_locked ? tr("Unlock") : tr("Lock"), "lock");
    if (card.can_return) add(CardDeed::give, tr("Give to..."), "hand-helping");
  }
  if (is_open && card.can_return) add(CardDeed::give_back, tr("Give back"), "undo-2");
  return actions;
}

void do_deed(Ui& ui, app::Session& session, const RosterCard& card, CardDeed deed,
             CardDialogs& dialogs) {
  const Assignment& assignment = *card.assignment;
  const std::string name = short_name(assignment.chore_name);
  switch (deed) {
    case CardDeed::mark: mark(ui, session, card, Id{}); return;
    case CardDeed::cover: mark(ui, session, card, own_roommate(session)); return;
    case CardDeed::why:
      dialogs.why = WhyState{};
      dialogs.why.assignment_id = assignment.id;
      return;
    case CardDeed::swap: open_swap(session, assignment, card.swap_way, dialogs.swap); return;
    case CardDeed::skip:
      act_or_tell(ui, session, make_command(SkipAssignment{assignment.id}),
                  {tr("{chore} skipped", {{"chore", name}}), "skip-forward"});
      return;
    case CardDeed::lock:
      act_or_tell(ui, session, make_command(LockAssignment{assignment.id, !assignment.is_locked}),
                  {tr(assignment.is_locked ? to_translate("{chore} is free again")
                                           : to_translate("{chore} is fixed to {name}"),
                      {{"chore", name}, {"name", short_name(assignment.roommate_name)}}),
                   "lock"});
      return;
    case CardDeed::give: open_give(assignment, dialogs.give); return;
    case CardDeed::give_back:
      act_or_tell(ui, session, make_command(ReturnAssignment{assignment.id}),
                  {tr("{chore} is due again, and nobody has it", {{"chore", name}}), "undo-2"});
      return;
  }
}

}  // namespace rr::screens
