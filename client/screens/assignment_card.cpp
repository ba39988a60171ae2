#include "client/screens/assignment_card.h"

#include <algorithm>
#include <array>

#include "client/platform/system.h"
#include "client/screens/acting.h"
#include "client/screens/facts.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/choices.h"
#include "client/ui/decor.h"
#include "client/ui/menu.h"
#include "shared/commands/assignments.h"
#include "shared/commands/by_hand.h"

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
    return assignment.type == ChoreType::predefined ? tr("Rotation") : tr("Random");
  }
  const std::string name = short_name(card.done_by);
  if (!assignment.completed_at) {
    return name.empty() ? tr("Done") : tr("Done by {name}", {{"name", name}});
  }
  const Instant at = *assignment.completed_at;
  if (calendar.date_of(at) != calendar.today) {
    const std::string date = platform::format_date(calendar.date_of(at).days);
    return tr(
        name.empty() ? to_translate("Done on {date}") : to_translate("Done by {name} on {date}"),
        {{"name", name}, {"date", date}});
  }
  const std::string time = platform::format_time(at.unix_ms, calendar.zone_name);
  return tr(
      name.empty() ? to_translate("Done at {time}") : to_translate("Done by {name} at {time}"),
      {{"name", name}, {"time", time}});
}

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

// Whether skipping is on offer here: the server judges it again.
bool may_skip(const app::Session& session, const RosterGroup& group, const RosterCard& card) {
  return card.assignment->status == AssignmentStatus::open && (group.is_away || is_admin(session));
}

void draw_head(Ui& ui, app::Session& session, const Calendar& calendar, const RosterCard& card,
               const Rect& rect) {
  const Assignment& assignment = *card.assignment;
  const Rect tile{rect.x + kPadding, rect.y + kPadding, 40, 40};
  ui::fill(ui, tile, ui.colour(Token::hover), 12);
  ui::icon(ui, chore_type_icon(assignment.type), tile.x + 10, tile.y + 10, 20,
           ui.colour(Token::text_2));
  const Rect mark_place{rect.right() - kPadding - 36, tile.y + 4, 32, 32};
  const float x = tile.right() + 12;
  const float width = mark_place.x - 10 - x;
  ui::heading(ui, "name", {x, tile.y - 2, width, 24}, assignment.chore_name, ui::type::title,
              ui::HeadingLevel::h3, is_done(card) ? Token::text_2 : Token::text);
  ui::label(ui, "subtitle", {x, tile.y + 22, width, 18}, subtitle(card, calendar),
            ui::type::caption, Token::text_2);
  if (ui::done_mark(ui, mark_place, {"mark", tr("Mark done"), is_done(card)})) {
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
      {tr("Frequency"), std::string(frequency_word(assignment.frequency))},
      {tr("Points"), std::to_string(assignment.points)},
      {tr("Due"), due, is_overdue ? Token::danger_text : Token::text},
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
  const std::string words =
      tr(task.is_done ? to_translate("{chore} is open again") : to_translate("{chore} done"),
         {{"chore", short_name(task.name)}});
  act_or_tell(ui, session, make_command(arguments),
              {words, task.is_done ? "undo-2" : "circle-check"});
}

// Below the steps: whose they are, and the day itself (the facts say how far off it is).
float draw_steps_foot(Ui& ui, const RosterGroup& group, const RosterCard& card, const Rect& rect) {
  const std::string due =
      tr("Due {date}", {{"date", platform::format_date(card.assignment->due_date.days)}});
  const float due_width = ui::text_width(ui, due, ui::type::caption) + 1;
  const float y = rect.y + 8;
  ui::label(ui, "assignee", {rect.x, y, rect.width - due_width - 12, 18},
            tr("Assigned to {name}", {{"name", group.name}}), ui::type::caption, Token::text_2);
  ui::label(ui, "due-day", {rect.right() - due_width, y, due_width, 18}, due, ui::type::caption,
            Token::text_2, ui::Align::end);
  return 8 + 18;
}

float draw_steps(Ui& ui, app::Session& session, const RosterGroup& group, const RosterCard& card,
                 const Rect& rect) {
  const auto total = static_cast<std::int64_t>(card.sub_tasks.size());
  if (total == 0) return 0;
  float y = rect.y;
  ui::label(ui, "progress-name", {rect.x, y, rect.width / 2, 18}, tr("Task Progress"),
            ui::type::caption_strong);
  const std::string progress = tr("{percent} ({count} of {total} completed)",
                                  {{"percent", percent_words(card.done_count, total)},
                                   {"count", std::to_string(card.done_count)},
                                   {"total", std::to_string(total)}});
  ui::label(ui, "progress", {rect.x + 96, y, rect.width - 96, 18}, progress, ui::type::caption,
            Token::text_2, ui::Align::end);
  y += 26;
  ui::progress_bar(ui, {rect.x, y, rect.width, 8},
                   {"bar", tr("Task Progress"), card.done_count, total, Token::success});
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

enum class MenuDeed : std::uint8_t { swap, skip, lock, give, give_back };

struct MenuRow {
  MenuDeed deed;
  ui::MenuItem item;
};

// Only what would be accepted; the server judges it again.
std::vector<MenuRow> menu_rows(const app::Session& session, const RosterGroup& group,
                               const RosterCard& card, bool has_swap) {
  std::vector<MenuRow> rows;
  if (has_swap) rows.push_back({MenuDeed::swap, {tr("Swap"), "arrow-left-right"}});
  if (may_skip(session, group, card))
    rows.push_back({MenuDeed::skip, {tr("Skip"), "skip-forward"}});
  if (card.assignment->status != AssignmentStatus::open) return rows;
  if (is_admin(session)) {
    rows.push_back(
        {MenuDeed::lock, {card.assignment->is_locked ? tr("Unlock") : tr("Lock"), "lock"}});
    if (card.can_return) rows.push_back({MenuDeed::give, {tr("Give to..."), "hand-helping"}});
  }
  if (card.can_return) rows.push_back({MenuDeed::give_back, {tr("Give back"), "undo-2"}});
  return rows;
}

void do_from_menu(Ui& ui, app::Session& session, const RosterCard& card, MenuDeed deed,
                  CardDialogs& dialogs) {
  const Assignment& assignment = *card.assignment;
  const std::string name = short_name(assignment.chore_name);
  switch (deed) {
    case MenuDeed::swap: open_swap(session, assignment, card.swap_way, dialogs.swap); return;
    case MenuDeed::skip:
      act_or_tell(ui, session, make_command(SkipAssignment{assignment.id}),
                  {tr("{chore} skipped", {{"chore", name}}), "skip-forward"});
      return;
    case MenuDeed::lock:
      act_or_tell(ui, session, make_command(LockAssignment{assignment.id, !assignment.is_locked}),
                  {tr(assignment.is_locked ? to_translate("{chore} is free again")
                                           : to_translate("{chore} is fixed to {name}"),
                      {{"chore", name}, {"name", short_name(assignment.roommate_name)}}),
                   "lock"});
      return;
    case MenuDeed::give: open_give(assignment, dialogs.give); return;
    case MenuDeed::give_back:
      act_or_tell(ui, session, make_command(ReturnAssignment{assignment.id}),
                  {tr("{chore} is due again, and nobody has it", {{"chore", name}}), "undo-2"});
      return;
  }
}

void draw_menu(Ui& ui, app::Session& session, const RosterCard& card,
               const std::vector<MenuRow>& rows, CardDialogs& dialogs, const Rect& place) {
  if (rows.empty()) return;
  std::vector<ui::MenuItem> items;
  for (const MenuRow& row : rows) items.push_back(row.item);
  const auto chosen = ui::menu_button(ui, place, {"more", tr("More actions"), "ellipsis"}, items);
  if (chosen) do_from_menu(ui, session, card, rows[*chosen].deed, dialogs);
}

ui::ButtonSpec foot_button(std::string_view key, std::string_view name, std::string_view icon) {
  ui::ButtonSpec spec;
  spec.key = key;
  spec.name = name;
  spec.icon = icon;
  spec.kind = ui::ButtonKind::plain;
  spec.size = ui::ButtonSize::small;
  return spec;
}

// What else there is to do or to know about it; answers the height. "I did it" is for somebody
// else's chore. "Swap" goes into the menu where there is no room for it.
float draw_foot(Ui& ui, app::Session& session, const RosterGroup& group, const RosterCard& card,
                CardDialogs& dialogs, const Rect& rect) {
  const Id own = own_roommate(session);
  const auto cover = foot_button("cover", tr("I did it"), "hand-helping");
  const auto ask = foot_button("why", why_name(group.is_own), "scale");
  const auto swap = foot_button("swap", tr("Swap"), {});
  const bool has_cover = !group.is_own && !own.is_nil() && !is_done(card);
  float x = rect.x;
  const auto draw = [&](const ui::ButtonSpec& spec) {
    const float width = ui::button_width(ui, spec);
    const bool is_pressed = ui::button(ui, {x, rect.y + 4, width, 36}, spec);
    x += width;
    return is_pressed;
  };
  if (has_cover && draw(cover)) mark(ui, session, card, own);
  if (draw(ask)) {
    dialogs.why = WhyState{};
    dialogs.why.assignment_id = card.assignment->id;
  }
  const bool can_swap = card.swap_way != SwapWay::none;
  const bool has_room = x + ui::button_width(ui, swap) + 44 <= rect.right();
  if (can_swap && has_room && draw(swap)) {
    open_swap(session, *card.assignment, card.swap_way, dialogs.swap);
  }
  const auto rows = menu_rows(session, group, card, can_swap && !has_room);
  draw_menu(ui, session, card, rows, dialogs, {rect.right() - 44, rect.y, 44, 44});
  return 44;
}

// How it stands, when that is not plain; answers the height used.
float draw_marks(Ui& ui, const RosterCard& card, const Rect& rect) {
  const bool is_open = card.assignment->status == AssignmentStatus::open;
  std::vector<ui::BadgeSpec> badges;
  if (card.is_requested) {
    badges.push_back({"requested", tr("Requested"), ui::BadgeKind::warning, "hourglass"});
  }
  if (is_open && card.assignment->is_locked) {
    badges.push_back({"locked", tr("Locked"), ui::BadgeKind::neutral, "lock"});
  }
  if (!card.offer_mark.empty()) {
    badges.push_back({"offered", card.offer_mark, ui::BadgeKind::neutral, "arrow-left-right"});
  }
  float x = rect.x;
  float y = rect.y;
  for (const ui::BadgeSpec& each : badges) {
    const float width = ui::badge_width(ui, each);
    if (x > rect.x && x + width > rect.right()) {
      x = rect.x;
      y += ui::kBadgeHeight + 6;
    }
    ui::badge(ui, x, y, each);
    x += width + 8;
  }
  return badges.empty() ? 0 : y + ui::kBadgeHeight + 10 - rect.y;
}

}  // namespace

float draw_assignment_card(Ui& ui, app::Session& session, const Calendar& calendar,
                           const RosterGroup& group, const RosterCard& card, CardDialogs& dialogs,
                           const Rect& rect) {
  float& height = ui.kept(ui.key("height"));
  ui::card(ui, {rect.x, rect.y, rect.width, height});
  draw_head(ui, session, calendar, card, rect);
  float y = rect.y + kPadding + 40 + 12;
  const auto row = [&] { return Rect{rect.x + kPadding, y, rect.width - 2 * kPadding, 0}; };
  y += draw_marks(ui, card, row());
  y += draw_card_facts(ui, card, calendar, row());
  // Done by hand: the steps are no question any more.
  const bool has_steps = !is_done(card) || card.assignment->is_completed_by_subtasks;
  const bool shows_steps = has_steps && !card.sub_tasks.empty();
  if (shows_steps) {
    y += 12;
    y += draw_steps(ui, session, group, card, row());
  }
  // The padding of plain buttons is not painted.
  y += draw_foot(ui, session, group, card, dialogs, {row().x - 12, y + 4, row().width + 24, 0}) + 8;
  if (y - rect.y != height) {
    height = y - rect.y;
    platform::request_frame();
  }
  return height;
}

}  // namespace rr::screens
