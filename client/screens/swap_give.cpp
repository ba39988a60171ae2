#include "client/screens/swap_give.h"

#include <algorithm>

#include "client/screens/acting.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/fields.h"
#include "shared/commands/by_hand.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/run_input.h"
#include "shared/store/overlay.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr std::size_t kNamed = 3;  // chores that are named; the others are counted

std::string chore_name(const app::Session& session, const Id& chore_id) {
  const auto chore = session.household().find<Chore>(chore_id);
  return chore ? short_name(chore->name) : std::string(tr("A chore"));
}

Result<Command> give_command(const GiveForm& form, const Id& to) {
  return make_command(GiveAssignment{form.chore_id, to});
}

void renew(const app::Session& session, GiveForm& form) {
  if (form.version == session.version() && form.judged_chore == form.chore_id) return;
  form.version = session.version();
  form.judged_chore = form.chore_id;
  form.candidates.clear();
  form.error.clear();
  const auto held = session.household().find<Assignment>(form.assignment_id);
  Overlay taken_back(session.household());
  if (held) {
    const Status status =
        try_out(session, make_command(ReturnAssignment{form.assignment_id}), taken_back);
    if (!status) form.error = tr_sentence(status.error().message);
  }
  for (const auto& person : session.household().all<Roommate>()) {
    if (person->status == RoommateStatus::moved_out) continue;
    if (held && person->id == held->roommate_id) continue;
    Overlay attempt(taken_back);
    const Status status = try_out(session, give_command(form, person->id), attempt);
    Candidate candidate{person->id, person->name, person->colour};
    if (!status && status.error().field == "roommate_id") {
      candidate.obstacle = tr_sentence(status.error().message);
    } else if (!status && form.error.empty()) {
      form.error = tr_sentence(status.error().message);
    }
    form.candidates.push_back(std::move(candidate));
  }
  form.to = choice_among(form.candidates, form.to);
}

void save(Ui& ui, app::Session& session, GiveForm& form) {
  form.to_error.clear();
  if (!form.assignment_id.is_nil()) {
    const Status status = act(ui, session, make_command(ReturnAssignment{form.assignment_id}));
    if (!status) {
      form.error = tr_sentence(status.error().message);
      return;
    }
    form.assignment_id = Id{};
  }
  const std::string words =
      tr("{chore} given to {name}",
         {{"chore", chore_name(session, form.chore_id)}, {"name", look_of(session, form.to).name}});
  const Status status = act(ui, session, give_command(form, form.to), {words, "hand-helping"});
  if (status) {
    close_give(form);
  } else if (status.error().field == "roommate_id") {
    form.to_error = tr_sentence(status.error().message);
  } else {
    form.error = tr_sentence(status.error().message);
  }
}

float draw_chore(Ui& ui, GiveForm& form, const Rect& column) {
  std::vector<std::string> names;
  std::vector<std::string_view> options;
  std::size_t selected = 0;
  for (const auto& chore : form.due) names.push_back(short_name(chore->name));
  for (std::size_t i = 0; i < names.size(); ++i) {
    options.push_back(names[i]);
    if (form.due[i]->id == form.chore_id) selected = i;
  }
  ui::SelectSpec spec;
  spec.field.key = "chore";
  spec.field.name = tr("Chore");
  spec.options = options;
  spec.selected = selected;
  const std::size_t chosen = ui::select(ui, column, spec);
  if (chosen < form.due.size()) form.chore_id = form.due[chosen]->id;
  return ui::field_height(ui, column.width, spec.field);
}

float draw_body(Ui& ui, const app::Session& session, GiveForm& form, const Rect& column,
                ui::Choice& choice) {
  float y = column.y;
  const auto row = [&] { return Rect{column.x, y, column.width, 0}; };
  if (form.assignment_id.is_nil() && form.due.size() > 1) y += draw_chore(ui, form, row()) + 16;
  const auto held = session.household().find<Assignment>(form.assignment_id);
  const std::string chore = chore_name(session, form.chore_id);
  const std::string about =
      held ? tr("{chore}, now with {name}, is fixed to who gets it and counts for their balance as "
                "always.",
                {{"chore", chore}, {"name", short_name(held->roommate_name)}})
           : tr("{chore} is fixed to who gets it and counts for their balance as always.",
                {{"chore", chore}});
  y += ui::paragraph(ui, "about", column.x, y, column.width, about, ui::type::body) + 16;
  y += draw_candidates(ui, row(), {tr("To"), form.candidates, form.to_error}, form.to) + 16;
  const float error = ui::error_message(ui, "error", column.x, y, column.width, form.error);
  if (error > 0) y += error + 16;
  ui::FormButtonsSpec buttons;
  if (form.to.is_nil() || !form.error.empty()) {
    buttons.availability = ui::Availability::disabled;
  }
  choice = ui::form_buttons(ui, column.x, y, column.width, buttons);
  return y + ui::kFormButtonsHeight - column.y;
}

void renew_due(const app::Session& session, const Calendar& calendar, GiveForm& form) {
  if (form.due_version == session.version() && form.due_day == calendar.today) return;
  form.due_version = session.version();
  form.due_day = calendar.today;
  form.due.clear();
  const Reader& household = session.household();
  const auto settings = household_of(household);
  if (!settings || !calendar.zone || !running_cycle(household)) return;
  const RunMoment moment = run_moment(household, *settings, *calendar.zone, calendar.now);
  for (auto& chore : household.all<Chore>()) {
    if (due_occurrence(household, *chore, moment.today, moment.cycle.last)) {
      form.due.push_back(std::move(chore));
    }
  }
}

std::string due_names(const GiveForm& form) {
  std::string names;
  const std::size_t count = form.due.size();
  for (std::size_t i = 0; i < std::min(count, kNamed); ++i) {
    if (i > 0) names += ", ";
    names += short_name(form.due[i]->name);
  }
  if (count <= kNamed) return names;
  return tr("{names} and {count} more",
            {{"names", names}, {"count", std::to_string(count - kNamed)}});
}

}  // namespace

void close_give(GiveForm& form) {
  form.is_open = false;
  form.assignment_id = form.to = Id{};
  form.to_error.clear();
  form.error.clear();
}

void open_give(const Assignment& assignment, GiveForm& form) {
  close_give(form);
  form.is_open = true;
  form.version = 0;
  form.assignment_id = assignment.id;
  form.chore_id = assignment.chore_id;
}

void draw_give_dialog(Ui& ui, app::Session& session, GiveForm& form) {
  if (!form.is_open) return;
  renew(session, form);
  ui::Choice choice = ui::Choice::none;
  ui::DialogSpec spec{"give", tr("Give to...")};
  if (!form.assignment_id.is_nil()) spec.level = ui::HeadingLevel::h1;
  const ui::DialogWish wish = ui::dialog(
      ui, spec, [&](const Rect& column) { return draw_body(ui, session, form, column, choice); });
  if (choice == ui::Choice::confirm) {
    save(ui, session, form);
  } else if (choice == ui::Choice::cancel || wish == ui::DialogWish::close) {
    close_give(form);
  }
}

float draw_due(Ui& ui, const app::Session& session, const Calendar& calendar, GiveForm& form,
               const Rect& column) {
  if (!is_admin(session)) return 0;
  renew_due(session, calendar, form);
  if (form.due.empty()) return 0;
  ui::ButtonSpec give;
  give.key = "give";
  give.name = tr("Give to...");
  give.icon = "hand-helping";
  give.kind = ui::ButtonKind::plain;
  give.size = ui::ButtonSize::small;
  const float width = ui::button_width(ui, give);
  const std::string words =
      tr("Due, and nobody has it yet: {chores}", {{"chores", due_names(form)}});
  const auto lines = ui::wrap_text(ui, words, ui::type::caption, column.width - width - 12);
  const float text = static_cast<float>(lines.size()) * ui::type::caption.line_height;
  const float height = std::max(44.0F, text);
  ui::paragraph(ui, "due", column.x, column.y + (height - text) / 2, column.width - width - 12,
                words, ui::type::caption);
  const Rect place{column.right() - width, column.y + (height - 36) / 2, width, 36};
  if (ui::button(ui, place, give)) {
    close_give(form);
    form.is_open = true;
    form.version = 0;
    form.chore_id = form.due.front()->id;
  }
  return height;
}

}  // namespace rr::screens
