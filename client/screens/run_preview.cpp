#include "client/screens/run_preview.h"

#include <algorithm>

#include "client/screens/acting.h"
#include "client/screens/balance_bars.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "client/ui/toast.h"
#include "shared/commands/assignments.h"
#include "shared/domain/cycle_time.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kRow = 32;

constexpr std::string_view kOutdated = "preview_outdated";

// What a run would decide now.
RunPreview preview_now(const app::Session& session, const Calendar& calendar) {
  const Reader& household = session.household();
  const auto settings = household_of(household);
  if (!settings || !calendar.zone) return {};
  return preview_run(household, *settings, *calendar.zone, calendar.now);
}

void show_fresh(const app::Session& session, const Calendar& calendar, PreviewState& state) {
  PreviewState fresh;
  fresh.is_open = true;
  fresh.shown = preview_now(session, calendar);
  fresh.is_outdated = true;
  fresh.moved = moved_between(state.shown.plan, fresh.shown.plan);
  state = std::move(fresh);
}

std::vector<Id> outdated_refusals(const app::Session& session) {
  std::vector<Id> found;
  for (const app::RefusedChange& change : session.refusals()) {
    if (change.code == kOutdated) found.push_back(change.mutation_id);
  }
  return found;
}

void save(Ui& ui, app::Session& session, const Calendar& calendar, PreviewState& state) {
  state.refused_before = outdated_refusals(session).size();
  const Status status = act(ui, session, make_command(RunAssignments{state.shown.digest}));
  if (status) {
    state.is_sent = true;
  } else if (status.error().code == kOutdated) {
    show_fresh(session, calendar, state);
  } else {
    ui::show_error(
        ui, tr("Failed to assign: {reason}", {{"reason", tr_sentence(status.error().message)}}));
    state = PreviewState{};
  }
}

// Once the household has agreed or refused, or when it cannot be reached: then it is requested.
void take_answer(Ui& ui, app::Session& session, const Calendar& calendar, PreviewState& state) {
  const std::vector<Id> refused = outdated_refusals(session);
  if (refused.size() > state.refused_before) {
    // Told here: it need not be told once more among what could not be applied.
    session.discard(refused.back());
    show_fresh(session, calendar, state);
    return;
  }
  const Id first = state.shown.plan.assignments.front().assignment_id;
  const bool is_there = session.household().find<Assignment>(first) != nullptr;
  const bool is_agreed = is_there && !session.is_requested(describe<Assignment>(), first);
  const app::SaveStatus saving = session.save_status();
  if (!is_agreed && saving.waiting > 0 && saving.state != app::SaveState::offline) return;
  if (is_there) {
    const auto count = static_cast<std::int64_t>(state.shown.plan.assignments.size());
    ui::show_toast(ui,
                   {tr_count(count, "{n} chore assigned", "{n} chores assigned"), {}, {}, "dices"});
  }
  state = PreviewState{};
}

bool has_moved(const PreviewState& state, const PlannedAssignment& planned) {
  return std::any_of(state.moved.begin(), state.moved.end(), [&](const MovedAssignment& each) {
    return each.assignment_id == planned.assignment_id;
  });
}

const RunChore& chore_of(const PreviewState& state, const PlannedAssignment& planned) {
  return *std::find_if(
      state.shown.input.chores.begin(), state.shown.input.chores.end(),
      [&](const RunChore& each) { return each.assignment_id == planned.assignment_id; });
}

std::string chore_name(const app::Session& session, const Id& id) {
  const auto chore = session.household().find<Chore>(id);
  return chore ? chore->name : std::string(tr("A chore that is gone"));
}

void draw_planned(Ui& ui, const app::Session& session, const PreviewState& state,
                  const PlannedAssignment& planned, const Rect& row) {
  ui.open(ui::Tag::list_item, ui.key(planned.assignment_id.to_string()), row);
  const ui::BadgeSpec moved{"moved", tr("Moved"), ui::BadgeKind::warning};
  const float badge = has_moved(state, planned) ? ui::badge_width(ui, moved) + 8 : 0;
  ui::label(ui, "name", {row.x, row.y, row.width - 80 - badge, kRow},
            chore_name(session, planned.chore_id), ui::type::body);
  if (badge > 0) ui::badge(ui, row.right() - 80 - badge, row.y + 4, moved);
  ui::label(ui, "points", {row.right() - 80, row.y, 80, kRow},
            tr_count(chore_of(state, planned).points, "{n} point", "{n} points"), ui::type::caption,
            Token::text_2, ui::Align::end);
  ui.close();
}

// One person's part; answers its height, 0 for who gets nothing.
float draw_part(Ui& ui, const app::Session& session, const PreviewState& state, const Id& person,
                const Rect& rect) {
  std::vector<const PlannedAssignment*> part;
  std::int64_t points = 0;
  for (const PlannedAssignment& each : state.shown.plan.assignments) {
    if (each.roommate_id != person) continue;
    part.push_back(&each);
    points += chore_of(state, each).points;
  }
  if (part.empty()) return 0;
  const PersonLook look = look_of(session, person);
  const std::string key = person.to_string();
  const float height = 32 + kRow * static_cast<float>(part.size());
  ui.open(ui::Tag::section, ui.key(key), {rect.x, rect.y, rect.width, height})
      .attributes.emplace_back(ui::Attribute::label, look.name);
  ui::avatar(ui, rect.x, rect.y + 2, 24, look.name, look.hue);
  ui::heading(ui, "name", {rect.x + 36, rect.y, rect.width - 116, 28}, look.name,
              ui::type::body_strong, ui::HeadingLevel::h3);
  ui::label(ui, "sum", {rect.right() - 80, rect.y, 80, 28},
            tr_count(points, "{n} point", "{n} points"), ui::type::caption_strong, Token::text,
            ui::Align::end);
  float y = rect.y + 32;
  ui.open(ui::Tag::list, ui.key("chores"), {rect.x, y, rect.width, height - 32});
  for (const PlannedAssignment* each : part) {
    draw_planned(ui, session, state, *each, {rect.x + 36, y, rect.width - 36, kRow});
    y += kRow;
  }
  ui.close();
  ui.close();
  return height + 12;
}

float draw_waiting(Ui& ui, const app::Session& session, const PreviewState& state,
                   const Rect& rect) {
  if (state.shown.plan.without_eligible.empty()) return 0;
  std::string chores;
  for (const Id& chore : state.shown.plan.without_eligible) {
    if (!chores.empty()) chores += ", ";
    chores += chore_name(session, chore);
  }
  const std::string words = tr("Nobody can do {chores} now: it waits.", {{"chores", chores}});
  return ui::paragraph(ui, "waiting", rect.x, rect.y, rect.width, words, ui::type::body) + 16;
}

std::vector<BalanceChange> changes_of(const PreviewState& state) {
  std::vector<BalanceChange> changes;
  for (const RunPerson& before : state.shown.input.people) {
    for (const RunPerson& after : state.shown.plan.people) {
      if (after.id != before.id) continue;
      changes.push_back({before.id, before.balance.total, after.balance.total});
    }
  }
  return changes;
}

// Answers the height used.
float draw_body(Ui& ui, const app::Session& session, const PreviewState& state, const Rect& column,
                ui::Choice& choice) {
  float y = column.y;
  const auto row = [&] { return Rect{column.x, y, column.width, 0}; };
  if (state.is_outdated) {
    std::string words = tr("Something changed meanwhile, so nothing was saved.");
    words += " ";
    words += state.moved.empty() ? tr("The same people would have the same chores.")
                                 : tr("This is how it would be now; what moved is marked.");
    y += ui::error_message(ui, "outdated", column.x, y, column.width, words) + 16;
  }
  if (state.shown.plan.assignments.empty()) {
    y += ui::paragraph(ui, "nothing", column.x, y, column.width, tr("Nothing is due right now."),
                       ui::type::body) +
         16;
    return y + draw_waiting(ui, session, state, row()) - column.y;
  }
  for (const RunPerson& person : state.shown.plan.people) {
    y += draw_part(ui, session, state, person.id, row());
  }
  y += draw_waiting(ui, session, state, row());
  y += draw_balances(ui, session, changes_of(state), row(), ui::HeadingLevel::h3) + 20;
  ui::FormButtonsSpec buttons;
  if (state.is_sent) {
    buttons.submit = tr("Saving...");
    buttons.availability = ui::Availability::busy;
  }
  choice = ui::form_buttons(ui, column.x, y, column.width, buttons);
  return y + ui::kFormButtonsHeight - column.y;
}

}  // namespace

void open_preview(const app::Session& session, const Calendar& calendar, PreviewState& state) {
  state = PreviewState{};
  state.is_open = true;
  state.shown = preview_now(session, calendar);
}

void draw_preview(Ui& ui, app::Session& session, const Calendar& calendar, PreviewState& state) {
  if (state.is_sent) take_answer(ui, session, calendar, state);
  if (!state.is_open) return;
  ui::Choice choice = ui::Choice::none;
  const ui::DialogWish wish = ui::dialog(ui, {"preview", tr("Preview")}, [&](const Rect& column) {
    return draw_body(ui, session, state, column, choice);
  });
  if (choice == ui::Choice::confirm) {
    save(ui, session, calendar, state);
  } else if (choice == ui::Choice::cancel || wish == ui::DialogWish::close) {
    state = PreviewState{};
  }
}

}  // namespace rr::screens
