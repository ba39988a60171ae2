#include "client/screens/roommates.h"

#include <algorithm>

#include "client/ui/widgets.h"
#include "shared/commands/roommates.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

using Roommates = std::vector<std::shared_ptr<const Roommate>>;

Roommates active_roommates(const app::Session& session) {
  Roommates rows = session.household().all<Roommate>();
  std::erase_if(rows, [](const auto& row) { return row->status != RoommateStatus::active; });
  // Who came first stands first; ids break ties.
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a->joined_at < b->joined_at;
  });
  return rows;
}

// The first of the eight hues that nobody has; after that they repeat.
std::int64_t next_colour(const Roommates& rows) {
  for (std::int64_t hue = 1; hue <= 8; ++hue) {
    const bool is_taken =
        std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row->colour == hue; });
    if (!is_taken) return hue;
  }
  return static_cast<std::int64_t>(rows.size() % 8) + 1;
}

void add(Ui& ui, app::Session& session, RoommatesState& state, const Roommates& rows) {
  AddRoommate arguments;
  arguments.id = session.new_id();
  arguments.name = state.new_name;
  arguments.colour = next_colour(rows);
  const Result<Command> command = make_command(arguments);
  const Status status = command.ok() ? session.issue(*command) : Status(command.error());
  if (!status) {
    state.new_name_error = status.error().message;
    return;
  }
  ui.announce(state.new_name + " added");
  state.new_name.clear();
  state.new_name_error.clear();
}

float draw_form(Ui& ui, app::Session& session, RoommatesState& state, const Rect& column,
                const Roommates& rows) {
  ui::FieldSpec field;
  field.key = "new-name";
  field.name = "Name";
  field.placeholder = "Enter roommate name";
  field.error = state.new_name_error;
  field.enter_hint = "done";
  const float height = ui::field_height(field);
  ui::ButtonSpec spec;
  spec.key = "add";
  spec.name = "Add Roommate";
  spec.icon = "plus";
  spec.kind = ui::ButtonKind::primary;
  const float button_width = ui::button_width(ui, spec);
  const bool is_stacked = column.width < 440;
  const float field_width =
      is_stacked ? column.width : std::min(420.0F, column.width - button_width - 12);
  const auto result = ui::text_field(ui, {column.x, column.y, field_width, height}, field,
                                     state.new_name);
  if (result.is_changed) state.new_name_error.clear();
  const Rect place = is_stacked
                         ? Rect{column.x, column.y + height + 12, column.width, 44}
                         : Rect{column.x + field_width + 12,
                                column.y + ui::kFieldLabelHeight, button_width, 44};
  if (ui::button(ui, place, spec) || result.is_entered) add(ui, session, state, rows);
  return is_stacked ? height + 56 : height;
}

void save_edit(app::Session& session, RoommatesState& state) {
  EditRoommate arguments;
  arguments.id = state.edited;
  arguments.name = state.edit_name;
  arguments.given = 0b11;  // id and name
  const Result<Command> command = make_command(arguments);
  const Status status = command.ok() ? session.issue(*command) : Status(command.error());
  if (status) {
    state.edited = Id{};
    state.edit_error.clear();
  } else {
    state.edit_error = status.error().message;
  }
}

float draw_edit_card(Ui& ui, app::Session& session, RoommatesState& state, const Rect& rect) {
  ui::FieldSpec field;
  field.key = "edit-name";
  field.name = "Name";
  field.error = state.edit_error;
  const float field_height = ui::field_height(field);
  const Rect box{rect.x, rect.y, rect.width, field_height + 16 * 2 + 12 + 44};
  ui::card(ui, box);
  const float inside = rect.width - 32;
  const auto result = ui::text_field(ui, {rect.x + 16, rect.y + 16, inside, field_height}, field,
                                     state.edit_name);
  if (result.is_changed) state.edit_error.clear();
  const float y = rect.y + 16 + field_height + 12;
  ui::ButtonSpec save;
  save.key = "save";
  save.name = "Save";
  save.kind = ui::ButtonKind::primary;
  ui::ButtonSpec cancel;
  cancel.key = "cancel";
  cancel.name = "Cancel";
  cancel.kind = ui::ButtonKind::plain;
  const float save_width = ui::button_width(ui, save);
  const float cancel_width = ui::button_width(ui, cancel);
  const float right = rect.right() - 16;
  if (ui::button(ui, {right - save_width - cancel_width - 8, y, cancel_width, 44}, cancel) ||
      ui.is_key_pressed("Escape")) {
    state.edited = Id{};
  }
  if (ui::button(ui, {right - save_width, y, save_width, 44}, save) || result.is_entered) {
    save_edit(session, state);
  }
  return box.height;
}

// Whole points earned in the running cycle: what the ledger says, nothing stored beside it.
std::int64_t earned_points(const Reader& household, const Id& roommate_id) {
  std::int64_t micro = 0;
  for (const auto& cycle : household.all<Cycle>()) {
    if (cycle->state != CycleState::running) continue;
    for (const auto& entry : household.where<LedgerEntry>("cycle_id", cycle->id)) {
      const bool counts = entry->kind == LedgerKind::earned && entry->roommate_id == roommate_id;
      if (counts) micro += entry->amount_micro;
    }
  }
  return micro / kMicroPerPoint;
}

float draw_card(Ui& ui, const app::Session& session, RoommatesState& state,
                const Roommate& roommate, const Rect& rect) {
  const Rect box{rect.x, rect.y, rect.width, 76};
  ui::card(ui, box);
  ui::avatar(ui, box.x + 16, box.y + 16, 44, roommate.name, roommate.colour);
  const float text_x = box.x + 76;
  const float text_width = box.width - 76 - 64;
  ui::heading(ui, "name", {text_x, box.y + 14, text_width, 24}, roommate.name, ui::type::title,
              ui::HeadingLevel::h2);
  const std::string points =
      "Current Cycle Points: " +
      std::to_string(earned_points(session.household(), roommate.id));
  ui::label(ui, "points", {text_x, box.y + 40, text_width, 18}, points, ui::type::caption,
            Token::text_2);
  ui::IconButtonSpec edit;
  edit.key = "edit";
  const std::string name = "Edit " + roommate.name;
  edit.name = name;
  edit.icon = "pencil";
  if (ui::icon_button(ui, {box.right() - 56, box.y + 16, 44, 44}, edit)) {
    state.edited = roommate.id;
    state.edit_name = roommate.name;
    state.edit_error.clear();
    ui::focus_field(ui, "edit-name");
  }
  return box.height;
}

}  // namespace

float draw_roommates(Ui& ui, app::Session& session, RoommatesState& state, const Rect& column) {
  const Roommates rows = active_roommates(session);
  float y = column.y + 8;
  y += draw_form(ui, session, state, {column.x, y, column.width, 0}, rows) + 20;
  const std::string total = "Total Roommates: " + std::to_string(rows.size());
  ui::label(ui, "total", {column.x, y, column.width, 22}, total, ui::type::body, Token::text_2);
  y += 34;
  if (rows.empty()) {
    ui::heading(ui, "empty", {column.x, y, column.width, 28}, "No roommates added yet",
                ui::type::heading, ui::HeadingLevel::h2);
    return y + 40 - column.y;
  }
  const bool has_two_columns = column.width >= 640;
  const float gap = has_two_columns ? 16.0F : 12.0F;
  const float width = has_two_columns ? (column.width - gap) / 2 : column.width;
  float column_y[2] = {y, y};
  ui.open(ui::Tag::list, ui.key("roommates"), {column.x, y, column.width, 0});
  for (const auto& roommate : rows) {
    const std::size_t side = has_two_columns && column_y[1] < column_y[0] ? 1 : 0;
    const Rect rect{column.x + static_cast<float>(side) * (width + gap), column_y[side], width, 0};
    ui.open(ui::Tag::list_item, ui.key(roommate->id.to_string()), rect);
    const bool is_edited = state.edited == roommate->id;
    const float height = is_edited ? draw_edit_card(ui, session, state, rect)
                                   : draw_card(ui, session, state, *roommate, rect);
    ui.close();
    column_y[side] += height + gap;
  }
  ui.close();
  return std::max(column_y[0], column_y[1]) - column.y;
}

}  // namespace rr::screens
