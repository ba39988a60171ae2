#include "client/screens/roommate_form.h"

#include <algorithm>
#include <charconv>

#include "client/screens/acting.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/choice_tile.h"
#include "client/ui/choices.h"
#include "client/ui/dialog.h"
#include "client/ui/fields.h"
#include "shared/base/text.h"
#include "shared/commands/leaving.h"
#include "shared/commands/roommates.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr std::int64_t kHues = 8;

float caption(Ui& ui, const Rect& rect, std::string_view words) {
  ui::text_line(ui, {rect.x, rect.y, rect.width, 18}, words, ui::type::caption_strong,
                ui.colour(Token::text_2));
  return ui::kFieldLabelHeight;
}

bool save_edit(Ui& ui, app::Session& session, RoommateForm& form) {
  form.name_error.clear();
  form.weight_error.clear();
  form.error.clear();
  const Result<std::int64_t> weight = parse_whole_number(form.weight, 0, 100, tr("Weight"));
  if (!weight) form.weight_error = tr_sentence(weight.error().message);
  EditRoommate arguments;
  arguments.id = form.edited;
  arguments.name = form.name;
  arguments.colour = form.colour;
  arguments.weight = weight ? *weight : 100;
  arguments.given = 0b1;  // the id, and what differs: weight, colour, name
  if (trim(form.name) != form.opened.name) arguments.given |= 0b10;
  if (form.colour != form.opened.colour) arguments.given |= 0b100;
  if (arguments.weight != form.opened.weight) arguments.given |= 0b1000;
  const Result<Command> command = make_command(arguments);
  Status status = command ? success() : Status(command.error());
  if (status && weight) {
    status =
        act(ui, session, command, {tr("{name} saved", {{"name", short_name(trim(form.name))}})});
  }
  if (!status && status.error().field == "name") {
    form.name_error = refusal_words(status.error(), tr("Name"));
  } else if (!status) {
    form.error = tr_sentence(status.error().message);
  }
  return status && weight;
}

float draw_colours(Ui& ui, RoommateForm& form, const Rect& column) {
  const float top = caption(ui, column, tr("Colour"));
  const float y = column.y + top;
  // Eight targets of 44 side by side, or two rows of four.
  const std::int64_t per_row = column.width >= 8 * 44 ? 8 : 4;
  const float step = per_row == 8 ? std::min(56.0F, column.width / 8) : column.width / 4;
  const float height = per_row == 8 ? 44.0F : 92.0F;
  ui::open_radio_group(ui, "colour", {column.x, y, column.width, height}, tr("Colour"));
  for (std::int64_t hue = 1; hue <= kHues; ++hue) {
    const float x = column.x + 6 + step * static_cast<float>((hue - 1) % per_row);
    const std::int64_t row = (hue - 1) / per_row;
    const float row_y = y + 6 + 48 * static_cast<float>(row);
    const std::string key = std::to_string(hue);
    const ui::ColourDotSpec dot{key, "colour", hue_word(hue), hue, form.colour == hue};
    if (ui::colour_dot(ui, {x, row_y, 32, 32}, dot)) form.colour = hue;
  }
  ui.close();
  return top + height;
}

float draw_name_and_weight(Ui& ui, RoommateForm& form, const Rect& column, bool& is_entered) {
  ui::FieldSpec name;
  name.key = "edit-name";
  name.name = tr("Name");
  name.kind = ui::FieldKind::name;
  name.error = form.name_error;
  const auto typed_name = ui::text_field(ui, column, name, form.name);
  float y = column.y + ui::field_height(ui, column.width, name) + 12;
  ui::NumberSpec weight;
  weight.field.key = "weight";
  weight.field.name = tr("Weight");
  weight.field.error = form.weight_error;
  weight.field.message_width = column.width;
  weight.minimum = 0;
  weight.maximum = 100;
  const float width = std::min(180.0F, column.width);
  const auto typed_weight = ui::number_field(ui, {column.x, y, width, 0}, weight, form.weight);
  const Rect note{column.x + width + 12, y + ui::kFieldLabelHeight, column.width - width - 12, 44};
  ui::text_line(ui, note, note.width < 90 ? std::string_view("%") : tr("% of the work"),
                ui::type::caption, ui.colour(Token::text_2));
  y += ui::field_height(ui, width, weight.field);
  if (typed_name.is_changed) form.name_error.clear();
  if (typed_weight.is_changed) form.weight_error.clear();
  is_entered = typed_name.is_entered || typed_weight.is_entered;
  return y - column.y;
}

// "Move out" at the left, Cancel and Save at the right; below each other where it is narrow.
ui::Choice draw_ending(Ui& ui, RoommateForm& form, const Rect& column, float& used) {
  const ui::ButtonSpec leave{"move-out", tr("Move out"), {}, ui::ButtonKind::destructive_quiet};
  const float leave_width = ui::button_width(ui, leave);
  const bool is_stacked = column.width < leave_width + 220;
  const float buttons_width = is_stacked ? column.width : column.width - leave_width - 8;
  ui::Choice choice = ui::Choice::none;
  const auto draw_buttons = [&] {
    choice = ui::form_buttons(ui, column.right() - buttons_width, column.y, buttons_width, {});
  };
  if (is_stacked) draw_buttons();  // Tab goes as the eye does
  const float leave_y = is_stacked ? column.y + 52 : column.y;
  const float leave_x = is_stacked ? column.x : column.x - 12;
  if (ui::button(ui, {leave_x, leave_y, is_stacked ? column.width : leave_width, 44}, leave)) {
    ask_to_move_out(form);
  }
  if (!is_stacked) draw_buttons();
  used = is_stacked ? 96.0F : 44.0F;
  return choice;
}

// What an admin may correct; answers the height used, 0 for everybody else.
float draw_points(Ui& ui, const app::Session& session, RoommateForm& form, const RoommateCard& card,
                  const Rect& column) {
  if (!is_admin(session)) return 0;
  caption(ui, column, tr("Points in this cycle"));
  const ui::ButtonSpec adjust{
      "adjust", tr("Adjust points"), {}, ui::ButtonKind::secondary, ui::ButtonSize::small};
  const float y = column.y + ui::kFieldLabelHeight;
  const float width = ui::button_width(ui, adjust);
  ui::text_line(ui, {column.x, y, 60, 36}, std::to_string(card.points), ui::type::body,
                ui.colour(Token::text));
  if (ui::button(ui, {column.x + 60, y, width, 36}, adjust)) form.adjust.roommate_id = form.edited;
  return ui::kFieldLabelHeight + 36 + 16;
}

void draw_move_out_question(Ui& ui, app::Session& session, RoommateForm& form) {
  if (!form.is_moving_out) return;
  const auto roommate = session.household().find<Roommate>(form.edited);
  if (!roommate) {
    form = RoommateForm{};
    return;
  }
  const std::string title = tr("{name} moves out?", {{"name", roommate->name}});
  ui::ConfirmSpec spec;
  spec.key = "move-out";
  spec.title = title;
  spec.text =
      tr("Open chores go back to be divided again, and what was done too much or too little is "
         "shared among the others. Everything in the past stays.");
  spec.confirm = tr("Move out");
  spec.error = form.move_out_error;
  const ui::Choice choice = ui::confirm_dialog(ui, spec);
  if (choice == ui::Choice::cancel && form.is_hidden) hide_roommate_form(form);
  if (choice == ui::Choice::cancel) form.is_moving_out = false;
  if (choice != ui::Choice::confirm) return;
  const Status status = act(ui, session, make_command(MoveOutRoommate{roommate->id}),
                            {tr("{name} moved out", {{"name", short_name(roommate->name)}})});
  if (status) {
    form = RoommateForm{};
  } else {
    form.move_out_error = tr_sentence(status.error().message);
  }
}

}  // namespace

RoommateForm roommate_form(const Roommate& roommate) {
  RoommateForm form;
  form.edited = roommate.id;
  form.opened = roommate;
  form.name = roommate.name;
  form.weight = std::to_string(roommate.weight);
  form.colour = roommate.colour;
  return form;
}

void ask_to_move_out(RoommateForm& form) {
  form.is_moving_out = true;
  form.move_out_error.clear();
}

void hide_roommate_form(RoommateForm& form) {
  const bool is_same = form.name == form.opened.name && form.colour == form.opened.colour &&
                       form.weight == std::to_string(form.opened.weight) &&
                       form.dates.first.typed.empty() && form.dates.last.typed.empty();
  if (is_same) form = RoommateForm{};
  form.is_hidden = true;
  form.is_moving_out = false;
  form.away = {};
  form.adjust = {};
}

std::uint64_t roommate_form_version(const RoommateForm& form) {
  std::uint64_t version = ui::add_to_version(5, form.name);
  for (const std::string* part :
       {&form.weight, &form.name_error, &form.weight_error, &form.error, &form.dates.first.typed,
        &form.dates.last.typed, &form.dates.first_error, &form.dates.last_error}) {
    version = ui::add_to_version(version, *part);
  }
  version = ui::add_to_version(version, form.colour);
  return ui::add_to_version(version, std::int64_t{form.dates.is_adding});
}

float draw_roommate_form(Ui& ui, app::Session& session, RoommateForm& form,
                         const RoommateCard& card, const Calendar& calendar, const Rect& column) {
  float y = column.y;
  const auto row = [&] { return Rect{column.x, y, column.width, 0}; };
  bool is_entered = false;
  y += draw_name_and_weight(ui, form, row(), is_entered) + 16;
  y += draw_points(ui, session, form, card, row());
  y += caption(ui, row(), tr("Away dates")) - 4;
  const auto added = draw_away_dates(ui, session, form.dates, card, calendar, row());
  if (added.absence)
    form.away = {form.edited, added.absence->first_day, added.absence->last_day, {}, Id{}, {}};
  y += added.height + 12;
  y += draw_colours(ui, form, row()) + 16;
  const float error = ui::error_message(ui, "error", column.x, y, column.width, form.error);
  if (error > 0) y += error + 16;
  float ending = 0;
  ui::Choice choice = draw_ending(ui, form, row(), ending);
  y += ending;
  if (is_entered) choice = ui::Choice::confirm;
  const bool is_over = choice == ui::Choice::cancel ||
                       (choice == ui::Choice::confirm && save_edit(ui, session, form));
  if (is_over) form = RoommateForm{};
  return y - column.y;
}

void draw_roommate_dialogs(Ui& ui, app::Session& session, const Calendar& calendar,
                           RoommateForm& form) {
  draw_move_out_question(ui, session, form);
  draw_away_chores(ui, session, calendar, form.away);
  draw_adjust_points(ui, session, form.adjust);
}

}  // namespace rr::screens
