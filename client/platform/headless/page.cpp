// Frames, drawing, text and the rest of a page. Text has fixed metrics: every code point is 0.55 of
// the font's size wide, the ascent is 0.97 and the descent 0.24, as Inter's.
#include <algorithm>
#include <cmath>
#include <utility>

#include "client/platform/graphics.h"
#include "client/platform/headless/fake.h"
#include "client/platform/mirror.h"
#include "client/platform/system.h"
#include "client/platform/text_raster.h"
#include "client/platform/wake_lock.h"
#include "shared/base/text.h"
#include "shared/base/time.h"

namespace rr::platform {

using fake::Access;
using fake::Tab;

// ---- events.h, frame.h -------------------------------------------------------------------------

// A frame begins: what is asked for from here on is for the next one.
std::vector<Event> take_events() {
  Tab::entered().is_frame_wanted = false;
  Tab::entered().frame_wanted_at_ms = -1;
  return std::exchange(Access::events_of_people(Tab::entered()), {});
}
std::vector<Event> take_data_events() {
  return std::exchange(Access::events_of_data(Tab::entered()), {});
}

Viewport viewport() {
  Viewport view = Tab::entered().viewport;
  view.has_forced_colours = view.has_forced_colours || Tab::entered().is_mirror_alone;
  return view;
}

void request_frame() { Tab::entered().is_frame_wanted = true; }

void request_frame_after(double delay_ms) {
  Tab& tab = Tab::entered();
  const double wanted = tab.browser().monotonic_ms + delay_ms;
  const bool is_sooner = tab.frame_wanted_at_ms < 0 || wanted < tab.frame_wanted_at_ms;
  if (is_sooner) tab.frame_wanted_at_ms = wanted;
}

double monotonic_ms() { return Tab::entered().browser().monotonic_ms; }

// ---- graphics.h, mirror.h, text_raster.h -------------------------------------------------------

bool start_graphics() { return Tab::entered().has_graphics; }
void show_mirror_alone() { Tab::entered().is_mirror_alone = true; }

void draw_frame(ImDrawData*, std::uint32_t) {
  Tab& tab = Tab::entered();
  ++tab.frames_drawn;
}

void apply_mirror_ops(std::span<const std::uint8_t> ops) { Tab::entered().apply(ops); }

RunMetrics measure_run(std::string_view text, const Font& font) {
  RunMetrics metrics;
  metrics.width = static_cast<float>(count_code_points(text)) * font.size * 0.55F;
  metrics.ascent = font.size * 0.97F;
  metrics.descent = font.size * 0.24F;
  return metrics;
}

std::uintptr_t create_texture(std::int32_t) {
  Tab& tab = Tab::entered();
  if (!tab.has_graphics) return 0;
  return *tab.textures.insert(Access::next_texture(tab)).first;
}

void delete_texture(std::uintptr_t texture) { Tab::entered().textures.erase(texture); }

void raster_run(const RasterPlace&, std::string_view, const Font&, std::uint32_t, float, float,
                float) {}

void raster_icon(const RasterPlace&, std::string_view name, std::uint32_t) {
  Tab::entered().icons.emplace(name);
}

std::uint32_t raster_generation() { return Tab::entered().raster_generation; }

// ---- system.h ----------------------------------------------------------------------------------

std::int64_t wall_clock_ms() { return Tab::entered().browser().wall_ms; }

// Never the same twice, and the same in every run.
std::array<std::uint8_t, 16> random_bytes() {
  static std::uint64_t calls = 0;
  std::uint64_t state = ++calls * 0x9E3779B97F4A7C15ULL;
  std::array<std::uint8_t, 16> bytes{};
  for (std::uint8_t& each : bytes) {
    state ^= state >> 31;
    state *= 0xBF58476D1CE4E5B9ULL;
    each = static_cast<std::uint8_t>(state >> 56);
  }
  return bytes;
}

std::string time_zone() { return "Europe/Berlin"; }
std::string language() { return "en-US"; }
std::string texts() { return Tab::entered().texts; }
std::string plural_category(std::int64_t number) { return number == 1 ? "one" : "other"; }
std::string decimal_point() { return Tab::entered().texts.empty() ? "." : ","; }
// What matches templates is JavaScript (tests/e2e/languages.test.mjs).
std::string translate_sentence(std::string_view english) { return std::string(english) + " (de)"; }
void choose_language(std::string_view language) { Tab::entered().language = language; }
// Tests type in normal form C.
std::string normalise_nfc(std::string_view text) { return std::string(text); }
std::string format_date(std::int32_t days) { return to_string(Date{days}); }

std::string format_date(std::int32_t days, DateStyle style) {
  constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
  constexpr std::string_view kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};
  const YearMonthDay parts = split_date(Date{days});
  const std::string month(kMonths[parts.month - 1]);
  const std::string weekday(kWeekdays[static_cast<std::size_t>(weekday_of(Date{days}))]);
  const std::string day = std::to_string(parts.day);
  const std::string year = std::to_string(parts.year);
  switch (style) {
    case DateStyle::full: return weekday + ", " + month + " " + day + ", " + year;
    case DateStyle::month: return month + " " + year;
    case DateStyle::month_short: return month.substr(0, 3);
    case DateStyle::day_month: return month.substr(0, 3) + " " + day;
    case DateStyle::weekday_narrow: return weekday.substr(0, 1);
    case DateStyle::weekday_short: return weekday.substr(0, 3);
    case DateStyle::numeric: return std::to_string(parts.month) + "/" + day + "/" + year;
  }
  return {};
}

int first_weekday() { return 1; }

std::string format_number(double value, int digits) {
  const double scale = std::pow(10.0, digits);
  const auto scaled = static_cast<std::int64_t>(std::llround(std::abs(value) * scale));
  std::string text = std::to_string(scaled);
  const auto behind = static_cast<std::size_t>(digits);
  if (text.size() <= behind) text.insert(0, behind + 1 - text.size(), '0');
  if (behind > 0) {
    text.insert(text.size() - behind, ".");
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return (value < 0 && scaled != 0 ? "-" : "") + text;
}

std::string format_money(std::int64_t cents, std::string_view currency) {
  const std::int64_t size = cents < 0 ? -cents : cents;
  const std::string rest = std::to_string(100 + size % 100).substr(1);
  return (cents < 0 ? "-" : "") + std::string(currency) + " " + std::to_string(size / 100) + "." +
         rest;
}

std::string format_time(std::int64_t unix_ms, std::string_view) {
  const auto minutes = static_cast<int>(unix_ms / 60'000 % 1'440);
  const auto two = [](int value) {
    return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

std::string load_setting(std::string_view key) {
  const auto& settings = Tab::entered().browser().settings;
  const auto found = settings.find(std::string(key));
  return found == settings.end() ? std::string() : found->second;
}

void save_setting(std::string_view key, std::string_view value) {
  Tab::entered().browser().settings[std::string(key)] = value;
}

std::string origin() { return "https://home.test"; }
std::string time_zones_path() { return "/time_zones.bin"; }
std::string route() { return Tab::entered().history.back(); }

void set_route(std::string_view path, RouteChange change) {
  Tab& tab = Tab::entered();
  if (change == RouteChange::push || change == RouteChange::push_item) {
    tab.history.emplace_back(path);
    tab.is_item_entry = change == RouteChange::push_item;
  } else if (change == RouteChange::leave && std::exchange(tab.is_item_entry, false)) {
    tab.history.pop_back();
  } else {
    tab.history.back() = path;
  }
}

void set_title(std::string_view title) { Tab::entered().title = title; }
void copy_text(std::string_view text) { Tab::entered().copied = text; }
void download_text(std::string_view, std::string_view text) { Tab::entered().downloaded = text; }
void set_page_scheme(ColourScheme scheme) { Tab::entered().scheme = scheme; }
void reload_page() { ++Tab::entered().reloads; }

Installing installing() { return Tab::entered().installing; }
void install() { Tab::entered().installing = Installing::none; }
void set_badge(std::int64_t count) { Tab::entered().badge = count; }
Notifying notifying() { return Tab::entered().notifying; }
void ask_to_notify() { Tab::entered().notifying = Notifying::granted; }
void notify(std::string_view words) { Tab::entered().notified.emplace_back(words); }
void keep_screen_on() { Tab::entered().is_screen_kept_on = true; }
void let_screen_sleep() { Tab::entered().is_screen_kept_on = false; }

}  // namespace rr::platform
