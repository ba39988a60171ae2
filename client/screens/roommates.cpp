#include "client/screens/roommates.h"

#include <algorithm>
#include <utility>

#include "client/screens/acting.h"
#include "client/screens/row_key.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "shared/base/text.h"
#include "shared/commands/roommates.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 16;
constexpr float kAvatar = 48;

void add(Ui& ui, app::Session& session, RoommatesState& state) {
  AddRoommate arguments;
  arguments.id = session.new_id();
  arguments.name = state.new_name;
  arguments.colour = next_roommate_colour(session.household());
  const Status status = act(ui, session, make_command(arguments),
                            {tr("{name} added", {{"name", short_name(trim(state.new_name))}})});
  if (!status) {
    state.new_name_error = refusal_words(status.error(), tr("Name"));
    return;
  }
  state.new_name.clear();
  state.new_name_error.clear();
}

float draw_new(Ui& ui, app::Session& session, RoommatesState& state, const Rect& column) {
  ui::FieldSpec field;
  field.key = "new-name";
  field.name = tr("Name");
  field.placeholder = tr("Enter roommate name");
  field.error = state.new_name_error;
  field.label = ui::LabelPlace::hidden;
  field.kind = ui::FieldKind::name;
  ui::ButtonSpec spec;
  spec.key = "add";
  spec.name = tr("Add Roommate");
  spec.kind = ui::ButtonKind::primary;
  const float button_width = ui::button_width(ui, spec);
  const bool is_stacked = column.width < button_width + 12 + 170;
  const float field_width =
      is_stacked ? column.width : std::min(420.0F, column.width - button_width - 12);
  const float height = ui::field_height(ui, field_width, field);
  const auto result =
      ui::text_field(ui, {column.x, column.y, field_width, height}, field, state.new_name);
  if (result.is_changed) state.new_name_error.clear();
  const Rect place = is_stacked ? Rect{column.x, column.y + height + 12, column.width, 44}
                                : Rect{column.x + field_width + 12, column.y, button_width, 44};
  if (ui::button(ui, place, spec) || result.is_entered) add(ui, session, state);
  return is_stacked ? height + 56 : height;
}

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
  ui::label(ui, "points", {x, y + 28, room, 18}, points, ui::type::caption, Token::text_2);
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

float draw_card(Ui& ui, app::Session& session, RoommatesState& state, const Calendar& calendar,
                const RoommateCard& card, const Rect& rect) {
  float& height = ui.kept(ui.key("height"));
  const bool is_edited = state.form.is_open() && state.form.edited == card.roommate->id;
  const ui::Elevation elevation = is_edited ? ui::Elevation::menu : ui::Elevation::card;
  ui::card(ui, {rect.x, rect.y, rect.width, height}, 16, elevation);
  draw_card_head(ui, card, is_edited ? ui::HeadingLevel::h1 : ui::HeadingLevel::h2, rect);
  float y = rect.y + kPadding + kAvatar + 10;
  const Rect inside{rect.x + kPadding, y, rect.width - 2 * kPadding, 0};
  if (is_edited) {
    y += 6 + draw_roommate_form(ui, session, state.form, card, calendar,
                                {inside.x, y + 6, inside.width, 0});
    if (std::exchange(state.is_form_wanted, false)) ui::focus_field(ui, "edit-name");
  } else {
    y += draw_facts(ui, card, inside);
    const std::string name = tr("Edit {name}", {{"name", card.roommate->name}});
    if (ui::icon_button(ui, {rect.right() - 56, rect.y + 14, 44, 44}, {"edit", name, "pencil"})) {
      open_roommate(state, *card.roommate);
    }
  }
  y += kPadding;
  if (y - rect.y != height) {
    height = y - rect.y;
    platform::request_frame();
  }
  return height;
}

float draw_cards(Ui& ui, app::Session& session, RoommatesState& state, const Calendar& calendar,
                 const Rect& column) {
  std::vector<ui::ListRow> rows = state.view.list_rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!state.form.is_open() || state.view.cards[i].roommate->id != state.form.edited) continue;
    rows[i].version = ui::join_key(rows[i].version, roommate_form_version(state.form));
  }
  ui::ListSpec list;
  list.key = "roommates";
  list.name = tr("Roommates");
  list.columns = column.width >= 1000 ? 3 : (column.width >= 640 ? 2 : 1);
  list.gap = column.width >= 640 ? 16.0F : 12.0F;
  list.guessed_height = 108;
  return ui::draw_list(ui, list, column, rows, state.list, [&](std::size_t i, const Rect& rect) {
    return draw_card(ui, session, state, calendar, state.view.cards[i], rect);
  });
}

void renew_view(const app::Session& session, RoommatesState& state, const Calendar& calendar) {
  if (state.view_version == session.version() && state.view_day == calendar.today) return;
  state.view = make_roommates_view(session, calendar);
  state.view_version = session.version();
  state.view_day = calendar.today;
}

}  // namespace

void open_roommate(RoommatesState& state, const Roommate& roommate) {
  if (state.form.edited != roommate.id) state.form = roommate_form(roommate);
  state.form.is_hidden = false;
  state.is_form_wanted = true;
}

float draw_roommates(Ui& ui, app::Session& session, RoommatesState& state, const Rect& column) {
  const Calendar calendar = calendar_of(session);
  renew_view(session, state, calendar);
  float y = column.y + 8;
  const auto row = [&] { return Rect{column.x, y, column.width, 0}; };
  y += draw_new(ui, session, state, row()) + 16;
  if (state.view.cards.empty()) {
    ui::EmptyStateSpec empty;
    empty.key = "empty";
    empty.picture = ui::Picture::people;
    empty.title = tr("No roommates added yet");
    empty.text = tr("Enter the first name above. Chores are shared among all who live here.");
    return y + ui::empty_state(ui, row(), empty).height - column.y;
  }
  const std::string total =
      tr("Total Roommates: {count}", {{"count", std::to_string(state.view.cards.size())}});
  ui::label(ui, "total", {column.x, y, column.width, 22}, total, ui::type::caption, Token::text_2);
  y += 34;
  y += draw_cards(ui, session, state, calendar, row());
  draw_roommate_dialogs(ui, session, calendar, state.form);
  return y - column.y;
}

}  // namespace rr::screens
