#include "client/app/shell.h"

#include <algorithm>
#include <utility>

#include "client/text/texts.h"
#include "client/ui/toast.h"
#include "client/ui/widgets.h"

namespace rr::app {
namespace {

using ui::LayoutClass;
using ui::Rect;
using ui::Tag;
using ui::Ui;

constexpr float kPhoneHeadHeight = 64;
constexpr float kHeadHeight = 72;
constexpr float kTitleRowHeight = 44;
constexpr float kLeastTitleRow = 340;  // beside the title, for a screen's buttons
constexpr float kSearchWidth = 270;
constexpr float kGearHead = 740;       // desktop head from which on it has the settings, too
constexpr float kSearchOnPhone = 320;  // head from which on search stands in it, not only in "More"
constexpr float kWidestPhone = 560;
constexpr float kWidestTablet = 640;
constexpr float kWidest = 1280;

float widest_of(LayoutClass layout) {
  if (layout == LayoutClass::phone) return kWidestPhone;
  return layout == LayoutClass::tablet ? kWidestTablet : kWidest;
}

// Where things stand in this frame.
struct Frame {
  LayoutClass layout = LayoutClass::desktop;
  float left = 0;  // of everything beside the sections
  float width = 0;
  float margin = 0;
  float bar = 0;  // height of the bar at the bottom
  Rect head;

  [[nodiscard]] bool is_phone() const { return layout == LayoutClass::phone; }
  [[nodiscard]] float content_width() const { return std::min(head.width, widest_of(layout)); }
};

Frame frame_of(Ui& ui) {
  const platform::Viewport& view = ui.viewport();
  Frame frame;
  frame.layout = ui.layout();
  if (frame.layout == LayoutClass::desktop) frame.left = kSidebarWidth;
  if (frame.layout == LayoutClass::tablet) frame.left = rail_width(ui);
  frame.width = view.width - frame.left;
  frame.margin = frame.is_phone() ? 16.0F : (frame.layout == LayoutClass::tablet ? 24.0F : 32.0F);
  frame.bar = frame.is_phone() ? kBarHeight + view.inset_bottom : 0.0F;
  const float room = frame.width - 2 * frame.margin;
  frame.head = {frame.left + frame.margin, view.inset_top, std::min(room, kWidest),
                frame.is_phone() ? kPhoneHeadHeight : kHeadHeight};
  return frame;
}

// The first heading is that of what the address names.
ui::HeadingLevel level_of(const Route& route) {
  return route.item.empty() ? ui::HeadingLevel::h1 : ui::HeadingLevel::h2;
}

// What waits for the person and who it is, at the right.
Route draw_head_end(Ui& ui, Session& session, ShellState& state, const Route& route,
                    const Rect& head, float left) {
  const float y = head.y + (head.height - 44) / 2;
  const auto noticed = draw_notices(ui, session, state.notices, {left, y, 44, 44});
  if (std::exchange(state.notices.are_refusals_wanted, false)) {
    state.state_line.is_list_open = true;
  }
  const auto chosen = draw_profile(ui, session, state.profile, head);
  return chosen.value_or(noticed.value_or(route));
}

// Title, state line and the way to everything, beside who is here.
Route draw_phone_head(Ui& ui, Session& session, ShellState& state, const Route& route,
                      const Rect& head) {
  const float bell = head.right() - profile_width(ui, session) - 48;
  const float room = bell - 8 - head.x;
  const Text title = tr(screen_title(route.screen));
  // It gives way to long words.
  const float needed =
      std::max(ui::text_width(ui, title, ui::type::title), state_line_width(ui, session));
  const bool has_search = head.width >= kSearchOnPhone && needed <= room - ui::kTargetSize;
  const float words = room - (has_search ? ui::kTargetSize : 0.0F);
  const bool is_narrow = ui::text_width(ui, title, ui::type::heading) > words;
  ui::heading(ui, "title", {head.x, head.y + 8, words, 28}, title,
              is_narrow ? ui::fitted(ui, title, ui::type::title, words) : ui::type::heading,
              level_of(route));
  draw_state_line(ui, session, state.state_line, {head.x, head.y + 38, words, 18});
  const Rect search{bell - 44, head.y + (head.height - 44) / 2, 44, 44};
  if (has_search && ui::icon_button(ui, search, {"search", tr("Search or go to"), "search"})) {
    state.palette.is_open = true;
  }
  return draw_head_end(ui, session, state, route, head, bell);
}

Route draw_head(Ui& ui, Session& session, ShellState& state, const Route& route,
                const Frame& frame) {
  const Rect& head = frame.head;
  if (frame.is_phone()) return draw_phone_head(ui, session, state, route, head);
  float left = head.x;
  if (frame.layout == LayoutClass::desktop) {
    draw_palette_button(ui, state.palette, {left, head.y + 14, kSearchWidth, 44});
    left += kSearchWidth + 20;
  }
  const bool has_gear = frame.layout == LayoutClass::desktop && head.width >= kGearHead;
  const Rect end{head.x, head.y, head.width - (has_gear ? 52.0F : 0.0F), head.height};
  const float bell = end.right() - profile_width(ui, session) - 56;
  draw_state_line(ui, session, state.state_line, {left, head.y + 18, bell - 20 - left, 36});
  const Route chosen = draw_head_end(ui, session, state, route, end, bell);
  if (!has_gear) return chosen;
  return draw_gear(ui, {head.right() - 44, head.y + 14, 44, 44}).value_or(chosen);
}

// The title, and what is left of its row for the screen's buttons, where that is enough.
Rect draw_title(Ui& ui, const Route& route, const Rect& row) {
  const std::string_view title = tr(screen_title(route.screen));
  const float width = std::min(row.width, ui::text_width(ui, title, ui::type::display) + 1);
  ui::heading(ui, "title", {row.x, row.y, width, kTitleRowHeight}, title, ui::type::display,
              level_of(route));
  const float left = row.width - width - 24;
  if (left < kLeastTitleRow) return {};
  return {row.x + width + 24, row.y, left, kTitleRowHeight};
}

void draw_content(Ui& ui, const Route& route, const Frame& frame, const Rect& place,
                  ScreenPainter paint) {
  ui.open_scroll(ui.key(address_of({route.screen, {}})), place);
  ScreenPlace page;
  page.column = {place.x + frame.margin, ui.scroll_top(), frame.content_width(), place.height};
  float title = 0;
  if (!frame.is_phone()) {
    title = kTitleRowHeight + 8;
    page.title_row = draw_title(ui, route, page.column);
    page.column.y += title;
    page.column.height -= title;
  }
  ui.close_scroll(title + paint(page) + (frame.is_phone() ? 24.0F : 32.0F));
}

}  // namespace

Route draw_shell(Ui& ui, Session& session, ShellState& state, const Route& route,
                 ScreenPainter paint) {
  const platform::Viewport& view = ui.viewport();
  const Frame frame = frame_of(ui);
  Route chosen = route;
  if (frame.layout == LayoutClass::desktop) {
    chosen = draw_sidebar(ui, session, {0, 0, kSidebarWidth, view.height}, route);
  } else if (frame.layout == LayoutClass::tablet) {
    chosen = draw_rail(ui, {0, 0, frame.left, view.height}, route);
  }
  ui.open(Tag::main, ui.key("main"), {frame.left, 0, frame.width, view.height - frame.bar});
  const Route in_head = draw_head(ui, session, state, route, frame);
  if (in_head != route) chosen = in_head;
  float top = frame.head.bottom();
  const Rect notices{frame.head.x, top, frame.content_width(), 0};
  top += draw_update_notice(ui, session, notices);
  top += draw_recovery_notice(ui, session, state.recovery, {notices.x, top, notices.width, 0});
  if (top > frame.head.bottom() && !frame.is_phone()) top += 8;
  const Rect place{frame.left, top, frame.width, std::max(0.0F, view.height - top - frame.bar)};
  draw_content(ui, route, frame, place, paint);
  ui.close();
  if (frame.is_phone()) {
    const Rect bar{0, view.height - frame.bar, view.width, frame.bar};
    const Route in_bar = draw_bar(ui, state.navigation, bar, route);
    if (in_bar != route) chosen = in_bar;
    if (std::exchange(state.navigation.is_search_wanted, false)) state.palette.is_open = true;
  }
  if (std::exchange(state.profile.are_shortcuts_wanted, false)) {
    state.shortcuts.is_sheet_open = true;
  }
  ui.toasts().draw(ui, {frame.head.x, 0, frame.head.width, view.height - frame.bar - 12});
  return chosen;
}

}  // namespace rr::app
