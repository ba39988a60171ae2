#include "client/screens/run_preview.h"

#include <algorithm>

#include "client/screens/acting.h"
#include "client/screens/balance_bars.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "shared/commands/assignments.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/run_codec.h"
#include "shared/domain/run_input.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kRow = 32;

// What a run would decide now.
void plan_now(const app::Session& session, const Calendar& calendar, PreviewState& state) {
  const Reader& household = session.household();
  const auto settings = household_of(household);
  if (!settings || !calendar.zone) return;
  const RunMoment moment = run_moment(household, *settings, *calendar.zone, calendar.now);
  state.input = build_run_input(household, *settings, *calendar.zone, moment);
  state.plan = plan_run(state.input);
  state.digest = digest_of(encode_run_input(state.input));
}

void save(Ui& ui, app::Session& session, const Calendar& calendar, PreviewState& state) {
  PreviewState fresh;
  fresh.is_open = true;
  plan_now(session, calendar, fresh);
  if (fresh.digest != state.digest) {
    for (const PlannedAssignment& each : state.plan.assignments) {
      fresh.holders_before[each.assignment_id] = each.roommate_id;
    }
    state = std::move(fresh);
    return;
  }
  const auto count = static_cast<std::int64_t>(state.plan.assignments.size());
  act_or_tell(ui, session, make_command(RunAssignments{}),
              {count_words(count, "chore", "chores") + " assigned", "dices"});
  state = PreviewState{};
}

bool has_moved(const PreviewState& state, const PlannedAssignment& planned) {
  if (state.holders_before.empty()) return false;
  const auto before = state.holders_before.find(planned.assignment_id);
  return before == state.holders_before.end() || before->second != planned.roommate_id;
}

const RunChore& chore_of(const PreviewState& state, const PlannedAssignment& planned) {
  return *std::find_if(
      state.input.chores.begin(), state.input.chores.end(),
      [&](const RunChore& each) { return each.assignment_id == planned.assignment_id; });
}

std::string chore_name(const app::Session& session, const Id& id) {
  const auto chore = session.household().find<Chore>(id);
  return chore ? chore->name : std::string("A chore that is gone");
}

void draw_planned(Ui& ui, const app::Session& session, const PreviewState& state,
                  const PlannedAssignment& planned, const Rect& row) {
  ui.open(ui::Tag::list_item, ui.key(planned.assignment_id.to_string()), row);
  const ui::BadgeSpec moved{"moved", "Moved", ui::BadgeKind::warning};
  const float badge = has_moved(state, planned) ? ui::badge_width(ui, moved) + 8 : 0;
  ui::label(ui, "name", {row.x, row.y, row.width - 80 - badge, kRow},
            chore_name(session, planned.chore_id), ui::type::body);
  if (badge > 0) ui::badge(ui, row.right() - 80 - badge, row.y + 4, moved);
  ui::label(ui, "points", {row.right() - 80, row.y, 80, kRow},
            count_words(chore_of(state, planned).points, "point", "points"), ui::type::caption,
            Token::text_2, ui::Align::end);
  ui.close();
}

// One person's part; answers its height, 0 for who gets nothing.
float draw_part(Ui& ui, const app::Session& session, const PreviewState& state, const Id& person,
                const Rect& rect) {
  std::vector<const PlannedAssignment*> part;
  std::int64_t points = 0;
  for (const PlannedAssignment& each : state.plan.assignments) {
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
  ui::label(ui, "sum", {rect.right() - 80, rect.y, 80, 28}, count_words(points, "point", "points"),
            ui::type::caption_strong, Token::text, ui::Align::end);
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
  if (state.plan.without_eligible.empty()) return 0;
  std::string words = "Nobody can do ";
  for (const Id& chore : state.plan.without_eligible) {
    if (chore != state.plan.without_eligible.front()) words += ", ";
    words += chore_name(session, chore);
  }
  words += " now: it waits.";
  return ui::paragraph(ui, "waiting", rect.x, rect.y, rect.width, words, ui::type::body) + 16;
}

std::vector<BalanceChange> changes_of(const PreviewState& state) {
  std::vector<BalanceChange> changes;
  for (const RunPerson& before : state.input.people) {
    for (const RunPerson& after : state.plan.people) {
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
  if (!state.holders_before.empty()) {
    y += ui::error_message(ui, "outdated", column.x, y, column.width,
                           "Something changed meanwhile, so nothing was saved. This is how it "
                           "would be now; what moved is marked.") +
         16;
  }
  if (state.plan.assignments.empty()) {
    y += ui::paragraph(ui, "nothing", column.x, y, column.width, "Nothing is due right now.",
                       ui::type::body) +
         16;
    return y + draw_waiting(ui, session, state, row()) - column.y;
  }
  for (const RunPerson& person : state.plan.people) {
    y += draw_part(ui, session, state, person.id, row());
  }
  y += draw_waiting(ui, session, state, row());
  y += draw_balances(ui, session, changes_of(state), row()) + 20;
  choice = ui::form_buttons(ui, column.x, y, column.width, {});
  return y + ui::kFormButtonsHeight - column.y;
}

}  // namespace

void open_preview(const app::Session& session, const Calendar& calendar, PreviewState& state) {
  state = PreviewState{};
  state.is_open = true;
  plan_now(session, calendar, state);
}

void draw_preview(Ui& ui, app::Session& session, const Calendar& calendar, PreviewState& state) {
  if (!state.is_open) return;
  ui::Choice choice = ui::Choice::none;
  const ui::DialogWish wish = ui::dialog(ui, {"preview", "Preview"}, [&](const Rect& column) {
    return draw_body(ui, session, state, column, choice);
  });
  if (choice == ui::Choice::confirm) {
    save(ui, session, calendar, state);
  } else if (choice == ui::Choice::cancel || wish == ui::DialogWish::close) {
    state = PreviewState{};
  }
}

}  // namespace rr::screens
