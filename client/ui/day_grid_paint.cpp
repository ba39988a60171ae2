#include "client/ui/day_grid_paint.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "client/text/texts.h"
#include "client/ui/chart_parts.h"
#include "client/ui/date_picker.h"
#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kTimes = 72;
constexpr float kTimesPhone = 60;
constexpr float kRadius = 12;

// "6 AM" where the reader says AM and PM, "06:00" elsewhere.
std::string hour_words(std::int32_t minutes) {
  std::string words = time_words(minutes);
  const std::size_t zeros = words.find(":00");
  const bool has_more = zeros != std::string::npos && zeros + 3 < words.size();
  return has_more ? words.erase(zeros, 3) : words;
}

// Diagonal lines of 6, one every 10, inside the rect.
void hatch(Ui& ui, const Rect& rect, Colour colour) {
  ImDrawList* list = ui.draw_list();
  list->PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
  constexpr float kStep = 14.14F;  // 10 across the lines
  for (float x = rect.x - rect.height; x < rect.right(); x += kStep) {
    list->AddLine({x, rect.bottom() + 4}, {x + rect.height + 8, rect.y - 4}, colour, 5);
  }
  list->PopClipRect();
}

// In as many lines as there is room for, else in one that is cut.
void paint_note(Ui& ui, const Rect& rect, std::string_view note) {
  const Colour colour = ui.colour(Token::text_2);
  const auto lines = wrap_text(ui, note, type::caption, rect.width);
  if (static_cast<float>(lines.size()) * type::caption.line_height <= rect.height) {
    text_lines(ui, rect.x, rect.y, rect.width, lines, type::caption, colour);
  } else {
    text_line(ui, {rect.x, rect.y, rect.width, type::caption.line_height}, note, type::caption,
              colour);
  }
}

// The corners outside the rounding, painted with what lies around.
void round_corners(Ui& ui, const Rect& rect, Colour ground, float radius) {
  const Rect around = rect.inset(-radius / 2);
  edge(ui, around, ground, radius * 1.5F, radius / 2);
}

}  // namespace

DayPlace day_place(const Ui& ui, const Rect& rect, const DayGridSpec& spec) {
  const float times = ui.layout() == LayoutClass::phone ? kTimesPhone : kTimes;
  DayPlace place;
  place.first = spec.hours.first;
  const float hours = static_cast<float>(spec.hours.last - spec.hours.first) / 60;
  place.grid = {rect.x + times, rect.y + kDayHead, rect.width - times - 8, hours * kHourHeight};
  place.column_width = place.grid.width / static_cast<float>(spec.columns.size());
  return place;
}

void paint_hours(Ui& ui, const DayPlace& place, const DayGridSpec& spec) {
  const Colour line = grid_line(ui);
  for (std::int32_t each = spec.hours.first; each <= spec.hours.last; each += 120) {
    const float y = std::round(place.y_of(each));
    fill(ui, {place.grid.x - 6, y, place.grid.width + 6, 1}, line);
    text_line(ui, {place.grid.x - 62, y - 9, 52, 18}, hour_words(each), type::caption,
              ui.colour(Token::text_2), Align::end);
  }
  for (std::size_t i = 0; i < spec.columns.size(); ++i) {
    const Rect column = place.column(i);
    fill(ui, {column.x, column.y, 1, column.height}, line);
  }
}

void paint_now(Ui& ui, const DayPlace& place, std::int32_t now) {
  const float y = std::round(place.y_of(now));
  circle(ui, place.grid.x - 2, y + 1, 5, ui.colour(Token::accent));
  fill(ui, {place.grid.x - 2, y, place.grid.width + 2, 2}, ui.colour(Token::accent));
}

void paint_blocked(Ui& ui, const Rect& rect, const BlockedTime& blocked) {
  fill(ui, rect, ui.colour(Token::sunken));
  hatch(ui, rect, with_alpha(ui.colour(Token::border), is_contrast(ui) ? 0.25F : 0.8F));
  round_corners(ui, rect, ui.colour(Token::surface), kRadius);
  if (is_contrast(ui)) edge(ui, rect, ui.colour(Token::border), kRadius, 2);
  const float tall = std::min(36.0F, rect.height - 8);
  const Rect sign{rect.x + 12, rect.y + (rect.height - tall) / 2, tall, tall};
  fill(ui, sign, ui.colour(Token::surface), 10);
  icon(ui, "ban", sign.x + (tall - 20) / 2, sign.y + (tall - 20) / 2, 20, ui.colour(Token::text_2));
  const std::string times = span_words(blocked.from, blocked.to);
  const std::string title = tr("Blocked, {times}", {{"times", times}});
  const float x = sign.right() + 12;
  const float middle = rect.y + rect.height / 2;
  // The words stand on a ground of their own: lines behind letters are hard to read.
  const float room = rect.right() - x - 12;
  const float wide = std::max(text_width(ui, title, type::body_strong),
                              text_width(ui, blocked.reason, type::caption));
  fill(ui, {x - 6, middle - 23, std::min(room, wide) + 12, 46}, ui.colour(Token::sunken), 8);
  const bool is_tight = text_width(ui, title, type::body_strong) > room;
  text_line(ui, {x, middle - 21, room, 22}, title,
            is_tight ? type::caption_strong : type::body_strong, ui.colour(Token::text));
  text_line(ui, {x, middle + 1, room, 18}, blocked.reason, type::caption, ui.colour(Token::text_2));
}

void paint_booking(Ui& ui, const Rect& rect, const Booking& booking, BlockLook look,
                   const Interaction& state) {
  const Colour hue = person_colours(ui.theme(), booking.hue).fill;
  const float strength = booking.is_done ? 0.07F : 0.13F;
  const Colour tint = blend(hue, ui.colour(Token::surface), strength);
  fill(ui, rect, tint, kRadius);
  if (state.is_hovered) fill(ui, rect, with_alpha(hue, 0.06F), kRadius);
  if (is_contrast(ui)) edge(ui, rect, ui.colour(Token::border), kRadius, 2);
  if (look == BlockLook::selected) edge(ui, rect, ui.colour(Token::accent), kRadius, 2);
  fill(ui, {rect.x + 6, rect.y + 8, 4, rect.height - 16}, hue, 2);
  const bool has_avatar = rect.height >= 36 && rect.width >= 150;
  float x = rect.x + 18;
  if (has_avatar) {
    avatar(ui, x, rect.y + 8, 28, booking.name, booking.hue);
    x += 38;
  }
  const BadgeSpec badge_spec{"badge", booking.badge, booking.badge_kind, booking.badge_icon};
  const float badge_room = booking.badge.empty() ? 0.0F : badge_width(ui, badge_spec) + 18;
  const bool has_badge = badge_room > 0 && rect.right() - x - badge_room > 84;
  const float top = rect.height < 52 ? rect.y + (rect.height - 22) / 2 : rect.y + 8;
  const float right = rect.right() - 10 - (has_badge ? badge_room : 0.0F);
  text_line(ui, {x, top, right - x, 22}, booking.name, type::body_strong, ui.colour(Token::text));
  if (rect.height >= 52) {
    const float below = top + 22;
    paint_note(ui, {x, below, rect.right() - x - 10, rect.bottom() - 4 - below}, booking.note);
  }
  if (has_badge) paint_badge(ui, rect.right() - badge_room + 6, top - 1, badge_spec);
  if (look == BlockLook::held)
    fill(ui, rect, with_alpha(ui.colour(Token::surface), 0.55F), kRadius);
  if (state.is_focus_shown) focus_ring(ui, rect.inset(2), kRadius - 2);
}

void paint_draft(Ui& ui, const Rect& rect, std::string_view times, std::string_view conflict) {
  const bool is_refused = !conflict.empty();
  shadow(ui, rect, kRadius, Elevation::menu);
  fill(ui, rect, ui.colour(is_refused ? Token::danger_soft : Token::accent_soft), kRadius);
  edge(ui, rect, ui.colour(is_refused ? Token::danger : Token::accent), kRadius, 2);
  const float x = rect.x + 18;
  const bool has_two = is_refused && rect.height >= 52;
  const float top = has_two ? rect.y + 8 : rect.y + (rect.height - 22) / 2;
  const Token words = is_refused ? Token::text : Token::on_accent_soft;
  const bool is_short = is_refused && !has_two;
  text_line(ui, {x, top, rect.right() - x - 10, 22}, is_short ? conflict : times, type::body_strong,
            ui.colour(is_short ? Token::danger_text : words));
  if (has_two) {
    text_line(ui, {x, top + 22, rect.right() - x - 10, 18}, conflict, type::caption,
              ui.colour(Token::danger_text));
  }
  const Colour mark = ui.colour(is_refused ? Token::danger : Token::accent);
  const float middle = rect.x + rect.width / 2 - 16;
  fill(ui, {middle, rect.y - 2, 32, 6}, mark, 3);
  fill(ui, {middle, rect.bottom() - 4, 32, 6}, mark, 3);
}

void paint_offer(Ui& ui, const Rect& rect, std::string_view words) {
  const SeriesMark line{ui.colour(Token::border_control), 0, 4, 4};
  const float right = rect.right() - kRadius;
  const float bottom = rect.bottom() - kRadius;
  const float left = rect.x + kRadius;
  const float top = rect.y + kRadius;
  draw_dashes(ui, left, rect.y, right, rect.y, line, 1);
  draw_dashes(ui, left, rect.bottom(), right, rect.bottom(), line, 1);
  draw_dashes(ui, rect.x, top, rect.x, bottom, line, 1);
  draw_dashes(ui, rect.right(), top, rect.right(), bottom, line, 1);
  constexpr float kQuarter = 1.5707963F;
  const ImVec2 corners[] = {{right, bottom}, {left, bottom}, {left, top}, {right, top}};
  for (int i = 0; i < 4; ++i) {
    const float from = kQuarter * static_cast<float>(i);
    ui.draw_list()->PathArcTo(corners[i], kRadius, from, from + kQuarter, 8);
    ui.draw_list()->PathStroke(line.colour, 0, 1);
  }
  const float width = text_width(ui, words, type::caption_strong) + 24;
  const float x = rect.x + std::max(8.0F, (rect.width - width) / 2);
  icon(ui, "plus", x, rect.y + rect.height / 2 - 8, 16, ui.colour(Token::text_2));
  text_line(ui, {x + 22, rect.y, rect.right() - x - 26, rect.height}, words, type::caption_strong,
            ui.colour(Token::text_2));
}

}  // namespace rr::ui
