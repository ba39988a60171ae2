#include "client/app/route.h"

#include <array>

#include "client/text/texts.h"

namespace rr::app {
namespace {

struct ScreenRow {
  ScreenName screen;
  std::string_view path;
  std::string_view section;
  std::string_view title;
};

constexpr std::array<ScreenRow, 9> kScreens{{
    // Before the one it is a part of.
    {ScreenName::past_cycles, "/assignments/cycles", to_translate("Assignments"),
     to_translate("Past cycles")},
    {ScreenName::assignments, "/assignments", to_translate("Assignments"),
     to_translate("Chore Assignments")},
    {ScreenName::roommates, "/roommates", to_translate("Roommates"),
     to_translate("Manage Roommates")},
    {ScreenName::chores, "/chores", to_translate("Chores"), to_translate("Manage Chores")},
    {ScreenName::settings_members, "/settings/members", to_translate("Members"),
     to_translate("Members")},
    {ScreenName::settings_division, "/settings/division", to_translate("Fair division"),
     to_translate("Fair division")},
    {ScreenName::settings_device, "/settings/device", to_translate("This device"),
     to_translate("This device")},
    {ScreenName::settings_appearance, "/settings/appearance", to_translate("Appearance"),
     to_translate("Appearance")},
    {ScreenName::join, "/join", to_translate("Join"), to_translate("Join a household")},
}};

const ScreenRow& row_of(ScreenName screen) { return kScreens[static_cast<std::size_t>(screen)]; }

}  // namespace

Route parse_route(std::string_view address) {
  const std::size_t hash = address.find('#');
  const std::string_view code =
      hash == std::string_view::npos ? std::string_view{} : address.substr(hash + 1);
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  for (const ScreenRow& row : kScreens) {
    if (path == row.path) {
      return {row.screen, row.screen == ScreenName::join ? std::string(code) : std::string{}};
    }
    const bool is_below = path.size() > row.path.size() + 1 && path.starts_with(row.path) &&
                          path[row.path.size()] == '/';
    if (is_below) return {row.screen, std::string(path.substr(row.path.size() + 1))};
  }
  return {};
}

std::string address_of(const Route& route) {
  std::string address(row_of(route.screen).path);
  if (route.item.empty()) return address;
  // The invitation code stays behind the hash, so that no request carries it.
  address += route.screen == ScreenName::join ? "#" : "/";
  return address + route.item;
}

std::string_view section_name(ScreenName screen) { return row_of(screen).section; }
std::string_view screen_title(ScreenName screen) { return row_of(screen).title; }

}  // namespace rr::app
