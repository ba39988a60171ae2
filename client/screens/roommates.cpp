#include "client/screens/roommates.h"

#include <algorithm>
#include <utility>

#include "client/screens/acting.h"
#include "client/screens/roommate_card.h"
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
    return draw_roommate_card(ui, session, state, calendar, state.view.cards[i], rect);
  });
}

void renew_view(const app::Session& session, RoommatesState& state, const Calendar& calendar) {
  if (state.view_version == session.version() && state.view_day == calendar.today) return;
  state.view = make_roommates_view(session, calendar);
  state.view_version = session.version();
  state.view_day = calendar.today;
}

// Makes the form that of this roommate; closed, unless it is open already.
void turn_to(RoommatesState& state, const Roommate& roommate) {
  if (state.form.edited == roommate.id) return;
  hide_roommate_form(state.form);
  RoommateForm fresh = roommate_form(roommate);
  fresh.is_hidden = true;
  state.form = state.put_aside.change(std::move(state.form), roommate.id, std::move(fresh));
}

}  // namespace

void open_roommate(RoommatesState& state, const Roommate& roommate) {
  turn_to(state, roommate);
  state.form.is_hidden = false;
  state.wanted_field = "edit-name";
}

void ask_about_roommate(RoommatesState& state, const Roommate& roommate) {
  turn_to(state, roommate);
  ask_to_move_out(state.form);
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
