#include "client/platform/system.h"

#include <emscripten/em_js.h>

#include <cstdlib>

#include "client/platform/wake_lock.h"

namespace rr::platform {
namespace {

// The bodies are JavaScript.
// clang-format off
EM_JS(double, rr_js_wall_clock, (), { return Date.now(); });
EM_JS(void, rr_js_random, (unsigned char* out), {
  crypto.getRandomValues(HEAPU8.subarray(out, out + 16));
});
// Answers a malloc'ed text whose length is stored at `length`.
EM_JS(char*, rr_js_text, (int what, const char* text, int size, double number, int* length), {
  const bytes = Module.page.system.text(what, UTF8ToString(text, size), number);
  const pointer = _malloc(bytes.length || 1);
  HEAPU8.set(bytes, pointer);
  HEAP32[length >> 2] = bytes.length;
  return pointer;
});
EM_JS_DEPS(rr_system, "$UTF8ToString");
EM_JS(void, rr_js_do, (int what, const char* a, int a_size, const char* b, int b_size), {
  Module.page.system.act(what, UTF8ToString(a, a_size), UTF8ToString(b, b_size));
});
// clang-format on

// Numbers of web/system.js.
enum class Ask : int {
  time_zone,
  texts,
  nfc,
  date,
  time,
  setting,
  route,
  origin,
  time_zones_path,
  plural,
  decimal_point,
  styled_date,
  first_weekday,
  number,
  installing,
  notifying,
  sentence,
  language
};
enum class Act : int {
  save_setting,
  push_route,
  replace_route,
  title,
  copy,
  reload,
  download,
  scheme,
  language,
  install,
  badge,
  ask_to_notify,
  notify,
  keep_screen_on,
  let_screen_sleep
};

std::string ask(Ask what, std::string_view text = {}, double number = 0) {
  int length = 0;
  char* bytes = rr_js_text(static_cast<int>(what), text.data(), static_cast<int>(text.size()),
                           number, &length);
  std::string answer(bytes, static_cast<std::size_t>(length));
  std::free(bytes);
  return answer;
}

void act(Act what, std::string_view a = {}, std::string_view b = {}) {
  rr_js_do(static_cast<int>(what), a.data(), static_cast<int>(a.size()), b.data(),
           static_cast<int>(b.size()));
}

}  // namespace

std::int64_t wall_clock_ms() { return static_cast<std::int64_t>(rr_js_wall_clock()); }

std::array<std::uint8_t, 16> random_bytes() {
  std::array<std::uint8_t, 16> bytes{};
  rr_js_random(bytes.data());
  return bytes;
}

std::string time_zone() { return ask(Ask::time_zone); }
std::string origin() { return ask(Ask::origin); }
std::string time_zones_path() { return ask(Ask::time_zones_path); }
std::string texts() { return ask(Ask::texts); }
std::string language() { return ask(Ask::language); }
std::string plural_category(std::int64_t number) {
  return ask(Ask::plural, {}, static_cast<double>(number));
}
std::string decimal_point() { return ask(Ask::decimal_point); }
std::string translate_sentence(std::string_view english) { return ask(Ask::sentence, english); }
void choose_language(std::string_view language) { act(Act::language, language); }
std::string normalise_nfc(std::string_view text) { return ask(Ask::nfc, text); }
std::string format_date(std::int32_t days) { return ask(Ask::date, {}, days); }
std::string format_date(std::int32_t days, DateStyle style) {
  // Options of Intl.DateTimeFormat, in the order of DateStyle.
  constexpr std::string_view kOptions[] = {
      R"({"dateStyle":"full"})",
      R"({"month":"long","year":"numeric"})",
      R"({"month":"short"})",
      R"({"month":"short","day":"numeric"})",
      R"({"weekday":"narrow"})",
      R"({"weekday":"short"})",
      R"({"year":"numeric","month":"numeric","day":"numeric"})",
  };
  return ask(Ask::styled_date, kOptions[static_cast<std::size_t>(style)], days);
}
int first_weekday() { return std::atoi(ask(Ask::first_weekday).c_str()); }
std::string format_number(double value, int digits) {
  return ask(Ask::number, R"({"maximumFractionDigits":)" + std::to_string(digits) + "}", value);
}
std::string format_money(std::int64_t cents, std::string_view currency) {
  const std::string options = R"({"style":"currency","currency":")" + std::string(currency) + "\"}";
  return ask(Ask::number, options, static_cast<double>(cents) / 100);
}
std::string format_time(std::int64_t unix_ms, std::string_view time_zone) {
  return ask(Ask::time, time_zone, static_cast<double>(unix_ms));
}
std::string load_setting(std::string_view key) { return ask(Ask::setting, key); }
void save_setting(std::string_view key, std::string_view value) {
  act(Act::save_setting, key, value);
}
std::string route() { return ask(Ask::route); }
void set_route(std::string_view path, RouteChange change) {
  const bool is_push = change == RouteChange::push || change == RouteChange::push_item;
  const bool is_plain = change == RouteChange::push || change == RouteChange::replace;
  act(is_push ? Act::push_route : Act::replace_route, path, is_plain ? "" : "item");
}
void set_title(std::string_view title) { act(Act::title, title); }
void copy_text(std::string_view text) { act(Act::copy, text); }
void download_text(std::string_view file_name, std::string_view text) {
  act(Act::download, file_name, text);
}
void set_page_scheme(ColourScheme scheme) {
  act(Act::scheme, scheme == ColourScheme::dark ? "dark" : "light");
}
void reload_page() { act(Act::reload); }

Installing installing() {
  const std::string way = ask(Ask::installing);
  if (way.empty()) return Installing::none;
  return way == "ask" ? Installing::ask : Installing::steps;
}

Notifying notifying() {
  const std::string answer = ask(Ask::notifying);
  if (answer.empty()) return Notifying::none;
  if (answer == "granted") return Notifying::granted;
  return answer == "denied" ? Notifying::denied : Notifying::unasked;
}

void install() { act(Act::install); }
void set_badge(std::int64_t count) { act(Act::badge, std::to_string(count)); }
void ask_to_notify() { act(Act::ask_to_notify); }
void notify(std::string_view words) { act(Act::notify, words); }
void keep_screen_on() { act(Act::keep_screen_on); }
void let_screen_sleep() { act(Act::let_screen_sleep); }

}  // namespace rr::platform
