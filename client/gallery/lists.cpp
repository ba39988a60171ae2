#include <array>

#include "client/gallery/rooms.h"
#include "client/ui/dialog.h"
#include "client/ui/paint.h"
#include "client/ui/toast.h"
#include "client/ui/widgets.h"

namespace rr::gallery {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

struct Row {
  std::string_view name;
  std::string_view note;
  std::string_view person;
  std::int64_t hue;
};
constexpr std::array<Row, 3> kRows{
    {{"Dishes", "Due today", "Ben", 2},
     {"Bathroom", "Due Friday", "Ana", 1},
     {"Take the paper and the glass to the container", "Overdue", "Chi", 3}}};
constexpr std::array<ui::MenuItem, 4> kItems{
    {{"Mark done", "check"},
     {"Swap", "arrow-left-right"},
     {"Skip", "skip-forward"},
     {"Delete", "trash-2", ui::MenuItemKind::destructive}}};

void draw_row(Ui& ui, const Row& row, const Rect& rect) {
  ui::avatar(ui, rect.x + 16, rect.y + 16, 32, row.person, row.hue);
  const float x = rect.x + 60;
  const float width = rect.right() - ui::kActionRowMenu - x;
  ui::label(ui, "name", {x, rect.y + 10, width, 22}, row.name, ui::type::body_strong);
  ui::label(ui, "note", {x, rect.y + 33, width, 18}, row.note, ui::type::caption, Token::text_2);
}

float draw_rows(Ui& ui, ListsRoom& room, const Rect& column, float y) {
  constexpr float kHeight = 64;
  const float width = std::min(column.width, 520.0F);
  const Rect list{column.x, y, width, kHeight * static_cast<float>(kRows.size())};
  ui::card(ui, list);
  ui.open(ui::Tag::list, ui.key("rows"), list)
      .attributes.emplace_back(ui::Attribute::label, "Chores");
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    const Rect place{list.x, y, width, kHeight};
    ui.open(ui::Tag::list_item, ui.key(kRows[i].name), place);
    const auto paint = [&](const Rect& moved) { draw_row(ui, kRows[i], moved); };
    const std::string menu = "More actions for " + std::string(kRows[i].name);
    const ui::ActionRowSpec spec{"row", kItems, 0, 3, menu};
    if (const auto item = ui::action_row(ui, place, spec, paint)) {
      room.last = std::string(kItems[*item].name) + ": " + std::string(kRows[i].name);
      ui::show_toast(ui, {room.last, "Undo", [] {}});
    }
    if (i > 0) ui::fill(ui, {list.x + 16, y, width - 32, 1}, ui.colour(Token::border));
    ui.close();
    y += kHeight;
  }
  ui.close();
  return y;
}

float draw_combobox(Ui& ui, ListsRoom& room, const Rect& column, float y) {
  constexpr std::array<ui::Option, 8> kChores{{{"Bathroom", {}, "Weekly", "dices"},
                                               {"Dishes", {}, "Daily", "repeat"},
                                               {"Dishwasher", {}, "Daily", "repeat"},
                                               {"Fridge", {}, "Bi-weekly", "dices"},
                                               {"Plants", {}, "Weekly", "dices"},
                                               {"Recycling", {}, "Weekly", "repeat"},
                                               {"Trash", {}, "Daily", "dices"},
                                               {"Windows", {}, "Monthly", "dices"}}};
  ui::ComboboxSpec spec;
  spec.field.key = "chore";
  spec.field.name = "Chore";
  spec.field.placeholder = "Find a chore";
  spec.options = kChores;
  spec.selected = room.chosen;
  const float width = std::min(column.width, 360.0F);
  const ui::ComboboxResult result = ui::combobox(ui, {column.x, y, width, 0}, spec, room.chore);
  if (result.chosen) room.chosen = *result.chosen;
  return y + ui::field_height(ui, width, spec.field);
}

float draw_dialog(Ui& ui, ListsRoom& room, const Rect& column, float y) {
  ui::ButtonSpec open{"open", "Open a dialog", "eye"};
  if (ui::button(ui, {column.x, y, ui::button_width(ui, open), 44}, open)) {
    room.is_dialog_open = true;
  }
  if (!room.is_dialog_open) return y + 44;
  const ui::DialogWish wish =
      ui::dialog(ui, {"sheet", "A sheet from below"}, [&](const Rect& rect) {
        return ui::paragraph(
            ui, "text", rect.x, rect.y, rect.width,
            "On phones it is a sheet that a finger pulls down; elsewhere it stands in "
            "the middle.",
            ui::type::body);
      });
  if (wish == ui::DialogWish::close) room.is_dialog_open = false;
  return y + 44;
}

}  // namespace

float draw_lists(Ui& ui, ListsRoom& room, const Rect& column) {
  float y = section_title(ui, "List with swipe actions", column, column.y);
  y = draw_rows(ui, room, column, y) + 32;
  y = section_title(ui, "Combobox with search", column, y);
  y = draw_combobox(ui, room, column, y) + 32;
  y = section_title(ui, "Dialog and sheet", column, y);
  y = draw_dialog(ui, room, column, y);
  return y - column.y;
}

}  // namespace rr::gallery
