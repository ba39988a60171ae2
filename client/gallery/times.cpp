#include "client/gallery/rooms.h"
#include "client/ui/timeline.h"
#include "client/ui/toast.h"

namespace rr::gallery {
namespace {

using ui::Booking;

constexpr std::int32_t hours(std::int32_t hour) { return hour * 60; }

std::vector<Booking> first_bookings() {
  using ui::BadgeKind;
  return {
      {1, 0, hours(8), hours(10), "Dev", "Towels, 2 completed", 4, "completed", BadgeKind::success,
       "check", true},
      {2, 1, hours(10), hours(12), "Dev", "Towels, 2 estimated", 4, "in progress",
       BadgeKind::warning},
      {3, 0, hours(14), hours(16), "Ben", "Darks, 2 estimated", 2, "scheduled", BadgeKind::info},
      {4, 1, hours(16), hours(18), "Ben", "Darks, 2 estimated", 2, "scheduled", BadgeKind::info},
      {5, 0, hours(18), hours(20), "Chi", "Bedding, 1 estimated", 3, "scheduled", BadgeKind::info}};
}

void take(Ui& ui, TimesRoom& room, const ui::DayGridResult& result) {
  using Kind = ui::DayGridResult::Kind;
  const ui::BookingDraft& draft = result.booking;
  if (result.kind == Kind::moved) {
    for (Booking& each : room.bookings) {
      if (each.id != draft.id) continue;
      each.column = draft.column;
      each.from = draft.from;
      each.to = draft.to;
    }
    ui::show_toast(ui, {"Moved to " + ui::span_words(draft.from, draft.to)});
  }
  if (result.kind == Kind::wanted) {
    const std::uint64_t id = room.bookings.back().id + 1;
    room.bookings.push_back({id, draft.column, draft.from, draft.to, "Ana", "Mixed, 1 estimated", 1,
                             "scheduled", ui::BadgeKind::info});
    room.grid.selected = id;
    ui::show_toast(ui, {"Booked " + ui::span_words(draft.from, draft.to)});
  }
}

float draw_day(Ui& ui, TimesRoom& room, const Rect& column, float y) {
  if (room.bookings.empty()) room.bookings = first_bookings();
  constexpr std::array<ui::DayColumn, 2> kMachines{
      {{"Washer", "washing-machine"}, {"Dryer", "wind"}}};
  constexpr std::array<ui::BlockedTime, 1> kBlocked{
      {{hours(12), hours(14), "Plumber visit, added by Chi"}}};
  ui::DayGridSpec spec;
  spec.key = "laundry";
  spec.name = "Thursday, March 12";
  spec.columns = kMachines;
  spec.bookings = room.bookings;
  spec.blocked = kBlocked;
  spec.now = hours(10) + 38;
  const float width = std::min(column.width, 720.0F);
  take(ui, room, ui::day_grid(ui, {column.x, y, width, 0}, spec, room.grid));
  y += ui::day_grid_height(spec) + 8;
  return y +
         ui::paragraph(ui, "hint", column.x, y, width,
                       "Drag on a free place to book. A booking is moved by dragging it, or with "
                       "the arrow keys and Enter.",
                       ui::type::caption);
}

float draw_history(Ui& ui, const Rect& column, float y) {
  constexpr std::array<ui::TimelineEntry, 4> kEntries{
      {{"Chi asked for a vacuum cleaner", "The old one has given up.", "Mar 9", "Chi", 3},
       {"Ana approved", "", "Mar 10", "Ana", 1},
       {"Ben approved", "Bosch, if they have it.", "Mar 11", "Ben", 2},
       {"Bought", "By whoever goes next", "", "", 0, "shopping-cart", ui::Token::text_2, true}}};
  const float width = std::min(column.width, 480.0F);
  const float height =
      ui::timeline(ui, {column.x + 16, y + 16, width - 32, 0}, {"request", "History", kEntries});
  return y + height + 32;
}

}  // namespace

float draw_times(Ui& ui, TimesRoom& room, const Rect& column) {
  float y = section_title(ui, "Day grid", column, column.y);
  y = draw_day(ui, room, column, y) + 32;
  y = section_title(ui, "Timeline", column, y);
  const float width = std::min(column.width, 480.0F);
  float& height = ui.kept(ui.key("history-height"));
  ui::card(ui, {column.x, y, width, height});
  const float bottom = draw_history(ui, column, y);
  if (height != bottom - y) platform::request_frame();
  height = bottom - y;
  y = section_title(ui, "Focus timer", column, bottom + 32);
  return draw_clock(ui, room.clock, column, y) - column.y;
}

}  // namespace rr::gallery
