#include "client/screens/assignment_dialogs.h"

#include "client/screens/acting.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "shared/commands/cycles.h"

namespace rr::screens {
namespace {

using ui::Ui;

// What a reset does to the open chores, in numbers.
std::string reset_words(const Roster& roster) {
  const std::int64_t carried = roster.open_count - roster.overdue_count;
  std::string words = tr("The points of this cycle are settled and everybody starts again at 0.");
  if (roster.open_count == 0) return words + " " + std::string(tr("No chore is open."));
  if (roster.overdue_count > 0) {
    words += " " + tr_count(roster.overdue_count, "{n} overdue chore counts as missed.",
                            "{n} overdue chores count as missed.");
  }
  if (carried > 0) {
    words +=
        " " + tr_count(carried, "{n} open chore moves on to the next cycle with the same people.",
                       "{n} open chores move on to the next cycle with the same people.");
  }
  return words;
}

void draw_reset_question(Ui& ui, app::Session& session, AssignmentsState& state) {
  if (state.question != AssignmentsState::Question::reset) return;
  const std::string text = reset_words(state.roster);
  ui::ConfirmSpec spec;
  spec.key = "reset-cycle";
  spec.title = tr("Reset Cycle?");
  spec.text = text;
  spec.confirm = tr("Reset Cycle");
  spec.error = state.question_error;
  const ui::Choice choice = ui::confirm_dialog(ui, spec);
  if (choice == ui::Choice::none) return;
  state.question_error.clear();
  if (choice == ui::Choice::confirm) {
    const Status status =
        act(ui, session, make_command(ResetCycle{}), {tr("A new cycle has begun"), "refresh-ccw"});
    if (!status) {
      state.question_error = tr_sentence(status.error().message);
      return;
    }
  }
  state.question = AssignmentsState::Question::none;
}

SwapWay swap_way_of(const Roster& roster, const Id& assignment_id) {
  for (const RosterGroup& group : roster.groups) {
    for (const RosterCard& card : group.cards) {
      if (card.assignment->id == assignment_id) return card.swap_way;
    }
  }
  return SwapWay::none;
}

}  // namespace

void draw_assignment_dialogs(Ui& ui, app::Session& session, const Calendar& calendar,
                             AssignmentsState& state) {
  draw_reset_question(ui, session, state);
  draw_preview(ui, session, calendar, state.preview);
  CardDialogs& dialogs = state.dialogs;
  const auto asked = session.household().find<Assignment>(dialogs.why.assignment_id);
  const SwapWay way = swap_way_of(state.roster, dialogs.why.assignment_id);
  if (draw_why(ui, session, calendar, dialogs.why, way != SwapWay::none)) {
    open_swap(session, *asked, way, dialogs.swap);
  }
  draw_swap_dialog(ui, session, calendar, dialogs.swap);
  draw_give_dialog(ui, session, dialogs.give);
}

}  // namespace rr::screens
