#include <array>

#include "client/gallery/rooms.h"

namespace rr::gallery {
namespace {

using ui::Rect;
using ui::Ui;

float draw_days(Ui& ui, PickersRoom& room, const Rect& column, float y) {
  const float width = std::min(column.width, 320.0F);
  ui::DatePickerSpec due;
  due.field.key = "due";
  due.field.name = "Due date";
  due.today = Date{kToday};
  ui::date_picker(ui, {column.x, y, width, 0}, due, room.due, room.due_day);
  y += ui::date_picker_height(ui, width, due, room.due) + 20;
  ui::RangePickerSpec away;
  away.first.key = "from";
  away.first.name = "First day";
  away.last.key = "to";
  away.last.name = "Last day";
  away.today = Date{kToday};
  away.limits.first = Date{kToday - 30};
  const float both = std::min(column.width, 420.0F);
  ui::range_picker(ui, {column.x, y, both, 0}, away, room.away, room.away_days);
  return y + ui::range_picker_height(ui, both, away, room.away);
}

float draw_amounts(Ui& ui, PickersRoom& room, const Rect& column, float y) {
  const float width = std::min(column.width, 320.0F);
  ui::MoneySpec price;
  price.field.key = "price";
  price.field.name = "Estimated Price";
  price.field.placeholder = "0.00";
  ui::money_field(ui, {column.x, y, width, 0}, price, room.price);
  y += ui::amount_field_height(ui, width, price.field, ui::money_refusal(price, room.price)) + 20;
  ui::QuantitySpec quantity;
  quantity.field.key = "quantity";
  quantity.field.name = "Quantity";
  quantity.unit = "bottle";
  quantity.step = 100;
  quantity.minimum = 100;
  ui::quantity_field(ui, {column.x, y, width, 0}, quantity, room.quantity);
  return y + ui::amount_field_height(ui, width, quantity.field,
                                     ui::quantity_refusal(quantity, room.quantity));
}

}  // namespace

float draw_pickers(Ui& ui, PickersRoom& room, const Rect& column) {
  float y = section_title(ui, "Days", column, column.y);
  y = draw_days(ui, room, column, y) + 32;
  y = section_title(ui, "Time", column, y);
  ui::TimePickerSpec start;
  start.field.key = "start";
  start.field.name = "Start";
  start.first = 6 * 60;
  start.last = 22 * 60;
  const Rect place{column.x, y, std::min(column.width, 320.0F), 0};
  ui::time_picker(ui, place, start, room.start, room.start_minutes);
  y += ui::time_picker_height(ui, place.width, start, room.start) + 32;
  y = section_title(ui, "Money and quantity", column, y);
  y = draw_amounts(ui, room, column, y);
  return y - column.y;
}

}  // namespace rr::gallery
