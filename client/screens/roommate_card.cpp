#include "client/screens/roommate_card.h"

#include <algorithm>
#include <array>
#include <utility>

#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/action_row.h"
#include "client/ui/decor.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 16;
constexpr float kAvatar = 48;

// In the order of the card's menu.
enum class Deed : std::uint8_t { edit, add_dates, move_out };

// Name, what it is worth knowing about it, and points.
void draw_card_head(Ui& ui, const RoommateCard& card, ui::HeadingLevel level, const Rect& rect) {
  const Roommate& roommate = *card.roommate;
  ui::avatar(ui, rect.x + kPadding, rect.y + kPadding, kAvatar, roommate.name, roommate.colour);
  const float x = rect.x + kPadding + kAvatar + 12;
  const float room = rect.right() - 60 - x;
  const ui::BadgeSpec you{"you", tr("You"), ui::BadgeKind::accent};
  const ui::BadgeSpec away{"away", tr("Away"), ui::BadgeKind::neutral, "plane"};
  const bool has_link = card.is_linked && !card.is_own;
  const float marks = (card.is_own ? ui::badge_width(ui, you) + 8 : 0.0F) +
                      (has_link ? 28.0F : 0.0F) +
                      (card.is_away ? ui::badge_width(ui, away) + 8 : 0.0F);
  const float name_width =
      std::min(room - marks, ui::text_width(ui, roommate.name, ui::type::title) + 1);
  const float y = rect.y + kPadding;
  ui::heading(ui, "name", {x, y, name_width, 26}, roommate.name, ui::type::title, level);
  float mark_x = x + name_width + 8;
  if (card.is_own) mark_x += ui::badge(ui, mark_x, y + 1, you) + 8;
  if (has_link) {
    ui::icon_mark(ui, {mark_x, y + 3, 20, 20}, {"linked", tr("Linked to an account"), "link"});
    mark_x += 28;
  }
  if (card.is_away) ui::badge(ui, mark_x, y + 1, away);
  const std::string points =
      tr("Current Cycle Points: {points}", {{"points", std::to_string(card.points)}});
  ui::fitted_label(ui, "points", {x, y + 28, room, 18}, points, ui::type::caption, Token::text_2);
}

// The share of the work and the next days away.
float draw_facts(Ui& ui, const RoommateCard& card, const Rect& rect) {
  float x = rect.x;
  float y = rect.y;
  const auto fact = [&](std::string_view key, std::string_view icon, const std::string& words) {
    const float width = ui::text_width(ui, words, ui::type::caption) + 24;
    if (x > rect.x && x + width > rect.right()) {
      x = rect.x;
      y += 26;
    }
    ui::icon(ui, icon, x, y + 1, 16, ui.colour(Token::text_2));
    const float room = std::min(width - 23, rect.right() - x - 22);
    ui::label(ui, key, {x + 22, y, room, 18}, words, ui::type::caption, Token::text_2);
    x += width + 16;
  };
  fact("weight", "scale",
       tr("{weight}% of the work", {{"weight", std::to_string(card.roommate->weight)}}));
  if (!card.absences.empty()) {
    fact("absence", "calendar",
         tr("Away {dates}", {{"dates", absence_words(*card.absences.front())}}));
  }
  return y + 18 - rect.y;
}

void do_deed(RoommatesState& state, const Roommate& roommate, Deed deed) {
  switch (deed) {
    case Deed::edit: open_roommate(state, roommate); return;
    case Deed::add_dates:
      open_roommate(state, roommate);
      state.form.dates.is_adding = true;
      state.wanted_field = "first-day";
      return;
    case Deed::move_out: ask_about_roommate(state, roommate); return;
  }
}

// The card while it is edited lies above the others; answers its height.
float draw_edited(Ui& ui, app::Session& session, RoommatesState& state, const Calendar& calendar,
                  const RoommateCard& card, const Rect& rect) {
  ui::card(ui, rect, 16, ui::Elevation::menu);
  draw_card_head(ui, card, ui::HeadingLevel::h1, rect);
  const float top = kPadding + kAvatar + 16;
  const Rect inside{rect.x + kPadding, rect.y + top, rect.width - 2 * kPadding, 0};
  const float used = draw_roommate_form(ui, session, state.form, card, calendar, inside);
  const std::string_view wanted = std::exchange(state.wanted_field, {});
  if (!wanted.empty()) ui::focus_field(ui, wanted);
  return top + used + kPadding;
}

// Answers its height.
float draw_plain(Ui& ui, const RoommateCard& card, const Rect& rect, std::optional<Deed>& chosen) {
  ui::card(ui, rect);
  draw_card_head(ui, card, ui::HeadingLevel::h2, rect);
  const float top = kPadding + kAvatar + 10;
  const Rect inside{rect.x + kPadding, rect.y + top, rect.width - 2 * kPadding, 0};
  const float used = draw_facts(ui, card, inside);
  const std::string name = tr("Edit {name}", {{"name", card.roommate->name}});
  if (ui::icon_button(ui, {rect.right() - 56, rect.y + 14, 44, 44}, {"edit", name, "pencil"})) {
    chosen = Deed::edit;
  }
  return top + used + kPadding;
}

// Answers its height.
float draw_with_actions(Ui& ui, RoommatesState& state, const RoommateCard& card, const Rect& rect) {
  const std::array<ui::MenuItem, 3> items{{
      {tr("Edit"), "pencil"},
      {tr("Add dates"), "plane"},
      {tr("Move out"), "log-out", ui::MenuItemKind::destructive},
  }};
  ui::ActionRowSpec spec{"actions", items, 0, 2, card.roommate->name};
  spec.kind = ui::ActionRowKind::card;
  spec.tone = ui::SwipeTone::neutral;
  std::optional<Deed> deed;
  float used = 0;
  const auto paint = [&](const Rect& place) { used = draw_plain(ui, card, place, deed); };
  if (const auto item = ui::action_row(ui, rect, spec, paint)) deed = static_cast<Deed>(*item);
  if (deed) do_deed(state, *card.roommate, *deed);
  return used;
}

}  // namespace

float draw_roommate_card(Ui& ui, app::Session& session, RoommatesState& state,
                         const Calendar& calendar, const RoommateCard& card, const Rect& rect) {
  float& height = ui.kept(ui.key("height"));
  const bool is_edited = state.form.is_open() && state.form.edited == card.roommate->id;
  const Rect place{rect.x, rect.y, rect.width, height};
  const float used = is_edited ? draw_edited(ui, session, state, calendar, card, place)
                               : draw_with_actions(ui, state, card, place);
  if (used != height) {
    height = used;
    platform::request_frame();
  }
  return height;
}

}  // namespace rr::screens
