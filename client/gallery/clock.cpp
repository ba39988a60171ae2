#include <cmath>

#include "client/gallery/rooms.h"
#include "client/platform/frame.h"
#include "client/platform/wake_lock.h"
#include "client/ui/decor.h"

namespace rr::gallery {
namespace {

constexpr double kLengthMs = 25 * 60 * 1000.0;
constexpr double kSecondMs = 1000;

// How long it has run.
double elapsed_ms(const Ui& ui, const ClockPart& clock) {
  const double running = clock.is_running ? ui.now_ms() - clock.started_ms : 0;
  return std::min(clock.before_ms + running, kLengthMs);
}

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

void press(Ui& ui, ClockPart& clock) {
  if (clock.is_running) {
    clock.before_ms = elapsed_ms(ui, clock);
    platform::let_screen_sleep();
  } else {
    clock.started_ms = ui.now_ms();
    platform::keep_screen_on();
  }
  clock.is_running = !clock.is_running;
}

}  // namespace

float draw_clock(Ui& ui, ClockPart& clock, const Rect& column, float y) {
  if (clock.is_running && elapsed_ms(ui, clock) >= kLengthMs) press(ui, clock);
  const double elapsed = elapsed_ms(ui, clock);
  const auto left_s = static_cast<std::int64_t>(std::ceil((kLengthMs - elapsed) / kSecondMs));
  const std::string words = two_digits(left_s / 60) + ":" + two_digits(left_s % 60);
  const auto tenths = static_cast<std::int64_t>(1000 * (kLengthMs - elapsed) / kLengthMs);
  ui::score_ring(ui, {column.x, y, 120, 120}, {"clock", "Time left", words, tenths});
  ui::ButtonSpec button{"run", clock.is_running ? "Pause" : "Start"};
  button.kind = clock.is_running ? ui::ButtonKind::secondary : ui::ButtonKind::primary;
  const Rect place{column.x + 144, y + 38, ui::button_width(ui, button), 44};
  if (ui::button(ui, place, button)) press(ui, clock);
  // One frame for each second that shows: a moment after it, since timers may be early.
  if (clock.is_running) {
    platform::request_frame_after(kSecondMs - std::fmod(elapsed, kSecondMs) + 4);
  }
  return y + 120;
}

}  // namespace rr::gallery
