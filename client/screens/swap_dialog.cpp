#include "client/screens/swap_dialog.h"

#include "client/screens/acting.h"
#include "client/screens/balance_bars.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/fields.h"
#include "shared/base/text.h"
#include "shared/commands/swaps.h"
#include "shared/domain/balances.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

// The offer as it would be made to `to` with `other` on the other side.
ProposeSwap proposal(const app::Session& session, const SwapForm& form, const Id& to,
                     const Id& other) {
  ProposeSwap propose;
  propose.id = form.swap_id;
  propose.to_roommate = to;
  propose.assignment_id = form.assignment_id;
  propose.in_return = other;
  if (form.way == SwapWay::ask) {
    propose.assignment_id = other;
    propose.in_return = form.assignment_id;
    const auto asked = session.household().find<Assignment>(form.assignment_id);
    if (asked) propose.to_roommate = asked->roommate_id;
  }
  return propose;
}

void find_candidates(const app::Session& session, const Assignment& assignment, SwapForm& form) {
  form.candidates.clear();
  const auto add = [&](Candidate candidate) {
    const Status status =
        try_out(session, make_command(proposal(session, form, candidate.id, Id{})));
    if (!status && status.error().field == "to_roommate") {
      candidate.obstacle = tr_sentence(status.error().message);
    }
    form.candidates.push_back(std::move(candidate));
  };
  add({Id{}, tr("Everyone"), 0, tr("First to accept")});
  for (const auto& person : session.household().all<Roommate>()) {
    if (person->id == assignment.roommate_id) continue;
    if (person->status == RoommateStatus::moved_out) continue;
    add({person->id, person->name, person->colour});
  }
  form.to = choice_among(form.candidates, form.to);
}

// What could stand on the other side: theirs when it is offered, one's own when it is asked for.
void find_returns(const app::Session& session, const Calendar& calendar, SwapForm& form) {
  form.returns.clear();
  form.judged_to = form.to;
  const bool is_asking = form.way == SwapWay::ask;
  const Id holder = is_asking ? own_roommate(session) : form.to;
  Error refusal;
  if (!holder.is_nil()) {
    for (const auto& each : session.household().where<Assignment>("roommate_id", holder)) {
      if (each->status != AssignmentStatus::open) continue;
      const Status status =
          try_out(session, make_command(proposal(session, form, form.to, each->id)));
      if (status) {
        form.returns.push_back(
            {each->id, short_name(each->chore_name) + ", " + load_words(*each, calendar.today)});
      } else {
        refusal = status.error();
      }
    }
  }
  bool is_there = false;
  for (const SwapForm::Return& each : form.returns) is_there |= each.id == form.in_return;
  if (!is_there) form.in_return = Id{};
  if (!is_asking) return;
  if (form.returns.empty()) {
    form.error = tr_sentence(refusal.message);
  } else if (!is_there) {
    form.in_return = form.returns.front().id;
  }
}

void renew(const app::Session& session, const Calendar& calendar, const Assignment& assignment,
           SwapForm& form) {
  const bool is_same = form.version == session.version();
  if (is_same && form.judged_to == form.to) return;
  if (!is_same) {
    form.version = session.version();
    if (form.way == SwapWay::offer) find_candidates(session, assignment, form);
    form.balances.clear();
    for (const auto& [id, balance] : balances_of(session.household()).balances) {
      form.balances.push_back({id, balance.total, balance.total});
    }
  }
  find_returns(session, calendar, form);
}

// How the balances of the two would change.
float draw_effect(Ui& ui, const app::Session& session, const Assignment& assignment,
                  const SwapForm& form, const Rect& column) {
  const auto back = session.household().find<Assignment>(form.in_return);
  const std::int64_t moved = kMicroPerPoint * (assignment.points - (back ? back->points : 0));
  const Id to = form.way == SwapWay::ask ? own_roommate(session) : form.to;
  std::vector<BalanceChange> changes;
  for (BalanceChange change : form.balances) {
    if (change.roommate_id == assignment.roommate_id) {
      change.after -= moved;
    } else if (!to.is_nil() && change.roommate_id == to) {
      change.after += moved;
    } else {
      continue;
    }
    changes.push_back(change);
  }
  return draw_balances(ui, session, changes, column, ui::HeadingLevel::h2);
}

float draw_return(Ui& ui, SwapForm& form, const Rect& column) {
  const bool may_be_nothing = form.way == SwapWay::offer;
  std::vector<std::string_view> options;
  if (may_be_nothing) options.push_back(tr("Nothing"));
  std::size_t selected = 0;
  for (const SwapForm::Return& each : form.returns) {
    if (each.id == form.in_return) selected = options.size();
    options.push_back(each.words);
  }
  ui::SelectSpec spec;
  spec.field.key = "in-return";
  spec.field.name = tr("In return");
  spec.field.error = form.return_error;
  spec.options = options;
  spec.selected = selected;
  const std::size_t chosen = ui::select(ui, column, spec);
  if (chosen != selected && chosen < options.size()) {
    const std::size_t first = may_be_nothing ? 1 : 0;
    form.in_return = chosen < first ? Id{} : form.returns[chosen - first].id;
    form.return_error.clear();
  }
  return ui::field_height(ui, column.width, spec.field);
}

float draw_body(Ui& ui, const app::Session& session, const Calendar& calendar,
                const Assignment& assignment, SwapForm& form, const Rect& column,
                ui::Choice& choice) {
  float y = column.y;
  const auto row = [&] { return Rect{column.x, y, column.width, 0}; };
  const bool is_own = assignment.roommate_id == own_roommate(session);
  std::string about =
      short_name(assignment.chore_name) + ", " + load_words(assignment, calendar.today);
  const std::string name = short_name(assignment.roommate_name);
  if (form.way == SwapWay::ask) {
    about = tr("You ask {name} for {chore}", {{"name", name}, {"chore", about}});
  } else if (!is_own) {
    about = tr("{name}'s {chore}", {{"name", name}, {"chore", about}});
  }
  y += ui::paragraph(ui, "about", column.x, y, column.width, about, ui::type::body) + 16;
  if (form.way == SwapWay::offer) {
    const Id before = form.to;
    y += draw_candidates(ui, row(), {tr("To"), form.candidates, form.to_error}, form.to) + 16;
    if (before != form.to) form.to_error.clear();
  }
  if (!form.returns.empty()) y += draw_return(ui, form, row()) + 16;
  ui::FieldSpec note;
  note.key = "note";
  note.name = tr("Note");
  note.placeholder = tr("Up to 300 characters, if you like");
  note.error = form.note_error;
  note.maximum_length = 300;
  note.enter_hint = "send";
  const auto typed = ui::text_field(ui, row(), note, form.note);
  if (typed.is_changed) form.note_error.clear();
  y += ui::field_height(ui, column.width, note) + 20;
  y += draw_effect(ui, session, assignment, form, row()) + 20;
  const float error = ui::error_message(ui, "error", column.x, y, column.width, form.error);
  if (error > 0) y += error + 16;
  ui::FormButtonsSpec buttons;
  buttons.submit = tr("Send");
  if (form.way == SwapWay::ask && form.returns.empty()) {
    buttons.availability = ui::Availability::disabled;
  }
  choice = ui::form_buttons(ui, column.x, y, column.width, buttons);
  if (typed.is_entered) choice = ui::Choice::confirm;
  return y + ui::kFormButtonsHeight - column.y;
}

void send(Ui& ui, app::Session& session, const Assignment& assignment, SwapForm& form) {
  form.to_error.clear();
  form.return_error.clear();
  form.note_error.clear();
  form.error.clear();
  const bool is_asking = form.way == SwapWay::ask;
  const std::string name =
      is_asking ? short_name(assignment.roommate_name) : look_of(session, form.to).name;
  const char* sentence = is_asking          ? to_translate("{name} is asked for {chore}")
                         : form.to.is_nil() ? to_translate("{chore} offered to everyone")
                                            : to_translate("{chore} offered to {name}");
  const std::string words =
      tr(sentence, {{"name", name}, {"chore", short_name(assignment.chore_name)}});
  ProposeSwap propose = proposal(session, form, form.to, form.in_return);
  if (!trim(form.note).empty()) propose.note = form.note;
  const Status status = act(ui, session, make_command(propose), {words, "arrow-left-right"});
  if (status) {
    form = SwapForm{};
    return;
  }
  const Error& refusal = status.error();
  if (refusal.field == "to_roommate" && !is_asking) {
    form.to_error = refusal.message;
  } else if (refusal.field == "in_return" && !is_asking) {
    form.return_error = tr_sentence(refusal.message);
  } else if (refusal.field == "note") {
    form.note_error = refusal_words(refusal, tr("Note"));
  } else {
    form.error = tr_sentence(refusal.message);
  }
}

}  // namespace

void open_swap(app::Session& session, const Assignment& assignment, SwapWay way, SwapForm& form) {
  form = SwapForm{};
  form.way = way;
  form.swap_id = session.new_id();
  form.assignment_id = assignment.id;
}

void draw_swap_dialog(Ui& ui, app::Session& session, const Calendar& calendar, SwapForm& form) {
  if (form.way == SwapWay::none) return;
  const auto assignment = session.household().find<Assignment>(form.assignment_id);
  if (!assignment) {
    form = SwapForm{};
    return;
  }
  renew(session, calendar, *assignment, form);
  const PersonLook person = look_of(session, assignment->roommate_id);
  ui::Choice choice = ui::Choice::none;
  const ui::DialogSpec spec{"swap", tr("Swap"), 560, person.name, person.hue, ui::HeadingLevel::h1};
  const ui::DialogWish wish = ui::dialog(ui, spec, [&](const Rect& column) {
    return draw_body(ui, session, calendar, *assignment, form, column, choice);
  });
  if (choice == ui::Choice::confirm) {
    send(ui, session, *assignment, form);
  } else if (choice == ui::Choice::cancel || wish == ui::DialogWish::close) {
    form = SwapForm{};
  }
}

}  // namespace rr::screens
