#include "client/screens/chore_form.h"

#include <algorithm>
#include <array>

#include "client/screens/acting.h"
#include "client/screens/calendar.h"
#include "client/screens/words.h"
#include "client/ui/choice_tile.h"
#include "client/ui/choices.h"
#include "client/ui/dialog.h"
#include "client/ui/fields.h"
#include "shared/base/text.h"
#include "shared/commands/chores.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 20;
constexpr float kSegmentsWidth = 310;  // what the four frequencies need side by side
constexpr std::array<Frequency, 4> kFrequencies{Frequency::daily, Frequency::weekly,
                                                Frequency::bi_weekly, Frequency::monthly};

std::string form_key(const ChoreForm& form) {
  return form.edited.is_nil() ? "new-chore" : "edit-" + form.edited.to_string();
}

void show_refusal(ChoreForm& form, const Error& error) {
  if (error.field == "name") {
    form.name_error = refusal_words(error, "Chore Name");
  } else if (error.field == "points") {
    form.points_error = refusal_words(error, "Points");
  } else {
    form.error = error.message;
  }
}

Result<Command> add_command(app::Session& session, const ChoreForm& form, std::int64_t points) {
  AddChore arguments;
  arguments.id = session.new_id();
  arguments.name = form.name;
  arguments.frequency = form.frequency;
  arguments.type = form.type;
  arguments.points = points;
  arguments.anchor = calendar_of(session).today;
  return make_command(arguments);
}

Result<Command> edit_command(const ChoreForm& form, std::int64_t points) {
  EditChore arguments;
  const Chore& opened = form.opened;
  arguments.given = 0b1;  // the id, and from its left what differs: points, type, frequency, name
  if (trim(form.name) != opened.name) arguments.given |= 0b10;
  if (form.frequency != opened.frequency) arguments.given |= 0b100;
  if (form.type != opened.type) arguments.given |= 0b1000;
  if (points != opened.points) arguments.given |= 0b10000;
  arguments.id = form.edited;
  arguments.name = form.name;
  arguments.frequency = form.frequency;
  arguments.type = form.type;
  arguments.points = points;
  return make_command(arguments);
}

float field_label(Ui& ui, const Rect& rect, std::string_view words) {
  ui::text_line(ui, {rect.x, rect.y, rect.width, 18}, words, ui::type::caption_strong,
                ui.colour(Token::text_2));
  return ui::kFieldLabelHeight;
}

float draw_frequency(Ui& ui, ChoreForm& form, const Rect& column) {
  std::array<std::string_view, 4> words;
  std::transform(kFrequencies.begin(), kFrequencies.end(), words.begin(), frequency_word);
  const float top = field_label(ui, column, "Frequency");
  const float y = column.y + top;
  if (column.width >= kSegmentsWidth) {
    const Rect place{column.x, y, column.width, ui::kSegmentsHeight};
    const auto chosen = ui::segments(
        ui, place, {"frequency", "Frequency", words, static_cast<std::size_t>(form.frequency)});
    form.frequency = kFrequencies[chosen];
    return top + ui::kSegmentsHeight;
  }
  const float width = (column.width - 12) / 2;
  ui::open_radio_group(ui, "frequency", {column.x, y, column.width, 2 * 48 + 12}, "Frequency");
  for (std::size_t i = 0; i < kFrequencies.size(); ++i) {
    const std::size_t row = i / 2;
    const Rect place{column.x + static_cast<float>(i % 2) * (width + 12),
                     y + static_cast<float>(row) * 60, width, 48};
    const bool is_selected = form.frequency == kFrequencies[i];
    const ui::ChoiceTileSpec tile{words[i], "frequency", words[i], {}, {}, is_selected};
    if (ui::choice_tile(ui, place, tile)) form.frequency = kFrequencies[i];
  }
  ui.close();
  return top + 2 * 48 + 12;
}

float draw_type(Ui& ui, ChoreForm& form, const Rect& column) {
  const float top = field_label(ui, column, "Assignment Type");
  const float y = column.y + top;
  const float width = (column.width - 12) / 2;
  ui::ChoiceTileSpec random{"random",
                            "type",
                            "Random Assignment",
                            "Goes to who is behind",
                            "dices",
                            form.type == ChoreType::random};
  ui::ChoiceTileSpec predefined{"predefined",       "type",   "Predefined Rotation",
                                "Everyone in turn", "repeat", form.type == ChoreType::predefined};
  const float height = std::max(ui::choice_tile_height(ui, width, random),
                                ui::choice_tile_height(ui, width, predefined));
  ui::open_radio_group(ui, "type", {column.x, y, column.width, height}, "Assignment Type");
  if (ui::choice_tile(ui, {column.x, y, width, height}, random)) form.type = ChoreType::random;
  if (ui::choice_tile(ui, {column.x + width + 12, y, width, height}, predefined)) {
    form.type = ChoreType::predefined;
  }
  ui.close();
  return top + height;
}

}  // namespace

ChoreForm new_chore_form() {
  ChoreForm form;
  form.is_open = true;
  return form;
}

ChoreForm edit_chore_form(const Chore& chore) {
  ChoreForm form = new_chore_form();
  form.edited = chore.id;
  form.opened = chore;
  form.name = chore.name;
  form.frequency = chore.frequency;
  form.type = chore.type;
  form.points = std::to_string(chore.points);
  return form;
}

bool save_chore_form(Ui& ui, app::Session& session, ChoreForm& form) {
  form.name_error.clear();
  form.points_error.clear();
  form.error.clear();
  const Result<std::int64_t> points = parse_whole_number(form.points, 1, 20, "Points");
  if (!points) form.points_error = points.error().message;
  const bool is_new = form.edited.is_nil();
  // The name is judged too, so that both faults show at once.
  const std::int64_t used_points = points ? *points : 1;
  const Result<Command> command =
      is_new ? add_command(session, form, used_points) : edit_command(form, used_points);
  if (!command) show_refusal(form, command.error());
  if (!points || !command) return false;
  const std::string name = short_name(trim(form.name));
  const Status status = act(ui, session, command, {name + (is_new ? " added" : " saved")});
  if (!status) {
    show_refusal(form, status.error());
    return false;
  }
  form = ChoreForm{};
  return true;
}

void focus_chore_form(Ui& ui, const ChoreForm& form) {
  ui.focus(ui::join_key(ui.key(form_key(form)), "name"));
}

float draw_chore_form(Ui& ui, app::Session& session, ChoreForm& form, const Rect& column) {
  const std::uint64_t key = ui.key(form_key(form));
  float& height = ui.kept(key);
  const Rect box{column.x, column.y, column.width, height};
  ui::card(ui, box, 16, ui::Elevation::menu);
  const std::string_view title = form.edited.is_nil() ? "Add New Chore" : "Edit Chore";
  ui.open(ui::Tag::section, key, box).attributes.emplace_back(ui::Attribute::label, title);
  const Rect inside{box.x + kPadding, box.y + kPadding, box.width - 2 * kPadding, 0};
  float y = inside.y;
  const auto row = [&] { return Rect{inside.x, y, inside.width, 0}; };
  ui::heading(ui, "title", {inside.x, y, inside.width, 28}, title, ui::type::heading,
              ui::HeadingLevel::h2);
  y += 28 + 16;
  ui::FieldSpec name;
  name.key = "name";
  name.name = "Chore Name";
  name.error = form.name_error;
  const auto typed_name = ui::text_field(ui, row(), name, form.name);
  y += ui::field_height(name) + 16;
  y += draw_frequency(ui, form, row()) + 16;
  y += draw_type(ui, form, row()) + 16;
  ui::NumberSpec points;
  points.field.key = "points";
  points.field.name = "Points";
  points.field.error = form.points_error;
  points.minimum = 1;
  points.maximum = 20;
  const Rect points_place{inside.x, y, std::min(180.0F, inside.width), 0};
  const auto typed_points = ui::number_field(ui, points_place, points, form.points);
  ui::text_line(ui,
                {points_place.right() + 12, y + ui::kFieldLabelHeight,
                 inside.right() - points_place.right() - 12, 44},
                "1 to 20", ui::type::caption, ui.colour(Token::text_2));
  y += ui::field_height(points.field) + 20;
  const float error = ui::error_message(ui, "error", inside.x, y, inside.width, form.error);
  if (error > 0) y += error + 16;
  ui::Choice choice = ui::form_buttons(ui, inside.x, y, inside.width, {});
  if (typed_name.is_entered || typed_points.is_entered) choice = ui::Choice::confirm;
  y += ui::kFormButtonsHeight + kPadding;
  ui.close();
  if (typed_name.is_changed) form.name_error.clear();
  if (typed_points.is_changed) form.points_error.clear();
  if (y - box.y != height) {
    height = y - box.y;
    platform::request_frame();
  }
  if (choice == ui::Choice::cancel) form = ChoreForm{};
  if (choice == ui::Choice::confirm) static_cast<void>(save_chore_form(ui, session, form));
  return height;
}

}  // namespace rr::screens
