#include "client/screens/chore_form.h"

#include <algorithm>
#include <array>

#include "client/screens/acting.h"
#include "client/screens/calendar.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/choice_tile.h"
#include "client/ui/choices.h"
#include "client/ui/dialog.h"
#include "client/ui/fields.h"
#include "shared/base/text.h"
#include "shared/commands/chores.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/ratings.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 20;
constexpr std::array<Frequency, 4> kFrequencies{Frequency::daily, Frequency::weekly,
                                                Frequency::bi_weekly, Frequency::monthly};

std::string form_key(const ChoreForm& form) {
  return form.edited.is_nil() ? "new-chore" : "edit-" + form.edited.to_string();
}

void show_refusal(ChoreForm& form, const Error& error) {
  if (error.field == "name") {
    form.name_error = refusal_words(error, tr("Chore Name"));
  } else if (error.field == "points") {
    form.points_error = refusal_words(error, tr("Points"));
  } else {
    form.error = tr_sentence(error.message);
  }
}

std::optional<std::int64_t> minutes_of(const ChoreForm& form) {
  const Result<std::int64_t> minutes = parse_whole_number(form.minutes, 1, 600, tr("Minutes"));
  return minutes ? std::optional<std::int64_t>(*minutes) : std::nullopt;
}

Result<Command> add_command(app::Session& session, const ChoreForm& form, std::int64_t points) {
  AddChore arguments;
  arguments.id = session.new_id();
  arguments.name = form.name;
  arguments.frequency = form.frequency;
  arguments.type = form.type;
  arguments.points = points;
  arguments.effort_minutes = minutes_of(form);
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
  arguments.effort_minutes = minutes_of(form);
  if (arguments.effort_minutes != opened.effort_minutes) arguments.given |= 0b10000000;
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
  const float top = field_label(ui, column, tr("Frequency"));
  const float y = column.y + top;
  if (column.width >= ui::segments_width(ui, words)) {
    const Rect place{column.x, y, column.width, ui::kSegmentsHeight};
    const auto chosen = ui::segments(
        ui, place, {"frequency", tr("Frequency"), words, static_cast<std::size_t>(form.frequency)});
    form.frequency = kFrequencies[chosen];
    return top + ui::kSegmentsHeight;
  }
  const float width = (column.width - 12) / 2;
  ui::open_radio_group(ui, "frequency", {column.x, y, column.width, 2 * 48 + 12}, tr("Frequency"));
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
  const float top = field_label(ui, column, tr("Assignment Type"));
  const float y = column.y + top;
  const float width = (column.width - 12) / 2;
  ui::ChoiceTileSpec random{"random",
                            "type",
                            tr("Random Assignment"),
                            tr("Goes to who is behind"),
                            "dices",
                            form.type == ChoreType::random};
  ui::ChoiceTileSpec predefined{
      "predefined",           "type",   tr("Predefined Rotation"),
      tr("Everyone in turn"), "repeat", form.type == ChoreType::predefined};
  const float height = std::max(ui::choice_tile_height(ui, width, random),
                                ui::choice_tile_height(ui, width, predefined));
  ui::open_radio_group(ui, "type", {column.x, y, column.width, height}, tr("Assignment Type"));
  if (ui::choice_tile(ui, {column.x, y, width, height}, random)) form.type = ChoreType::random;
  if (ui::choice_tile(ui, {column.x + width + 12, y, width, height}, predefined)) {
    form.type = ChoreType::predefined;
  }
  ui.close();
  return top + height;
}

// A number between its buttons and what it may be beside it; answers the height used.
float draw_number(Ui& ui, ui::NumberSpec spec, std::string_view note, const Rect& column,
                  std::string& draft, std::string& error, bool& is_entered) {
  const Rect place{column.x, column.y, std::min(180.0F, column.width), 0};
  spec.field.message_width = column.width;
  const float height = ui::field_height(ui, place.width, spec.field);
  const auto typed = ui::number_field(ui, place, spec, draft);
  ui::text_line(ui,
                {place.right() + 12, column.y + ui::kFieldLabelHeight,
                 column.right() - place.right() - 12, 44},
                note, ui::type::caption, ui.colour(Token::text_2));
  if (typed.is_changed) error.clear();
  is_entered = is_entered || typed.is_entered;
  return height;
}

float draw_points(Ui& ui, ChoreForm& form, const Rect& column, bool& is_entered) {
  ui::NumberSpec spec;
  spec.field.key = "points";
  spec.field.name = tr("Points");
  spec.field.error = form.points_error;
  spec.minimum = 1;
  spec.maximum = 20;
  return draw_number(ui, spec, tr("1 to 20"), column, form.points, form.points_error, is_entered);
}

// What the household's ratings suggest; answers the height used, 0 where nobody rated the chore.
float draw_rated(Ui& ui, const app::Session& session, ChoreForm& form, const Rect& column) {
  const auto median = median_effort(session.household(), form.edited);
  if (!median) return 0;
  const std::string points = std::to_string(*median);
  const Rect row{column.x, column.y + 8, column.width, 36};
  ui::ButtonSpec use;
  use.key = "use-rated";
  const std::string name = tr_count(*median, "Use {n} point", "Use {n} points");
  use.name = name;
  use.kind = ui::ButtonKind::soft;
  use.size = ui::ButtonSize::small;
  const bool is_used = form.points == points;
  const float width = is_used ? 0 : ui::button_width(ui, use);
  ui::label(ui, "rated", {row.x, row.y, row.width - width - 8, 36},
            tr("The household rates this {points}", {{"points", points}}), ui::type::caption,
            Token::text_2);
  if (!is_used && ui::button(ui, {row.right() - width, row.y, width, 36}, use)) {
    form.points = points;
    form.points_error.clear();
  }
  return 44;
}

const char* opinion_of(const Preference& preference) {
  switch (preference.level) {
    case PreferenceLevel::like: return to_translate("{name} likes it.");
    case PreferenceLevel::dislike: return to_translate("{name} dislikes it.");
    case PreferenceLevel::neutral: break;
    case PreferenceLevel::never:
      return preference.has_reason ? to_translate("{name} never does it, and gave a reason.")
                                   : to_translate("{name} never does it.");
  }
  return "{name}";
}

// What people who live here think of it, and whether a veto has a reason.
std::string opinion_words(const app::Session& session, const Id& chore) {
  std::string words;
  for (const auto& each : session.household().where<Preference>("chore_id", chore)) {
    const auto roommate = session.household().find<Roommate>(each->roommate_id);
    if (!roommate || roommate->status != RoommateStatus::active) continue;
    if (!words.empty()) words += " ";
    words += tr(opinion_of(*each), {{"name", short_name(roommate->name)}});
  }
  return words;
}

// Answers the height used, 0 where nobody said anything.
float draw_opinions(Ui& ui, const app::Session& session, const Id& chore, const Rect& column) {
  const std::string words = opinion_words(session, chore);
  if (words.empty()) return 0;
  return 12 + ui::paragraph(ui, "opinions", column.x, column.y + 12, column.width, words,
                            ui::type::caption);
}

// Where the household counts effort, or somebody did; answers the height used.
float draw_minutes(Ui& ui, const app::Session& session, ChoreForm& form, const Rect& column,
                   bool& is_entered) {
  const auto household = household_of(session.household());
  const bool is_counted = household && household->counts_effort;
  if (!is_counted && !form.opened.effort_minutes) return 0;
  ui::NumberSpec spec;
  spec.field.key = "minutes";
  spec.field.name = tr("Minutes (optional)");
  spec.field.error = form.minutes_error;
  spec.minimum = 1;
  spec.maximum = 600;
  const Rect place{column.x, column.y + 16, column.width, 0};
  return 16 + draw_number(ui, spec, tr("of effort"), place, form.minutes, form.minutes_error,
                          is_entered);
}

// A new chore's "Cancel" stands where "Add New Chore" was.
ui::Choice draw_ending(Ui& ui, const ChoreForm& form, const Rect& row) {
  if (!form.edited.is_nil()) return ui::form_buttons(ui, row.x, row.y, row.width, {});
  const ui::ButtonSpec save{"submit", tr("Save"), {}, ui::ButtonKind::primary};
  return ui::button(ui, row, save) ? ui::Choice::confirm : ui::Choice::none;
}

}  // namespace

ChoreForm edit_chore_form(const Chore& chore) {
  ChoreForm form;
  form.is_open = true;
  form.edited = chore.id;
  form.opened = chore;
  form.name = chore.name;
  form.frequency = chore.frequency;
  form.type = chore.type;
  form.points = std::to_string(chore.points);
  if (chore.effort_minutes) form.minutes = std::to_string(*chore.effort_minutes);
  return form;
}

void hide_chore_form(ChoreForm& form) {
  const ChoreForm fresh = form.edited.is_nil() ? ChoreForm{} : edit_chore_form(form.opened);
  const bool is_same = form.name == fresh.name && form.frequency == fresh.frequency &&
                       form.type == fresh.type && form.points == fresh.points &&
                       form.minutes == fresh.minutes;
  if (is_same) form = ChoreForm{};
  form.is_open = false;
}

bool save_chore_form(Ui& ui, app::Session& session, ChoreForm& form) {
  form.name_error.clear();
  form.points_error.clear();
  form.minutes_error.clear();
  form.error.clear();
  const Result<std::int64_t> points = parse_whole_number(form.points, 1, 20, tr("Points"));
  if (!points) form.points_error = tr_sentence(points.error().message);
  const bool is_timed = trim(form.minutes).empty() || minutes_of(form);
  if (!is_timed) form.minutes_error = tr("Minutes must be a whole number from 1 to 600.");
  const bool is_new = form.edited.is_nil();
  // The name is judged too, so that both faults show at once.
  const std::int64_t used_points = points ? *points : 1;
  const Result<Command> command =
      is_new ? add_command(session, form, used_points) : edit_command(form, used_points);
  if (!command) show_refusal(form, command.error());
  if (!points || !is_timed || !command) return false;
  const std::string name = short_name(trim(form.name));
  const Status status = act(
      ui, session, command,
      {tr(is_new ? to_translate("{name} added") : to_translate("{name} saved"), {{"name", name}})});
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
  const std::string_view title = form.edited.is_nil() ? tr("Add New Chore") : tr("Edit Chore");
  ui.open(ui::Tag::section, key, box).attributes.emplace_back(ui::Attribute::label, title);
  const Rect inside{box.x + kPadding, box.y + kPadding, box.width - 2 * kPadding, 0};
  float y = inside.y;
  const auto row = [&] { return Rect{inside.x, y, inside.width, 0}; };
  ui::heading(ui, "title", {inside.x, y, inside.width, 28}, title, ui::type::heading,
              ui::HeadingLevel::h1);
  y += 28 + 16;
  ui::FieldSpec name;
  name.key = "name";
  name.name = tr("Chore Name");
  name.error = form.name_error;
  const auto typed_name = ui::text_field(ui, row(), name, form.name);
  y += ui::field_height(ui, inside.width, name) + 16;
  y += draw_frequency(ui, form, row()) + 16;
  y += draw_type(ui, form, row()) + 16;
  bool is_entered = typed_name.is_entered;
  y += draw_points(ui, form, row(), is_entered);
  y += draw_rated(ui, session, form, row());
  y += draw_minutes(ui, session, form, row(), is_entered);
  y += draw_opinions(ui, session, form.edited, row()) + 20;
  const float error = ui::error_message(ui, "error", inside.x, y, inside.width, form.error);
  if (error > 0) y += error + 16;
  ui::Choice choice = draw_ending(ui, form, {inside.x, y, inside.width, ui::kFormButtonsHeight});
  if (is_entered) choice = ui::Choice::confirm;
  y += ui::kFormButtonsHeight + kPadding;
  ui.close();
  if (typed_name.is_changed) form.name_error.clear();
  if (y - box.y != height) {
    height = y - box.y;
    platform::request_frame();
  }
  if (choice == ui::Choice::cancel) form = ChoreForm{};
  if (choice == ui::Choice::confirm) static_cast<void>(save_chore_form(ui, session, form));
  return height;
}

}  // namespace rr::screens
