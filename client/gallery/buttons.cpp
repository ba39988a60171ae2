#include "client/gallery/rooms.h"
#include "client/ui/choices.h"
#include "client/ui/slider.h"
#include "client/ui/tabs.h"
#include "client/ui/tooltip.h"

namespace rr::gallery {
namespace {

// Buttons side by side, in rows as they fit.
float draw_kinds(Ui& ui, const Rect& column, float y) {
  constexpr std::array<ui::ButtonSpec, 7> kButtons{{
      {"primary", "Assign Chores", "dices", ui::ButtonKind::primary},
      {"secondary", "Reset Cycle", "refresh-ccw", ui::ButtonKind::secondary},
      {"soft", "Add Sub-task", "plus", ui::ButtonKind::soft},
      {"quiet", "Why me?", "scale", ui::ButtonKind::quiet},
      {"plain", "Cancel", {}, ui::ButtonKind::plain},
      {"destructive", "Erase this device", "trash-2", ui::ButtonKind::destructive},
      {"disabled",
       "Save",
       {},
       ui::ButtonKind::primary,
       ui::ButtonSize::regular,
       ui::Availability::disabled},
  }};
  float x = column.x;
  for (const ui::ButtonSpec& spec : kButtons) {
    const float width = ui::button_width(ui, spec);
    if (x > column.x && x + width > column.x + column.width) {
      x = column.x;
      y += 56;
    }
    ui::button(ui, {x, y, width, 44}, spec);
    x += width + 12;
  }
  return y + 44;
}

float draw_choices(Ui& ui, ButtonsRoom& room, const Rect& column, float y) {
  if (ui::checkbox(ui, {column.x, y, 200, 44}, {"check", "Kitchen bin", room.is_checked})) {
    room.is_checked = !room.is_checked;
  }
  const Rect mark{column.x + 220, y + 6, 32, 32};
  if (ui::done_mark(ui, mark, {"done", "Mark done", room.is_done})) room.is_done = !room.is_done;
  ui::tooltip(ui, {ui.key("done"), mark, "Mark done", true});
  y += 56;
  const float width = std::min(column.width, 360.0F);
  const ui::SwitchSpec live{"live", "Live", room.is_on, "What others change appears at once."};
  const float height = ui::toggle_switch_height(ui, width, live);
  if (ui::toggle_switch(ui, {column.x, y, width, height}, live)) room.is_on = !room.is_on;
  y += height + 16;
  const ui::ChipSpec chip{"dairy", "Dairy", room.is_chip};
  if (ui::chip(ui, {column.x, y, ui::chip_width(ui, chip), 36}, chip)) {
    room.is_chip = !room.is_chip;
  }
  y += 56;
  constexpr std::array<std::string_view, 3> kRanges{"Today", "This Week", "This Month"};
  const float segments = std::min(column.width, ui::segments_width(ui, kRanges));
  room.segment = ui::segments(ui, {column.x, y, segments, ui::kSegmentsHeight},
                              {"range", "Range", kRanges, room.segment});
  return y + ui::kSegmentsHeight;
}

float draw_tabs(Ui& ui, ButtonsRoom& room, const Rect& column, float y) {
  constexpr std::array<std::string_view, 3> kTabs{"Pending Approvals", "My Requests",
                                                  "All Requests"};
  constexpr std::array<std::string_view, 3> kTexts{"Two wait for your vote.", "You asked for one.",
                                                   "Five in all."};
  const float width = std::min(column.width, 480.0F);
  const ui::TabsSpec spec{"requests", "Requests", kTabs, room.tab};
  const Rect row{column.x, y, width, ui::kTabsHeight};
  room.tab = ui::tabs(ui, row, spec);
  const Rect panel{column.x, row.bottom(), width, 48};
  ui::open_tab_panel(ui, panel, spec);
  ui::paragraph(ui, "text", panel.x, panel.y + 14, panel.width, kTexts[spec.selected],
                ui::type::body);
  ui.close();
  return panel.bottom();
}

}  // namespace

float draw_buttons(Ui& ui, ButtonsRoom& room, const Rect& column) {
  float y = section_title(ui, "Buttons", column, column.y);
  y = draw_kinds(ui, column, y) + 32;
  y = section_title(ui, "Choices", column, y);
  y = draw_choices(ui, room, column, y) + 32;
  y = section_title(ui, "Tabs", column, y);
  y = draw_tabs(ui, room, column, y) + 32;
  y = section_title(ui, "Slider", column, y);
  const std::string words = std::to_string(room.minutes) + " min";
  const float width = std::min(column.width, 360.0F);
  room.minutes = ui::slider(ui, {column.x, y, width, 0},
                            {"minutes", "Duration", room.minutes, 5, 120, 5, words, ui::Token::bg});
  return y + ui::kSliderHeight - column.y;
}

}  // namespace rr::gallery
