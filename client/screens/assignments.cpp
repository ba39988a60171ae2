#include "client/screens/assignments.h"

#include <algorithm>
#include <array>

#include "client/platform/system.h"
#include "client/screens/acting.h"
#include "client/screens/assignment_dialogs.h"
#include "client/screens/assignment_panels.h"
#include "client/screens/facts.h"
#include "client/screens/row_key.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/choices.h"
#include "client/ui/decor.h"
#include "client/ui/toast.h"
#include "shared/commands/assignments.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kSidePanelWidth = 336;
// From here on "Preview" and "Past cycles" stand above the groups, else below everything.
constexpr float kRoomyTitleRow = 480;
constexpr float kWideColumn = 900;  // from here on the panels stand beside the groups

std::array<std::string_view, 2> filter_names() { return {tr("Everyone"), tr("Mine")}; }

void assign(Ui& ui, app::Session& session) {
  const auto open_count = [&] {
    std::int64_t count = 0;
    for (const auto& each : session.household().all<Assignment>()) {
      if (each->status == AssignmentStatus::open) ++count;
    }
    return count;
  };
  const std::int64_t before = open_count();
  const Status status = act(ui, session, make_command(RunAssignments{}));
  if (!status) {
    ui::show_error(
        ui, tr("Failed to assign: {reason}", {{"reason", tr_sentence(status.error().message)}}));
    return;
  }
  const std::int64_t given = open_count() - before;
  if (given > 0) {
    ui::show_toast(ui,
                   {tr_count(given, "{n} chore assigned", "{n} chores assigned"), {}, {}, "dices"});
  } else {
    ui::show_toast(ui, {tr("Nothing is due right now"), {}, {}, "circle-check"});
  }
}

// Guarded: from the press until the server has agreed.
bool is_assigning(const app::Session& session, const Roster& roster) {
  return roster.has_requested && session.save_status().state == app::SaveState::saving;
}

struct Actions {
  ui::ButtonSpec assign;
  ui::ButtonSpec preview;
  ui::ButtonSpec reset;
};

Actions actions_of(const app::Session& session, const Roster& roster) {
  Actions actions;
  const bool is_busy = is_assigning(session, roster);
  actions.assign.key = "assign";
  actions.assign.name = is_busy ? tr("Assigning...") : tr("Assign Chores");
  actions.assign.icon = "dices";
  // Without chores the next step is another one.
  actions.assign.kind = roster.has_chores ? ui::ButtonKind::primary : ui::ButtonKind::secondary;
  if (is_busy) actions.assign.availability = ui::Availability::busy;
  actions.preview.key = "preview";
  actions.preview.name = tr("Preview");
  actions.preview.icon = "eye";
  if (is_busy) actions.preview.availability = ui::Availability::disabled;
  actions.reset.key = "reset";
  actions.reset.name = tr("Reset Cycle");
  actions.reset.icon = "refresh-ccw";
  return actions;
}

void draw_filter(Ui& ui, AssignmentsState& state, const Rect& rect) {
  const auto selected = static_cast<std::size_t>(state.filter);
  const auto names = filter_names();
  const auto chosen = ui::segments(ui, rect, {"filter", tr("Show"), names, selected});
  state.filter = static_cast<RosterFilter>(chosen);
}

void draw_reset(Ui& ui, const app::Session& session, AssignmentsState& state,
                const Actions& actions, const Rect& rect) {
  if (is_admin(session) && ui::button(ui, rect, actions.reset)) {
    state.question = AssignmentsState::Question::reset;
  }
}

// Beside the title, the main one last.
void draw_title_buttons(Ui& ui, app::Session& session, const Calendar& calendar,
                        AssignmentsState& state, const Rect& row) {
  const Actions actions = actions_of(session, state.roster);
  const float assign_width = ui::button_width(ui, actions.assign);
  const float reset_width = ui::button_width(ui, actions.reset);
  const float x = row.right() - assign_width;
  const bool has_preview = row.width >= kRoomyTitleRow;
  const float preview_width = ui::button_width(ui, actions.preview);
  const float preview_x = x - 12 - preview_width;
  const float left = has_preview ? preview_x - 12 : x - 12;
  draw_reset(ui, session, state, actions, {left - reset_width, row.y, reset_width, 44});
  if (has_preview && ui::button(ui, {preview_x, row.y, preview_width, 44}, actions.preview)) {
    open_preview(session, calendar, state.preview);
  }
  if (ui::button(ui, {x, row.y, assign_width, 44}, actions.assign)) assign(ui, session);
}

// Filter and main button: one row where they fit, else one below the other.
float draw_phone_toolbar(Ui& ui, app::Session& session, AssignmentsState& state,
                         const Rect& column) {
  const Actions actions = actions_of(session, state.roster);
  const float filter_width = ui::segments_width(ui, filter_names());
  const float assign_width = ui::button_width(ui, actions.assign);
  if (column.width >= filter_width + assign_width + 8) {
    draw_filter(ui, state, {column.x, column.y, filter_width, 44});
    const Rect place{column.right() - assign_width, column.y, assign_width, 44};
    if (ui::button(ui, place, actions.assign)) assign(ui, session);
    return 44;
  }
  draw_filter(ui, state, {column.x, column.y, column.width, 44});
  if (ui::button(ui, {column.x, column.y + 52, column.width, 44}, actions.assign)) {
    assign(ui, session);
  }
  return 96;
}

std::string instant_words(Instant at, const Calendar& calendar) {
  return tr("{date}, {time}", {{"date", platform::format_date(calendar.date_of(at).days)},
                               {"time", platform::format_time(at.unix_ms, calendar.zone_name)}});
}

std::vector<Fact> facts_of(const app::Session& session, const Roster& roster,
                           const Calendar& calendar) {
  std::vector<Fact> facts;
  facts.push_back({tr("Last Assignment:"), roster.last_run_at
                                               ? instant_words(*roster.last_run_at, calendar)
                                               : tr_in("time", "Never")});
  facts.push_back({tr("Current Assignments:"), std::to_string(roster.count)});
  const auto reset = next_reset(session, calendar);
  if (reset) facts.push_back({tr("Next reset:"), instant_words(*reset, calendar)});
  return facts;
}

ui::ButtonSpec past_button() {
  ui::ButtonSpec past;
  past.key = "past";
  past.name = tr("Past cycles");
  past.icon = "history";
  past.kind = ui::ButtonKind::plain;
  return past;
}

void draw_past(Ui& ui, AssignmentsState& state, const Rect& rect) {
  if (ui::button(ui, rect, past_button())) {
    state.wanted_route = app::Route{app::ScreenName::past_cycles, {}};
  }
}

// Facts at the left, filter and what leads to the past at the right.
float draw_filter_row(Ui& ui, const app::Session& session, AssignmentsState& state,
                      const Calendar& calendar, bool has_past, const Rect& column) {
  const std::vector<Fact> facts = facts_of(session, state.roster, calendar);
  const float filter_width = ui::segments_width(ui, filter_names());
  const float past_width = has_past ? ui::button_width(ui, past_button()) + 8 : 0;
  const float right = column.right() - past_width;
  const float room = right - filter_width - 24 - column.x;
  const float height = facts_width(ui, facts) <= room ? 18.0F : 40.0F;
  draw_facts(ui, {column.x, column.y + (44 - height) / 2, room, height}, facts);
  draw_filter(ui, state, {right - filter_width, column.y, filter_width, 44});
  if (has_past) draw_past(ui, state, {right + 8, column.y, past_width - 8, 44});
  return 44;
}

// What there is stands beside the title, or below it where the title would be cut.
float draw_group_head(Ui& ui, const RosterGroup& group, const Rect& rect) {
  const std::string facts =
      tr_count(static_cast<std::int64_t>(group.cards.size()), "{n} chore", "{n} chores") + ", " +
      tr_count(group.points, "{n} point", "{n} points");
  const float facts_width = ui::text_width(ui, facts, ui::type::caption) + 1;
  const std::string title = tr("{name}'s Chores", {{"name", group.name}});
  const ui::BadgeSpec own{"you", tr("You"), ui::BadgeKind::accent};
  const ui::BadgeSpec away{"away", tr("Away"), ui::BadgeKind::neutral, "plane"};
  const float badges = (group.is_own ? ui::badge_width(ui, own) + 8 : 0.0F) +
                       (group.is_away ? ui::badge_width(ui, away) + 8 : 0.0F);
  const float title_width = ui::text_width(ui, title, ui::type::title) + 1;
  const float room = rect.width - 44 - badges;
  const bool is_stacked = title_width > room - facts_width - 12;
  const float width = std::min(room, title_width);
  const float line = is_stacked ? 26.0F : 36.0F;
  ui::avatar(ui, rect.x, rect.y + (is_stacked ? 6.0F : 2.0F), 32, group.name, group.hue);
  ui::heading(ui, "title", {rect.x + 44, rect.y, width, line}, title, ui::type::title,
              ui::HeadingLevel::h2);
  float x = rect.x + 44 + width + 8;
  const float badge_y = rect.y + (line - ui::kBadgeHeight) / 2;
  if (group.is_own) x += ui::badge(ui, x, badge_y, own) + 8;
  if (group.is_away) ui::badge(ui, x, badge_y, away);
  const Rect facts_place = is_stacked ? Rect{rect.x + 44, rect.y + line, rect.width - 44, 18}
                                      : Rect{rect.right() - facts_width, rect.y, facts_width, line};
  ui::label(ui, "facts", facts_place, facts, ui::type::caption, Token::text_2);
  return is_stacked ? 44.0F : 36.0F;
}

float draw_group(Ui& ui, app::Session& session, AssignmentsState& state, const Calendar& calendar,
                 const RosterGroup& group, const Rect& column) {
  const std::string title = tr("{name}'s Chores", {{"name", group.name}});
  const std::uint64_t key = ui.key(group.roommate_id.to_string());
  float& height = ui.kept(key);
  ui.open(ui::Tag::section, key, {column.x, column.y, column.width, height})
      .attributes.emplace_back(ui::Attribute::label, title);
  float y = column.y + draw_group_head(ui, group, column) + 10;
  ui::ListSpec list;
  list.key = "cards";
  list.name = title;
  list.columns = column.width >= 600 ? 2 : 1;
  list.gap = column.width >= 600 ? 16.0F : 12.0F;
  list.guessed_height = 130;
  y += ui::draw_list(ui, list, {column.x, y, column.width, 0}, group.list_rows,
                     state.lists[group.roommate_id], [&](std::size_t i, const Rect& rect) {
                       return draw_assignment_card(ui, session, calendar, group, group.cards[i],
                                                   state.dialogs, rect);
                     });
  ui.close();
  if (y - column.y != height) {
    height = y - column.y;
    platform::request_frame();
  }
  return height;
}

float draw_empty(Ui& ui, AssignmentsState& state, const Rect& column) {
  ui::EmptyStateSpec empty;
  empty.key = "empty";
  empty.picture = ui::Picture::clipboard;
  empty.title = tr("No chores assigned yet");
  if (state.roster.has_chores) {
    empty.text = tr("Press Assign Chores and everybody gets a fair share.");
  } else {
    empty.text = tr("Add chores and roommates first. Then press Assign Chores.");
    empty.action = tr("Add chores");
  }
  const auto result = ui::empty_state(ui, column, empty);
  if (result.is_activated) state.wanted_route = app::Route{app::ScreenName::chores, {}};
  return result.height;
}

float draw_groups(Ui& ui, app::Session& session, AssignmentsState& state, const Calendar& calendar,
                  const Rect& column) {
  if (state.roster.groups.empty()) return draw_empty(ui, state, column);
  const float half = (column.width - 16) / 2;
  const bool has_halves = column.width >= 600 && state.filter == RosterFilter::everyone;
  const auto is_single = [&](std::size_t at) {
    return at < state.roster.groups.size() && state.roster.groups[at].cards.size() == 1;
  };
  float y = column.y;
  bool is_any_shown = false;
  for (std::size_t i = 0; i < state.roster.groups.size(); ++i) {
    const RosterGroup& group = state.roster.groups[i];
    if (state.filter == RosterFilter::mine && !group.is_own) continue;
    is_any_shown = true;
    // Two people with one card each share a row: half of it would be empty otherwise.
    const bool is_shared = has_halves && is_single(i) && is_single(i + 1);
    Rect place{column.x, y, is_shared ? half : column.width, 0};
    float height = draw_group(ui, session, state, calendar, group, place);
    if (is_shared) {
      place.x += half + 16;
      height = std::max(height,
                        draw_group(ui, session, state, calendar, state.roster.groups[++i], place));
    }
    y += height + 24;
  }
  if (is_any_shown) return y - 24 - column.y;
  ui::EmptyStateSpec nothing;
  nothing.key = "nothing";
  nothing.picture = ui::Picture::people;
  nothing.title = tr("Nothing for you right now");
  nothing.text = own_roommate(session).is_nil()
                     ? tr("Link your account to a roommate to see your own chores here.")
                     : tr("Enjoy it. Everyone shows what the others do.");
  return ui::empty_state(ui, {column.x, y, column.width, 0}, nothing).height;
}

// Offers, who has what, and what nobody has; answers the height.
float draw_main(Ui& ui, app::Session& session, AssignmentsState& state, const Calendar& calendar,
                const Rect& column) {
  float y = column.y;
  const auto row = [&] { return Rect{column.x, y, column.width, 0}; };
  const float offers = draw_swap_offers(ui, session, calendar, state.swaps, row());
  if (offers > 0) y += offers + 24;
  const float due = draw_due(ui, session, calendar, state.dialogs.give, row());
  if (due > 0) y += due + 16;
  return y + draw_groups(ui, session, state, calendar, row()) - column.y;
}

// What stands above the groups where there is room; answers its height.
float draw_foot(Ui& ui, app::Session& session, AssignmentsState& state, const Calendar& calendar,
                const app::ScreenPlace& page, const Rect& column) {
  const Actions actions = actions_of(session, state.roster);
  float y = column.y + 20;
  const auto row = [&] { return Rect{column.x, y, column.width, 44}; };
  if (!page.has_title_row()) {
    y += draw_facts(ui, row(), facts_of(session, state.roster, calendar)) + 20;
  }
  if (ui::button(ui, row(), actions.preview)) open_preview(session, calendar, state.preview);
  y += 56;
  draw_past(ui, state, row());
  y += 56;
  if (!page.has_title_row()) draw_reset(ui, session, state, actions, row());
  return y + 44 - column.y;
}

void renew_roster(const app::Session& session, AssignmentsState& state, const Calendar& calendar) {
  const bool is_same =
      state.roster_version == session.version() && state.roster_day == calendar.today;
  if (is_same) return;
  state.roster = make_roster(session, calendar);
  state.roster_version = session.version();
  state.roster_day = calendar.today;
  std::erase_if(state.lists, [&](const auto& each) {
    return std::none_of(state.roster.groups.begin(), state.roster.groups.end(),
                        [&](const RosterGroup& group) { return group.roommate_id == each.first; });
  });
}

}  // namespace

float draw_assignments(Ui& ui, app::Session& session, AssignmentsState& state,
                       const app::ScreenPlace& page) {
  const Rect& column = page.column;
  const Calendar calendar = calendar_of(session);
  renew_roster(session, state, calendar);
  renew_fairness(session, calendar, state.fairness);
  const bool is_wide = column.width >= kWideColumn;
  const bool is_roomy = page.title_row.width >= kRoomyTitleRow;
  float y = column.y + 8;
  const auto row = [&] { return Rect{column.x, y, column.width, 0}; };
  if (page.has_title_row()) {
    draw_title_buttons(ui, session, calendar, state, page.title_row);
    y += draw_filter_row(ui, session, state, calendar, is_roomy, row()) + 16;
  } else {
    y += draw_phone_toolbar(ui, session, state, row()) + 16;
  }
  if (state.roster.has_requested && !is_assigning(session, state.roster)) {
    y += draw_requested_note(ui, row()) + 16;
  }
  const float width = is_wide ? column.width - kSidePanelWidth - 24 : column.width;
  const float groups = draw_main(ui, session, state, calendar, {column.x, y, width, 0});
  const Rect side = is_wide ? Rect{column.right() - kSidePanelWidth, y, kSidePanelWidth, 0}
                            : Rect{column.x, y + groups + 24, column.width, 0};
  float side_y = side.y;
  if (!state.roster.groups.empty()) side_y += draw_summary(ui, state.roster, side) + 16;
  const Rect fairness_place{side.x, side_y, side.width, 0};
  const float fairness = draw_fairness(ui, session, state.fairness, fairness_place);
  if (fairness > 0) side_y += fairness + 16;
  side_y += draw_instructions(ui, {side.x, side_y, side.width, 0});
  if (!is_roomy) {
    side_y += draw_foot(ui, session, state, calendar, page, {side.x, side_y, side.width, 0});
  }
  draw_assignment_dialogs(ui, session, calendar, state);
  return std::max(y + groups, side_y) - column.y;
}

}  // namespace rr::screens
