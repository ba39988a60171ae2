#include "client/screens/chores.h"

#include <algorithm>
#include <array>
#include <utility>

#include "client/screens/acting.h"
#include "client/screens/chore_card.h"
#include "client/screens/row_key.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "shared/commands/leaving.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kSidePanelWidth = 392;
constexpr float kWideColumn = 900;  // from here on the form stands beside the cards
constexpr float kStatHeight = 76;
constexpr float kStatPanelWidth = 184;  // beside the cards while no form is open

ChoreForm* open_form(ChoresState& state) {
  if (state.edit_form.is_open) return &state.edit_form;
  return state.new_form.is_open ? &state.new_form : nullptr;
}

float draw_cards(Ui& ui, app::Session& session, ChoresState& state, const Rect& column) {
  std::vector<ui::ListRow> rows = state.view.list_rows;
  const Id& open = state.sub_tasks.open_chore;
  for (std::size_t i = 0; i < rows.size() && !open.is_nil(); ++i) {
    if (state.view.cards[i].chore->id != open) continue;
    rows[i].version = ui::join_key(rows[i].version, sub_tasks_version(session.household(), open));
  }
  ui::ListSpec list;
  list.key = "chores";
  list.name = tr("Chores");
  list.columns = column.width >= 1000 ? 3 : (column.width >= 600 ? 2 : 1);
  list.gap = column.width >= 600 ? 16.0F : 12.0F;
  list.guessed_height = 116;
  return ui::draw_list(ui, list, column, rows, state.list, [&](std::size_t i, const Rect& rect) {
    return draw_chore_card(ui, session, state, state.view.cards[i], rect);
  });
}

void draw_stat(Ui& ui, const Rect& rect, std::string_view name, std::size_t value) {
  ui::card(ui, rect);
  ui::Node& node = ui.open(ui::Tag::group, ui.key(name), rect);
  node.attributes.emplace_back(ui::Attribute::role, "group");
  node.attributes.emplace_back(ui::Attribute::label, name);
  const float padding = rect.width < 100 ? 5.0F : 16.0F;
  const float width = rect.width - 2 * padding;
  ui::label(ui, "value", {rect.x + padding, rect.y + 12, width, 28}, std::to_string(value),
            ui::type::heading);
  ui::fitted_label(ui, "name", {rect.x + padding, rect.y + 44, width, 18}, name, ui::type::caption,
                   Token::text_2);
  ui.close();
}

// Side by side, or below each other in a narrow panel; answers the height used.
float draw_stats(Ui& ui, const ChoresView& view, const Rect& rect) {
  const std::array<std::pair<std::string_view, std::size_t>, 3> stats{
      {{tr("Total Chores"), view.cards.size()},
       {tr("Predefined"), view.predefined_count},
       {tr("Random"), view.random_count}}};
  const bool is_stacked = rect.width <= kStatPanelWidth;
  const float gap = rect.width < 340 ? 6.0F : 12.0F;
  const float width = is_stacked ? rect.width : (rect.width - 2 * gap) / 3;
  for (std::size_t i = 0; i < stats.size(); ++i) {
    const auto place = static_cast<float>(i);
    const float x = rect.x + (is_stacked ? 0 : place * (width + gap));
    const float y = rect.y + (is_stacked ? place * (kStatHeight + 12) : 0);
    draw_stat(ui, {x, y, width, kStatHeight}, stats[i].first, stats[i].second);
  }
  return is_stacked ? 3 * kStatHeight + 24 : kStatHeight;
}

ui::ButtonSpec add_button(bool is_open) {
  ui::ButtonSpec add;
  add.key = "add";
  add.name = is_open ? tr("Cancel") : tr("Add New Chore");
  add.icon = is_open ? "x" : "plus";
  add.kind = is_open ? ui::ButtonKind::secondary : ui::ButtonKind::primary;
  return add;
}

// Opens the form of a new chore, and closes it again.
void draw_add_button(Ui& ui, ChoresState& state, const Rect& rect) {
  const bool is_open = state.new_form.is_open;
  if (!ui::button(ui, rect, add_button(is_open))) return;
  if (is_open) {
    state.new_form = ChoreForm{};
  } else {
    open_new_chore(state);
  }
}

// Opens "My preferences", for who is linked to a roommate; answers its height.
float draw_wishes_button(Ui& ui, const app::Session& session, ChoresState& state,
                         const Rect& place) {
  if (state.view.cards.empty() || own_roommate(session).is_nil()) return 0;
  ui::ButtonSpec spec;
  spec.key = "wishes";
  spec.name = tr("My preferences");
  if (ui::button(ui, {place.x, place.y, place.width, 44}, spec)) state.wishes.is_open = true;
  return 44 + 16;
}

// Form above cards above stats.
float draw_narrow(Ui& ui, app::Session& session, ChoresState& state, const app::ScreenPlace& page) {
  const Rect& column = page.column;
  float y = column.y + 8;
  if (!page.has_title_row() && !state.edit_form.is_open) {
    draw_add_button(ui, state, {column.x, y, column.width, 44});
    y += 44 + 16;
  }
  if (ChoreForm* form = open_form(state)) {
    y += draw_chore_form(ui, session, *form, {column.x, y, column.width, 0}) + 16;
  }
  if (state.view.cards.empty()) return y - column.y;
  y += draw_cards(ui, session, state, {column.x, y, column.width, 0}) + 24;
  y += draw_wishes_button(ui, session, state, {column.x, y, column.width, 0});
  return y + draw_stats(ui, state.view, {column.x, y, column.width, 0}) - column.y;
}

// Cards at the left, form and stats at the right.
float draw_wide(Ui& ui, app::Session& session, ChoresState& state, const Rect& column) {
  ChoreForm* form = open_form(state);
  const float top = column.y + 8;
  const float panel = form == nullptr ? kStatPanelWidth : kSidePanelWidth;
  const float width = column.width - panel - 24;
  const float used = draw_cards(ui, session, state, {column.x, top, width, 0});
  float side_y = top;
  const Rect side{column.right() - panel, top, panel, 0};
  if (form != nullptr) side_y += draw_chore_form(ui, session, *form, side) + 16;
  side_y += draw_wishes_button(ui, session, state, {side.x, side_y, side.width, 0});
  if (!state.view.cards.empty()) {
    side_y += draw_stats(ui, state.view, {side.x, side_y, side.width, 0});
  }
  return std::max(used + 8, side_y - column.y);
}

void draw_delete_question(Ui& ui, app::Session& session, ChoresState& state) {
  const auto chore = session.household().find<Chore>(state.deleted);
  if (!chore) {
    state.deleted = Id{};
    return;
  }
  const std::string title = tr("Delete {name}?", {{"name", chore->name}});
  ui::ConfirmSpec spec;
  spec.key = "delete-chore";
  spec.title = title;
  spec.text =
      tr("Its sub-tasks go with it, and whoever has it now is free of it. Points that were counted "
         "stay counted.");
  spec.confirm = tr("Delete");
  spec.error = state.delete_error;
  const ui::Choice choice = ui::confirm_dialog(ui, spec);
  if (choice == ui::Choice::confirm) {
    const Status status = act(ui, session, make_command(RemoveChore{chore->id}),
                              {tr("{name} deleted", {{"name", chore->name}}), "trash-2"});
    if (!status) {
      state.delete_error = tr_sentence(status.error().message);
      return;
    }
    if (state.edit_form.edited == chore->id) state.edit_form = ChoreForm{};
  }
  if (choice != ui::Choice::none) state.deleted = Id{};
}

void renew_view(const app::Session& session, ChoresState& state) {
  if (state.view_version == session.version()) return;
  state.view = make_chores_view(session.household());
  state.view_version = session.version();
}

}  // namespace

void open_new_chore(ChoresState& state) {
  state.new_form.is_open = true;
  state.is_form_wanted = true;
  hide_chore_form(state.edit_form);
}

void open_chore(ChoresState& state, const Chore& chore) {
  if (state.edit_form.edited != chore.id) {
    hide_chore_form(state.edit_form);
    state.edit_form =
        state.put_aside.change(std::move(state.edit_form), chore.id, edit_chore_form(chore));
  }
  state.edit_form.is_open = true;
  state.is_form_wanted = true;
}

float draw_chores(Ui& ui, app::Session& session, ChoresState& state, const app::ScreenPlace& page) {
  const Rect& column = page.column;
  renew_view(session, state);
  const bool is_empty = state.view.cards.empty();
  const bool has_add = !state.edit_form.is_open && (!is_empty || state.new_form.is_open);
  if (page.has_title_row() && has_add) {
    const float width = ui::button_width(ui, add_button(state.new_form.is_open));
    draw_add_button(ui, state, {page.title_row.right() - width, page.title_row.y, width, 44});
  }
  float used = 0;
  if (is_empty && open_form(state) == nullptr) {
    ui::EmptyStateSpec empty;
    empty.key = "empty";
    empty.picture = ui::Picture::broom;
    empty.title = tr("No chores added yet");
    empty.text = tr("Add the first one. RoomieRoster then shares the work fairly.");
    empty.action = tr("Add New Chore");
    const auto result = ui::empty_state(ui, column, empty);
    if (result.is_activated) open_new_chore(state);
    used = result.height;
  } else if (column.width >= kWideColumn) {
    used = draw_wide(ui, session, state, column);
  } else {
    used = draw_narrow(ui, session, state, page);
  }
  const ChoreForm* form = open_form(state);
  if (std::exchange(state.is_form_wanted, false) && form != nullptr) focus_chore_form(ui, *form);
  draw_sub_task_dialog(ui, session, state.sub_tasks);
  draw_wishes(ui, session, state.wishes);
  if (!state.deleted.is_nil()) draw_delete_question(ui, session, state);
  return used;
}

}  // namespace rr::screens
