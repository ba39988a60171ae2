// The landmark "Sections": sidebar on desktops, rail on tablets, bar with "More" on phones.
//
// Arrow keys, Home and End move the focus between its links. What the bar has no room for stands in
// the sheet that "More" opens.
#pragma once

#include <optional>

#include "client/app/route.h"
#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::app {

struct NavigationState {
  bool is_more_open = false;
  bool is_more_shown = false;  // its first frame gives the focus to the first link
  bool is_search_wanted = false;
};

inline constexpr float kSidebarWidth = 248;
// What its longest word needs, within reason; longer ones are cut.
[[nodiscard]] float rail_width(ui::Ui& ui);
inline constexpr float kBarHeight = 64;

// Each answers the route that was chosen, or the present one.
[[nodiscard]] Route draw_sidebar(ui::Ui& ui, Session& session, const ui::Rect& rect,
                                 const Route& route);
[[nodiscard]] Route draw_rail(ui::Ui& ui, const ui::Rect& rect, const Route& route);
[[nodiscard]] Route draw_bar(ui::Ui& ui, NavigationState& state, const ui::Rect& rect,
                             const Route& route);

// The gear, 44 square, with the settings in its menu; answers which one was chosen.
[[nodiscard]] std::optional<Route> draw_gear(ui::Ui& ui, const ui::Rect& rect);

}  // namespace rr::app
