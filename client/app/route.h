// Addresses of screens. Every screen and item has one; unknown addresses open Assignments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rr::app {

enum class ScreenName : std::uint8_t {
  past_cycles,
  assignments,
  roommates,
  chores,
  settings_members,
  settings_division,
  settings_device,
  settings_appearance,
  join,
};

struct Route {
  ScreenName screen = ScreenName::assignments;
  std::string item;  // see items.h; the invitation code for join

  friend bool operator==(const Route&, const Route&) = default;
};

[[nodiscard]] Route parse_route(std::string_view address);
[[nodiscard]] std::string address_of(const Route& route);
// The word on the link, the h1 and the page's title: English, for tr().
[[nodiscard]] std::string_view section_name(ScreenName screen);
[[nodiscard]] std::string_view screen_title(ScreenName screen);

}  // namespace rr::app
