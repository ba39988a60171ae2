#include "client/screens/assignment_card.h"

#include <algorithm>
#include <array>

#include "client/platform/system.h"
#include "client/screens/acting.h"
#include "client/screens/facts.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/action_row.h"
#include "client/ui/choices.h"
#include "client/ui/decor.h"
#include "client/ui/tooltip.h"
#include "shared/commands/assignments.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 16;
constexpr float kNarrowFacts = 310;  // below it "Due" would stand in a line of its own

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

// Answers whether its mark was pressed.
bool draw_head(Ui& ui, const Calendar& calendar, const RosterCard& card, const Rect& rect) {
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
  const std::string below = subtitle(card, calendar);
  ui::fitted_label(ui, "subtitle", {x, tile.y + 22, width, 18}, below, ui::type::caption,
                   Token::text_2);
  const std::string_view words = tr("Mark done");
  const bool is_pressed = ui::done_mark(ui, mark_place, {"mark", words, is_done(card)});
  if (!is_done(card)) {
    ui::tooltip(ui, {ui.key("mark"), mark_place, words, true, ui::TooltipSide::left});
  }
  return is_pressed;
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
  const std::string assignee = tr("Assigned to {name}", {{"name", group.name}});
  float y = rect.y + 8;
  const float left = rect.width - due_width - 12;
  const bool is_one_line = ui::text_width(ui, assignee, ui::type::caption) <= left;
  ui::label(ui, "assignee", {rect.x, y, is_one_line ? left : rect.width, 18}, assignee,
            ui::type::caption, Token::text_2);
  if (!is_one_line) y += 20;
  const float due_x = is_one_line ? rect.right() - due_width : rect.x;
  ui::label(ui, "due-day", {due_x, y, due_width, 18}, due, ui::type::caption, Token::text_2);
  return y + 18 - rect.y;
}

float draw_steps(Ui& ui, app::Session& session, const RosterGroup& group, const RosterCard& card,
                 const Rect& rect) {
  const auto total = static_cast<std::int64_t>(card.sub_tasks.size());
  if (total == 0) return 0;
  float y = rect.y;
  const std::string_view name = tr("Task Progress");
  const float name_width = ui::text_width(ui, name, ui::type::caption_strong) + 1;
  ui::label(ui, "progress-name", {rect.x, y, name_width, 18}, name, ui::type::caption_strong);
  const std::string progress = tr("{percent} ({count} of {total} completed)",
                                  {{"percent", percent_words(card.done_count, total)},
                                   {"count", std::to_string(card.done_count)},
                                   {"total", std::to_string(total)}});
  const float left = rect.width - name_width - 8;
  const bool is_one_line = ui::text_width(ui, progress, ui::type::caption) <= left;
  if (!is_one_line) y += 20;
  ui::label(ui, "progress", {rect.x, y, rect.width, 18}, progress, ui::type::caption, Token::text_2,
            is_one_line ? ui::Align::end : ui::Align::start);
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

ui::ButtonSpec foot_button(std::string_view name, std::string_view icon) {
  ui::ButtonSpec spec;
  spec.key = name;
  spec.name = name;
  spec.icon = icon;
  spec.kind = ui::ButtonKind::plain;
  spec.size = ui::ButtonSize::small;
  return spec;
}

// What stands on no button; answers the deed that was chosen.
std::optional<CardDeed> draw_menu(Ui& ui, const std::vector<CardAction>& actions, bool has_swap,
                                  const Rect& place) {
  std::vector<CardDeed> deeds;
  std::vector<ui::MenuItem> items;
  for (const auto& [deed, item] : actions) {
    if (deed < CardDeed::swap || (deed == CardDeed::swap && !has_swap)) continue;
    deeds.push_back(deed);
    items.push_back(item);
  }
  if (items.empty()) return std::nullopt;
  const auto chosen = ui::menu_button(ui, place, {"more", tr("More actions"), "ellipsis"}, items);
  return chosen ? std::optional(deeds[*chosen]) : std::nullopt;
}

// What else there is to do or to know about it, 44 high. "I did it" is for somebody else's chore.
// "Swap" goes into the menu where there is no room for it.
std::optional<CardDeed> draw_foot(Ui& ui, const std::vector<CardAction>& actions,
                                  const Rect& rect) {
  std::optional<CardDeed> chosen;
  float x = rect.x;
  bool has_swap = false;
  for (const auto& [deed, item] : actions) {
    if (deed == CardDeed::mark || deed > CardDeed::swap) continue;
    const bool is_swap = deed == CardDeed::swap;
    const auto spec = foot_button(item.name, is_swap ? "" : item.icon);
    const float width = ui::button_width(ui, spec);
    has_swap = is_swap && x + width + 44 > rect.right();
    if (has_swap) continue;
    if (ui::button(ui, {x, rect.y + 4, width, 36}, spec)) chosen = deed;
    x += width;
  }
  const auto more = draw_menu(ui, actions, has_swap, {rect.right() - 44, rect.y, 44, 44});
  return more ? more : chosen;
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

// Everything on the card; answers its height.
float draw_content(Ui& ui, app::Session& session, const Calendar& calendar,
                   const RosterGroup& group, const RosterCard& card,
                   const std::vector<CardAction>& actions, const Rect& rect,
                   std::optional<CardDeed>& chosen) {
  ui::card(ui, rect);
  if (draw_head(ui, calendar, card, rect)) chosen = CardDeed::mark;
  float y = rect.y + kPadding + 40 + 12;
  const auto row = [&] { return Rect{rect.x + kPadding, y, rect.width - 2 * kPadding, 0}; };
  y += draw_marks(ui, card, row());
  y += draw_card_facts(ui, card, calendar, row());
  // Done by hand: the steps are no question any more.
  const bool has_steps = !is_done(card) || card.assignment->is_completed_by_subtasks;
  if (has_steps && !card.sub_tasks.empty()) {
    y += 12;
    y += draw_steps(ui, session, group, card, row());
  }
  // The padding of plain buttons is not painted.
  const auto deed = draw_foot(ui, actions, {row().x - 12, y + 4, row().width + 24, 0});
  if (deed) chosen = deed;
  return y + 44 + 8 - rect.y;
}

}  // namespace

float draw_assignment_card(Ui& ui, app::Session& session, const Calendar& calendar,
                           const RosterGroup& group, const RosterCard& card, CardDialogs& dialogs,
                           const Rect& rect) {
  float& height = ui.kept(ui.key("height"));
  const std::vector<CardAction> actions = card_actions(session, group, card);
  std::vector<ui::MenuItem> items;
  ui::ActionRowSpec spec;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    items.push_back(actions[i].item);
    if (actions[i].deed == CardDeed::mark) spec.to_right = i;
    if (actions[i].deed == CardDeed::swap) spec.to_left = i;
  }
  spec.key = "actions";
  spec.items = items;
  spec.menu_name = card.assignment->chore_name;
  spec.kind = ui::ActionRowKind::card;
  if (is_done(card)) spec.tone = ui::SwipeTone::neutral;
  std::optional<CardDeed> deed;
  float used = 0;
  const auto paint = [&](const Rect& place) {
    used = draw_content(ui, session, calendar, group, card, actions, place, deed);
  };
  const auto item = ui::action_row(ui, {rect.x, rect.y, rect.width, height}, spec, paint);
  if (item) deed = actions[*item].deed;
  if (deed) do_deed(ui, session, card, *deed, dialogs);
  if (used != height) {
    height = used;
    platform::request_frame();
  }
  return height;
}

}  // namespace rr::screens
