#include "client/screens/sub_tasks.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "client/screens/acting.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/list.h"
#include "client/ui/menu.h"
#include "shared/base/text.h"
#include "shared/commands/sub_chores.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 12;
constexpr float kIconWidth = 44;
constexpr float kIconsWidth = 3 * kIconWidth;
constexpr float kNumberWidth = 28;

void close_dialog(SubTasksState& state) {
  state.dialog = SubTasksState::Dialog::none;
  state.edited = Id{};
  state.draft.clear();
  state.error.clear();
}

void open_dialog(SubTasksState& state, SubTasksState::Dialog dialog, const Id& edited,
                 const std::string& draft) {
  state.dialog = dialog;
  state.edited = edited;
  state.draft = draft;
  state.error.clear();
}

void move_step(Ui& ui, app::Session& session, const SubChore& step, std::int64_t position) {
  if (position < 0) return;
  act_or_tell(ui, session, make_command(MoveSubChore{step.id, position}));
  ui.announce(tr("{name} is now number {place}",
                 {{"name", step.name}, {"place", std::to_string(position + 1)}}));
}

// The handle: dragging it, a menu for everybody, arrow keys for those who are on it.
void draw_handle(Ui& ui, app::Session& session, const SubChore& step, bool is_last,
                 const Rect& rect) {
  const std::string name = tr("Move {name}", {{"name", step.name}});
  const std::uint64_t key = ui.key("move");
  const bool is_focused = ui.is_focused(key) && ui.open_menu() != key;
  std::array<ui::MenuItem, 2> items{
      {{tr("Move up"), "chevron-up"}, {tr("Move down"), "chevron-down"}}};
  const auto chosen = ui::menu_button(ui, rect, {"move", name, "grip-vertical", true}, items);
  const bool is_up = chosen == 0U || (is_focused && ui.is_key_pressed("ArrowUp"));
  const bool is_down = chosen == 1U || (is_focused && ui.is_key_pressed("ArrowDown"));
  if (is_up && step.position > 0) move_step(ui, session, step, step.position - 1);
  if (is_down && !is_last) move_step(ui, session, step, step.position + 1);
}

struct StepMeasures {
  float words_width = 0;
  float words_y = 0;
  float icons_y = 0;
  float height = 0;
};

// In narrow cards the icons stand under the words.
StepMeasures measures_of(Ui& ui, const SubChore& step, float width) {
  const bool is_narrow = width < 260;
  StepMeasures result;
  result.words_width = width - kNumberWidth - (is_narrow ? 0.0F : kIconsWidth);
  const auto lines = ui::wrap_text(ui, step.name, ui::type::body, result.words_width);
  const float words_height = static_cast<float>(lines.size()) * ui::type::body.line_height;
  const float row_height = std::max(44.0F, words_height + 12);
  result.words_y = (row_height - words_height) / 2;
  result.icons_y = is_narrow ? row_height : (row_height - 44) / 2;
  result.height = row_height + (is_narrow ? 44.0F : 0.0F);
  return result;
}

void draw_step(Ui& ui, app::Session& session, SubTasksState& state, const SubChore& step,
               bool is_last, const Rect& rect) {
  const StepMeasures measures = measures_of(ui, step, rect.width);
  const float words_y = rect.y + measures.words_y;
  ui.open(ui::Tag::list_item, ui.key(step.id.to_string()), rect);
  ui::label(ui, "number", {rect.x, words_y, kNumberWidth, 22}, std::to_string(step.position + 1),
            ui::type::caption, Token::text_2);
  ui::paragraph(ui, "name", rect.x + kNumberWidth, words_y, measures.words_width, step.name,
                ui::type::body, Token::text);
  const float icons_y = rect.y + measures.icons_y;
  float x = rect.right() - kIconsWidth + 4;
  draw_handle(ui, session, step, is_last, {x, icons_y, 44, 44});
  x += kIconWidth;
  const std::string edit_name = tr("Edit {name}", {{"name", step.name}});
  if (ui::icon_button(ui, {x, icons_y, 44, 44}, {"edit", edit_name, "pencil"})) {
    open_dialog(state, SubTasksState::Dialog::edit, step.id, step.name);
  }
  x += kIconWidth;
  const std::string delete_name = tr("Delete {name}", {{"name", step.name}});
  if (ui::icon_button(ui, {x, icons_y, 44, 44}, {"delete", delete_name, "trash-2"})) {
    act_or_tell(ui, session, make_command(RemoveSubChore{step.id}),
                {tr("{name} deleted", {{"name", short_name(step.name)}}), "trash-2"});
  }
  ui.close();
}

// The steps one under another. The one whose handle is dragged follows the pointer, and the others
// make room where it would go. Answers the height.
float draw_steps(Ui& ui, app::Session& session, SubTasksState& state,
                 const std::vector<std::shared_ptr<const SubChore>>& steps, const Rect& rect) {
  ui.open(ui::Tag::list, ui.key("steps"), rect);
  std::vector<float> heights;
  for (const auto& step : steps) heights.push_back(measures_of(ui, *step, rect.width).height);
  ui::Arrangement places{ui::tops_of(heights), 0};
  std::optional<std::size_t> in_hand;
  bool is_dropped = false;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto drag = ui.drag(ui::join_key(ui.key(steps[i]->id.to_string()), "move"));
    if (!drag) continue;
    const float grip_y = measures_of(ui, *steps[i], rect.width).icons_y + 22;
    places = ui::arrange(heights, i, drag->y - grip_y - rect.y);
    in_hand = i;
    is_dropped = drag->is_dropped;
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Rect row{rect.x, rect.y + places.tops[i], rect.width, heights[i]};
    if (in_hand == i) {
      ui.raise_paint();
      ui::card(ui, {row.x - 8, row.y, row.width + 16, row.height}, 12, ui::Elevation::menu);
    }
    draw_step(ui, session, state, *steps[i], i + 1 == steps.size(), row);
    if (in_hand == i) ui.lower_paint();
  }
  ui.close();
  if (is_dropped && places.goal != *in_hand) {
    move_step(ui, session, *steps[*in_hand], static_cast<std::int64_t>(places.goal));
  }
  return std::accumulate(heights.begin(), heights.end(), 0.0F);
}

float draw_head(Ui& ui, SubTasksState& state, const Chore& chore, std::size_t count,
                const Rect& rect) {
  ui::ButtonSpec add;
  add.key = "add";
  add.name = tr("Add Sub-task");
  add.icon = "plus";
  add.kind = ui::ButtonKind::soft;
  add.size = ui::ButtonSize::small;
  const float add_width = ui::button_width(ui, add);
  const std::string steps =
      tr_count(static_cast<std::int64_t>(count), "{n} sub-task", "{n} sub-tasks");
  const float left = rect.width - add_width - 12;
  const bool is_beside = ui::text_width(ui, steps, ui::type::caption) <= left;
  const float words_width = is_beside ? left : rect.width;
  ui::heading(ui, "title", {rect.x, rect.y, words_width, 22}, chore.name, ui::type::body_strong,
              ui::HeadingLevel::h3);
  ui::label(ui, "count", {rect.x, rect.y + 22, words_width, 18}, steps, ui::type::caption,
            Token::text_2);
  const float add_x = is_beside ? rect.right() - add_width : rect.x;
  const float add_y = rect.y + (is_beside ? 2.0F : 48.0F);
  if (ui::button(ui, {add_x, add_y, add_width, 36}, add)) {
    open_dialog(state, SubTasksState::Dialog::add, Id{}, "");
  }
  return is_beside ? 44.0F : 92.0F;
}

Status save_step(Ui& ui, app::Session& session, SubTasksState& state) {
  const std::string name = short_name(trim(state.draft));
  if (state.dialog == SubTasksState::Dialog::edit) {
    return act(ui, session, make_command(EditSubChore{state.edited, state.draft}),
               {tr("{name} saved", {{"name", name}})});
  }
  AddSubChore arguments;
  arguments.id = session.new_id();
  arguments.chore_id = state.open_chore;
  arguments.name = state.draft;
  return act(ui, session, make_command(arguments), {tr("{name} added", {{"name", name}})});
}

}  // namespace

std::uint64_t sub_tasks_version(const Reader& household, const Id& chore_id) {
  std::uint64_t version = 2;
  for (const auto& step : sub_chores_of(household, chore_id)) {
    version = ui::add_to_version(version, step->name);
    version = ui::add_to_version(version, step->position);
  }
  return version;
}

float draw_sub_tasks(Ui& ui, app::Session& session, SubTasksState& state, const Chore& chore,
                     const Rect& rect) {
  const auto steps = sub_chores_of(session.household(), chore.id);
  const std::uint64_t key = ui.key("sub-tasks");
  float& height = ui.kept(key);
  const Rect box{rect.x, rect.y, rect.width, height};
  ui::fill(ui, box, ui.colour(Token::sunken), 12);
  ui.open(ui::Tag::section, key, box)
      .attributes.emplace_back(ui::Attribute::label,
                               tr("Sub-tasks of {name}", {{"name", chore.name}}));
  const Rect inside{box.x + kPadding, box.y + kPadding, box.width - 2 * kPadding, 0};
  float y = inside.y;
  y += draw_head(ui, state, chore, steps.size(), inside) + 4;
  if (steps.empty()) {
    y += ui::paragraph(ui, "empty", inside.x, y + 4, inside.width, tr("No sub-tasks yet"),
                       ui::type::body) +
         8;
  } else {
    y += draw_steps(ui, session, state, steps, {inside.x, y, inside.width, 0});
  }
  y += kPadding - 4;
  ui.close();
  if (y - box.y != height) {
    height = y - box.y;
    platform::request_frame();
  }
  return height;
}

void draw_sub_task_dialog(Ui& ui, app::Session& session, SubTasksState& state) {
  if (state.dialog == SubTasksState::Dialog::none) return;
  const bool is_new = state.dialog == SubTasksState::Dialog::add;
  ui::Choice choice = ui::Choice::none;
  const ui::DialogSpec spec{"sub-task", is_new ? tr("Add Sub-task") : tr("Edit Sub-task"), 440};
  const auto wish = ui::dialog(ui, spec, [&](const Rect& column) {
    ui::FieldSpec field;
    field.key = "name";
    field.name = tr("Sub-task Name");
    field.error = state.error;
    const auto typed = ui::text_field(ui, column, field, state.draft);
    if (typed.is_changed) state.error.clear();
    const float y = column.y + ui::field_height(ui, column.width, field) + 20;
    choice = ui::form_buttons(ui, column.x, y, column.width, {});
    if (typed.is_entered) choice = ui::Choice::confirm;
    return y + ui::kFormButtonsHeight - column.y;
  });
  if (choice == ui::Choice::confirm) {
    const Status status = save_step(ui, session, state);
    if (status) {
      close_dialog(state);
    } else {
      state.error = refusal_words(status.error(), tr("Sub-task Name"));
    }
  }
  if (choice == ui::Choice::cancel || wish == ui::DialogWish::close) close_dialog(state);
}

}  // namespace rr::screens
