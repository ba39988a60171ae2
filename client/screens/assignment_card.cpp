#include "client/screens/assignment_card.h"

#include <algorithm>
#include <array>

#include "client/platform/system.h"
#include "client/screens/acting.h"
#include "client/screens/facts.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/ui/choices.h"
#include "client/ui/decor.h"
#include "client/ui/menu.h"
#include "shared/commands/assignments.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 16;
constexpr float kNarrowFacts = 310;  // below it "Due" would stand in a line of its own

bool is_done(const RosterCard& card) { return card.assignment->status == AssignmentStatus::done; }

std::string subtitle(const RosterCard& card, const Calendar& calendar) {
  const Assignment& assignment = *card.assignment;
  if (!is_done(card)) {
    return assignment.type == ChoreType::predefined ? "Rotation" : "Random";
  }
  std::string words = "Done";
  if (!card.done_by.empty()) words += " by " + short_name(card.done_by);
  if (!assignment.completed_at) return words;
  const Instant at = *assignment.completed_at;
  if (calendar.date_of(at) != calendar.today) {
    return words + " on " + platform::format_date(calendar.date_of(at).days);
  }
  return words + " at " + platform::format_time(at.unix_ms, calendar.zone_name);
}

void mark(Ui& ui, app::Session& session, const RosterCard& card, const Id& done_by) {
  const std::string name = short_name(card.assignment->chore_name);
  const Id id = card.assignment->id;
  if (is_done(card)) {
    act_or_tell(ui, session, make_command(UndoAssignment{id}), {name + " is open again", "undo-2"});
  } else {
    act_or_tell(ui, session, make_command(CompleteAssignment{id, done_by}), {name + " done"});
  }
}

// Whether skipping is on offer here: the server judges it again.
bool may_skip(const app::Session& session, const RosterGroup& group, const RosterCard& card) {
  return card.assignment->status == AssignmentStatus::open && (group.is_away || is_admin(session));
}

float draw_menu(Ui& ui, app::Session& session, const RosterGroup& group, const RosterCard& card,
                const Rect& place) {
  if (!may_skip(session, group, card)) return 0;
  const std::array<ui::MenuItem, 1> items{{{"Skip", "skip-forward"}}};
  const auto chosen = ui::menu_button(ui, place, {"more", "More actions", "ellipsis"}, items);
  if (chosen == 0U) {
    act_or_tell(ui, session, make_command(SkipAssignment{card.assignment->id}),
                {short_name(card.assignment->chore_name) + " skipped", "skip-forward"});
  }
  return place.width;
}

void draw_head(Ui& ui, app::Session& session, const Calendar& calendar, const RosterGroup& group,
               const RosterCard& card, const Rect& rect) {
  const Assignment& assignment = *card.assignment;
  const Rect tile{rect.x + kPadding, rect.y + kPadding, 40, 40};
  ui::fill(ui, tile, ui.colour(Token::hover), 12);
  ui::icon(ui, chore_type_icon(assignment.type), tile.x + 10, tile.y + 10, 20,
           ui.colour(Token::text_2));
  const Rect mark_place{rect.right() - kPadding - 36, tile.y + 4, 32, 32};
  const float x = tile.right() + 12;
  const bool has_menu = may_skip(session, group, card);
  const float width = mark_place.x - 10 - (has_menu ? 40.0F : 0.0F) - x;
  ui::heading(ui, "name", {x, tile.y - 2, width, 24}, assignment.chore_name, ui::type::title,
              ui::HeadingLevel::h3, is_done(card) ? Token::text_2 : Token::text);
  ui::label(ui, "subtitle", {x, tile.y + 22, width, 18}, subtitle(card, calendar),
            ui::type::caption, Token::text_2);
  draw_menu(ui, session, group, card, {mark_place.x - 50, tile.y - 2, 44, 44});
  if (ui::done_mark(ui, mark_place, {"mark", "Mark done", is_done(card)})) {
    mark(ui, session, card, Id{});
  }
}

float draw_card_facts(Ui& ui, const RosterCard& card, const Calendar& calendar, const Rect& rect) {
  const Assignment& assignment = *card.assignment;
  const bool is_past = assignment.due_date < calendar.today;
  const bool is_overdue = !is_done(card) && is_past;
  // What is done is not overdue any more: its day alone is told.
  const std::string due = is_done(card) && is_past ? platform::format_date(assignment.due_date.days)
                                                   : due_words(assignment.due_date, calendar.today);
  const std::array<Fact, 3> facts{{
      {"Frequency", std::string(frequency_word(assignment.frequency))},
      {"Points", std::to_string(assignment.points)},
      {"Due", due, is_overdue ? Token::danger_text : Token::text},
  }};
  // By the width alone, so that cards side by side look alike.
  return rect.width < kNarrowFacts ? draw_stacked_facts(ui, rect, facts)
                                   : draw_facts(ui, rect, facts);
}

void tick(Ui& ui, app::Session& session, const RosterCard& card, const SubTask& task) {
  SetCompletion arguments;
  arguments.assignment_id = card.assignment->id;
  arguments.sub_chore_id = task.id;
  arguments.done = !task.is_done;
  const std::string words = short_name(task.name) + (task.is_done ? " is open again" : " done");
  act_or_tell(ui, session, make_command(arguments),
              {words, task.is_done ? "undo-2" : "circle-check"});
}

// Below the steps: whose they are, and the day itself (the facts say how far off it is).
float draw_steps_foot(Ui& ui, const RosterGroup& group, const RosterCard& card, const Rect& rect) {
  const std::string due = "Due " + platform::format_date(card.assignment->due_date.days);
  const float due_width = ui::text_width(ui, due, ui::type::caption) + 1;
  const float y = rect.y + 8;
  ui::label(ui, "assignee", {rect.x, y, rect.width - due_width - 12, 18},
            "Assigned to " + group.name, ui::type::caption, Token::text_2);
  ui::label(ui, "due-day", {rect.right() - due_width, y, due_width, 18}, due, ui::type::caption,
            Token::text_2, ui::Align::end);
  return 8 + 18;
}

float draw_steps(Ui& ui, app::Session& session, const RosterGroup& group, const RosterCard& card,
                 const Rect& rect) {
  const auto total = static_cast<std::int64_t>(card.sub_tasks.size());
  if (total == 0) return 0;
  float y = rect.y;
  ui::label(ui, "progress-name", {rect.x, y, rect.width / 2, 18}, "Task Progress",
            ui::type::caption_strong);
  const std::string progress = percent_words(card.done_count, total) + " (" +
                               std::to_string(card.done_count) + " of " + std::to_string(total) +
                               " completed)";
  ui::label(ui, "progress", {rect.x + 96, y, rect.width - 96, 18}, progress, ui::type::caption,
            Token::text_2, ui::Align::end);
  y += 26;
  ui::progress_bar(ui, {rect.x, y, rect.width, 8},
                   {"bar", "Task Progress", card.done_count, total, Token::success});
  y += 8 + 8;
  for (const SubTask& task : card.sub_tasks) {
    const std::string key = task.id.to_string();
    const ui::CheckboxSpec box{key, task.name, task.is_done, Token::success};
    const float height = ui::checkbox_height(ui, rect.width, box);
    if (ui::checkbox(ui, {rect.x, y, rect.width, height}, box)) tick(ui, session, card, task);
    y += height;
  }
  y += draw_steps_foot(ui, group, card, {rect.x, y, rect.width, 0});
  return y - rect.y;
}

// "I did it", for somebody else's chore; answers its width.
float draw_cover(Ui& ui, app::Session& session, const RosterGroup& group, const RosterCard& card,
                 const Rect& rect) {
  const Id own = own_roommate(session);
  if (group.is_own || own.is_nil() || is_done(card)) return 0;
  ui::ButtonSpec cover;
  cover.key = "cover";
  cover.name = "I did it";
  cover.icon = "hand-helping";
  cover.kind = ui::ButtonKind::plain;
  cover.size = ui::ButtonSize::small;
  const float width = ui::button_width(ui, cover);
  if (ui::button(ui, {rect.x, rect.y + 4, width, 36}, cover)) mark(ui, session, card, own);
  return width;
}

// What else there is to do or to know about it; answers the height.
float draw_foot(Ui& ui, app::Session& session, const RosterGroup& group, const RosterCard& card,
                WhyState& why, const Rect& rect) {
  const float cover = draw_cover(ui, session, group, card, rect);
  ui::ButtonSpec ask;
  ask.key = "why";
  ask.name = why_name(group.is_own);
  ask.icon = "scale";
  ask.kind = ui::ButtonKind::plain;
  ask.size = ui::ButtonSize::small;
  const float width = ui::button_width(ui, ask);
  if (ui::button(ui, {rect.x + cover, rect.y + 4, width, 36}, ask)) {
    why = WhyState{};
    why.assignment_id = card.assignment->id;
  }
  return 44;
}

}  // namespace

float draw_assignment_card(Ui& ui, app::Session& session, const Calendar& calendar,
                           const RosterGroup& group, const RosterCard& card, WhyState& why,
                           const Rect& rect) {
  float& height = ui.kept(ui.key("height"));
  ui::card(ui, {rect.x, rect.y, rect.width, height});
  draw_head(ui, session, calendar, group, card, rect);
  float y = rect.y + kPadding + 40 + 12;
  const auto row = [&] { return Rect{rect.x + kPadding, y, rect.width - 2 * kPadding, 0}; };
  if (card.is_requested) {
    ui::badge(ui, row().x, y, {"requested", "Requested", ui::BadgeKind::warning, "hourglass"});
    y += ui::kBadgeHeight + 10;
  }
  y += draw_card_facts(ui, card, calendar, row());
  // Done by hand: the steps are no question any more.
  const bool has_steps = !is_done(card) || card.assignment->is_completed_by_subtasks;
  const bool shows_steps = has_steps && !card.sub_tasks.empty();
  if (shows_steps) {
    y += 12;
    y += draw_steps(ui, session, group, card, row());
  }
  // The padding of plain buttons is not painted.
  y += draw_foot(ui, session, group, card, why, {row().x - 12, y + 4, row().width, 0}) + 8;
  if (y - rect.y != height) {
    height = y - rect.y;
    platform::request_frame();
  }
  return height;
}

}  // namespace rr::screens
