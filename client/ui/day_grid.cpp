#include "client/ui/day_grid.h"

#include <algorithm>
#include <string>

#include "client/text/texts.h"
#include "client/ui/date_picker.h"
#include "client/ui/day_grid_paint.h"
#include "client/ui/paint.h"
#include "client/ui/widgets.h"

namespace rr::ui {
namespace {

constexpr float kHandle = 44;

const Booking* find_booking(const DayGridSpec& spec, std::uint64_t id) {
  const auto found = std::find_if(spec.bookings.begin(), spec.bookings.end(),
                                  [&](const Booking& each) { return each.id == id; });
  return found == spec.bookings.end() ? nullptr : &*found;
}

BookingDraft draft_of(const Booking& booking) {
  return {booking.id, booking.column, booking.from, booking.to};
}

std::string booking_words(const DayGridSpec& spec, const Booking& booking) {
  std::string words(booking.name);
  words += ", " + span_words(booking.from, booking.to) + ", ";
  words += spec.columns[booking.column].name;
  for (const std::string_view each : {booking.note, booking.badge}) {
    if (!each.empty()) words += ", " + std::string(each);
  }
  return words;
}

// One day grid in one frame.
class DayGridFrame {
 public:
  DayGridFrame(Ui& ui, const Rect& rect, const DayGridSpec& spec, DayGridState& state)
      : ui_(ui), spec_(spec), state_(state), place_(day_place(ui, rect, spec)) {}

  DayGridResult draw() {
    if (state_.draft && ui_.is_key_pressed("Escape")) put_back();
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) draw_column(i);
    paint_hours(ui_, place_, spec_);
    for (const BlockedTime& each : spec_.blocked) draw_blocked(each);
    if (spec_.now) paint_now(ui_, place_, *spec_.now);
    paint_offered();
    for (const Booking& each : spec_.bookings) draw_booking(each);
    draw_handles();
    if (state_.draft) draw_draft();
    return result_;
  }

 private:
  [[nodiscard]] std::string conflict() const {
    return conflict_words(spec_.bookings, spec_.blocked, *state_.draft);
  }

  void put_back() {
    state_.draft.reset();
    state_.is_held_by_keys = false;
    platform::request_frame();
  }

  // What overlaps is not done but said.
  void set_down() {
    const std::string refusal = conflict();
    if (!refusal.empty()) {
      ui_.announce_urgently(refusal);
      put_back();
      return;
    }
    const bool is_new = state_.draft->id == 0;
    result_ = {is_new ? DayGridResult::Kind::wanted : DayGridResult::Kind::moved, *state_.draft};
    put_back();
  }

  void hold(const BookingDraft& draft) {
    if (state_.draft == draft) return;
    state_.draft = draft;
    platform::request_frame();
  }

  void hold_by_keys(const BookingDraft& draft) {
    hold(draft);
    state_.is_held_by_keys = true;
    const std::string refusal = conflict();
    std::string words = span_words(draft.from, draft.to) + ", ";
    words += spec_.columns[draft.column].name;
    ui_.announce(refusal.empty() ? words : words + ". " + refusal);
  }

  [[nodiscard]] std::int32_t minutes_of(float pixels) const {
    return static_cast<std::int32_t>(pixels * 60 / kHourHeight);
  }

  // A free place: a press, a drag or a key books it.
  void draw_column(std::size_t i) {
    const DayColumn& column = spec_.columns[i];
    const Rect rect = place_.column(i);
    if (!column.icon.empty()) {
      icon(ui_, column.icon, rect.x + 10, rect.y - 32, 20, ui_.colour(Token::text_2));
    }
    const float x = rect.x + (column.icon.empty() ? 10.0F : 38.0F);
    label(ui_, column.name, {x, rect.y - kDayHead, rect.right() - x, kDayHead}, column.name,
          type::body_strong);
    const std::uint64_t key = join_key(ui_.key("column"), i);
    Node& node = ui_.leaf(Tag::button, key, rect);
    node.attributes.emplace_back(Attribute::label, tr("Book {what}", {{"what", column.name}}));
    if (!ui_.viewport().is_coarse_pointer) node.flags |= kGrip;
    const Interaction interaction = ui_.interact(key, rect);
    if (interaction.is_focus_shown) edge(ui_, rect.inset(2), ui_.colour(Token::focus), 8, 2);
    if (interaction.is_hovered && !state_.draft) offered_ = slot_at(i, ui_.pointer_y());
    if (const auto drag = ui_.drag(key)) {
      BookingDraft draft = slot_at(i, std::min(drag->from_y, drag->y));
      const std::int32_t to = place_.minutes_at(std::max(drag->from_y, drag->y));
      draft.to = draft.from + spec_.hours.step;
      hold(stretched(draft, BookingEnd::end, to - draft.to, spec_.hours));
      if (drag->is_dropped) set_down();
    }
    if (interaction.is_activated) book(i, rect, interaction.is_focus_shown);
  }

  // Keys take the first time that is free from now on, a press the time under it.
  void book(std::size_t column, const Rect& rect, bool is_by_keys) {
    const bool is_pointed = !is_by_keys && rect.contains(ui_.pointer_x(), ui_.pointer_y());
    if (is_pointed) {
      state_.draft = slot_at(column, ui_.pointer_y());
      set_down();
      return;
    }
    const std::int32_t after = spec_.now.value_or(spec_.hours.first);
    const auto free =
        first_free(spec_.bookings, spec_.blocked, column, after, spec_.length, spec_.hours);
    if (free) {
      result_ = {DayGridResult::Kind::wanted, *free};
    } else {
      ui_.announce(tr("Nothing is free: {what}", {{"what", spec_.columns[column].name}}));
    }
  }

  // A booking of the usual length whose first step lies under y.
  [[nodiscard]] BookingDraft slot_at(std::size_t column, float y) const {
    const std::int32_t step = spec_.hours.step;
    const std::int32_t from = place_.minutes_at(y) / step * step;
    return moved({0, column, from, from + spec_.length}, 0, spec_.hours);
  }

  void paint_offered() {
    if (!offered_ || !conflict_words(spec_.bookings, spec_.blocked, *offered_).empty()) return;
    const std::string time = time_words(offered_->from);
    const std::string words = tr("Book {what}", {{"what", time}});
    paint_offer(ui_, place_.block(offered_->column, offered_->from, offered_->to), words);
  }

  void draw_blocked(const BlockedTime& blocked) {
    const Rect rect{place_.grid.x + 4, place_.y_of(blocked.from) + 1.5F, place_.grid.width - 8,
                    place_.y_of(blocked.to) - place_.y_of(blocked.from) - 3};
    Node& node =
        ui_.leaf(Tag::paragraph,
                 join_key(ui_.key("blocked"), static_cast<std::uint64_t>(blocked.from)), rect);
    node.text = blocked_words(blocked);
    paint_blocked(ui_, rect, blocked);
  }

  void draw_booking(const Booking& booking) {
    const std::uint64_t key = join_key(ui_.key("booking"), booking.id);
    const Rect rect = place_.block(booking.column, booking.from, booking.to);
    const bool is_selected = state_.selected == booking.id;
    const bool is_held = state_.draft && state_.draft->id == booking.id;
    Node& node = ui_.leaf(Tag::button, key, rect);
    node.flags |= kTakesKeys;
    node.attributes.emplace_back(Attribute::label, booking_words(spec_, booking));
    node.attributes.emplace_back(Attribute::pressed, is_selected ? "true" : "false");
    // A finger that is not on the selected booking scrolls.
    const bool is_grip = is_selected || !ui_.viewport().is_coarse_pointer;
    if (is_grip && !booking.is_done) node.flags |= kGrip;
    const Interaction interaction = ui_.interact(key, rect);
    BlockLook look = is_selected ? BlockLook::selected : BlockLook::plain;
    if (is_held) look = BlockLook::held;
    paint_booking(ui_, rect, booking, look, interaction);
    if (!booking.is_done) move_booking(booking, key);
    if (!interaction.is_activated) return;
    // An arrow key and Enter may come in one frame.
    if (state_.is_held_by_keys && state_.draft && state_.draft->id == booking.id) {
      set_down();
      return;
    }
    state_.selected = is_selected ? 0 : booking.id;
    result_ = {DayGridResult::Kind::selected, draft_of(booking)};
    platform::request_frame();
  }

  void move_booking(const Booking& booking, std::uint64_t key) {
    if (const auto drag = ui_.drag(key)) {
      BookingDraft draft =
          moved(draft_of(booking), minutes_of(drag->y - drag->from_y), spec_.hours);
      for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
        const Rect column = place_.column(i);
        if (drag->x >= column.x && drag->x < column.right()) draft.column = i;
      }
      hold(draft);
      if (drag->is_dropped) set_down();
      return;
    }
    if (!ui_.is_focused(key)) return;
    const BookingDraft before = held_or(booking);
    BookingDraft draft = before;
    if (ui_.is_key_pressed("ArrowUp")) draft = moved(before, -spec_.hours.step, spec_.hours);
    if (ui_.is_key_pressed("ArrowDown")) draft = moved(before, spec_.hours.step, spec_.hours);
    if (ui_.is_key_pressed("ArrowLeft") && draft.column > 0) --draft.column;
    if (ui_.is_key_pressed("ArrowRight") && draft.column + 1 < spec_.columns.size()) {
      ++draft.column;
    }
    if (draft != before) hold_by_keys(draft);
  }

  [[nodiscard]] BookingDraft held_or(const Booking& booking) const {
    const bool is_held = state_.draft && state_.draft->id == booking.id;
    return is_held ? *state_.draft : draft_of(booking);
  }

  // Both ends of the selected booking.
  void draw_handles() {
    const Booking* booking = find_booking(spec_, state_.selected);
    if (booking == nullptr || booking->is_done) return;
    const Rect rect = place_.block(booking->column, booking->from, booking->to);
    for (const BookingEnd end : {BookingEnd::start, BookingEnd::end}) {
      const bool is_start = end == BookingEnd::start;
      const float y = is_start ? rect.y : rect.bottom();
      const float middle = rect.x + rect.width / 2;
      const Rect target{middle - kHandle / 2, y - kHandle / 2, kHandle, kHandle};
      const std::uint64_t key = ui_.key(is_start ? "start" : "end");
      Node& node = ui_.leaf(Tag::button, key, target);
      node.flags |= kGrip | kTakesKeys;
      const std::string time = time_words(is_start ? booking->from : booking->to);
      const std::string name =
          is_start ? tr("Start of {name}, {time}", {{"name", booking->name}, {"time", time}})
                   : tr("End of {name}, {time}", {{"name", booking->name}, {"time", time}});
      node.attributes.emplace_back(Attribute::label, name);
      const Interaction interaction = ui_.interact(key, target);
      const Rect bar{middle - 16, y - 3, 32, 6};
      if (!state_.draft) fill(ui_, bar, ui_.colour(Token::accent), 3);
      if (interaction.is_focus_shown) focus_ring(ui_, bar, 3);
      stretch_booking(*booking, end, key, interaction);
    }
  }

  void stretch_booking(const Booking& booking, BookingEnd end, std::uint64_t key,
                       const Interaction& interaction) {
    if (const auto drag = ui_.drag(key)) {
      const std::int32_t minutes = minutes_of(drag->y - drag->from_y);
      hold(stretched(draft_of(booking), end, minutes, spec_.hours));
      if (drag->is_dropped) set_down();
      return;
    }
    if (ui_.is_focused(key)) {
      const BookingDraft before = held_or(booking);
      BookingDraft draft = before;
      const std::int32_t step = spec_.hours.step;
      if (ui_.is_key_pressed("ArrowUp")) draft = stretched(before, end, -step, spec_.hours);
      if (ui_.is_key_pressed("ArrowDown")) draft = stretched(before, end, step, spec_.hours);
      if (draft != before) hold_by_keys(draft);
    }
    // An arrow key and Enter may come in one frame.
    if (interaction.is_activated && state_.draft && state_.is_held_by_keys) set_down();
  }

  void draw_draft() {
    const BookingDraft& draft = *state_.draft;
    ui_.raise_paint();
    paint_draft(ui_, place_.block(draft.column, draft.from, draft.to),
                span_words(draft.from, draft.to), conflict());
    ui_.lower_paint();
  }

  Ui& ui_;
  const DayGridSpec& spec_;
  DayGridState& state_;
  DayPlace place_;
  DayGridResult result_;
  std::optional<BookingDraft> offered_;
};

}  // namespace

float day_grid_height(const DayGridSpec& spec) {
  return kDayHead + static_cast<float>(spec.hours.last - spec.hours.first) / 60 * kHourHeight + 16;
}

DayGridResult day_grid(Ui& ui, const Rect& rect, const DayGridSpec& spec, DayGridState& state) {
  const Rect place{rect.x, rect.y, rect.width, day_grid_height(spec)};
  Node& node = ui.open(Tag::group, ui.key(spec.key), place);
  node.attributes.emplace_back(Attribute::role, "group");
  node.attributes.emplace_back(Attribute::label, spec.name);
  card(ui, place);
  const DayGridResult result = DayGridFrame(ui, place, spec, state).draw();
  ui.close();
  return result;
}

}  // namespace rr::ui
