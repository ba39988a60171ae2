#include "client/app/shell.h"

#include <algorithm>
#include <array>

#include "client/ui/toast.h"
#include "client/ui/widgets.h"

namespace rr::app {
namespace {

using ui::Align;
using ui::LayoutClass;
using ui::Rect;
using ui::Tag;
using ui::Token;
using ui::Ui;

constexpr float kSidebarWidth = 248;
constexpr float kRailWidth = 80;
constexpr float kBarHeight = 64;
constexpr float kPhoneHeadHeight = 64;
constexpr float kHeadHeight = 72;

struct Section {
  ScreenName screen;
  std::string_view icon;
};

constexpr std::array<Section, 3> kSections{{{ScreenName::assignments, "clipboard-list"},
                                            {ScreenName::roommates, "users"},
                                            {ScreenName::chores, "broom"}}};
constexpr std::array<Section, 2> kSettings{
    {{ScreenName::settings_members, "user-plus"}, {ScreenName::settings_device, "smartphone"}}};

void draw_brand(Ui& ui, Session& session, const Rect& rect) {
  ui::fill(ui, {rect.x + 8, rect.y + 8, 40, 40}, ui.colour(Token::accent), 10);
  ui::icon(ui, "house", rect.x + 16, rect.y + 16, 24, ui.colour(Token::on_accent));
  ui::label(ui, "product", {rect.x + 58, rect.y + 8, rect.width - 62, 22}, "RoomieRoster",
            ui::type::title);
  const auto household = session.household().find<Household>(session.household_id());
  if (household) {
    ui::label(ui, "household", {rect.x + 58, rect.y + 30, rect.width - 62, 18}, household->name,
              ui::type::caption, Token::text_2);
  }
}

void draw_link(Ui& ui, const Rect& rect, const Section& section, const Route& route,
               LayoutClass layout, Route& chosen) {
  ui::NavLinkSpec spec;
  spec.key = section_name(section.screen);
  spec.name = section_name(section.screen);
  spec.icon = section.icon;
  const std::string href = address_of({section.screen, {}});
  spec.href = href;
  spec.is_current = route.screen == section.screen;
  spec.layout = layout;
  if (ui::nav_link(ui, rect, spec)) chosen = {section.screen, {}};
}

void draw_sidebar(Ui& ui, Session& session, const Rect& rect, const Route& route, Route& chosen) {
  ui::fill(ui, {rect.right() - 1, rect.y, 1, rect.height}, ui.colour(Token::border));
  const Rect brand{rect.x + 8, rect.y + 10, rect.width - 16, 56};
  ui.open(Tag::header, ui.key("brand"), brand);
  draw_brand(ui, session, brand);
  ui.close();
  ui.open(Tag::nav, ui.key("sections"), rect)
      .attributes.emplace_back(ui::Attribute::label, "Sections");
  float y = rect.y + 80;
  for (const Section& section : kSections) {
    draw_link(ui, {rect.x + 12, y, rect.width - 24, 44}, section, route, LayoutClass::desktop,
              chosen);
    y += 44;
  }
  y += 16;
  ui::text_line(ui, {rect.x + 24, y, rect.width - 48, 28}, "SETTINGS", ui::type::caption_strong,
                ui.colour(Token::text_3));
  y += 30;
  for (const Section& section : kSettings) {
    draw_link(ui, {rect.x + 12, y, rect.width - 24, 44}, section, route, LayoutClass::desktop,
              chosen);
    y += 44;
  }
  ui.close();
}

template <std::size_t Count>
void draw_stack(Ui& ui, const Rect& rect, const std::array<Section, Count>& sections, bool is_bar,
                const Route& route, Route& chosen) {
  const float step = is_bar ? rect.width / static_cast<float>(Count) : 64.0F;
  for (std::size_t i = 0; i < Count; ++i) {
    const float offset = step * static_cast<float>(i);
    const Rect place = is_bar ? Rect{rect.x + offset, rect.y, step, kBarHeight}
                              : Rect{rect.x, rect.y + 12 + offset, rect.width, 60};
    draw_link(ui, place, sections[i], route, LayoutClass::phone, chosen);
  }
}

constexpr std::array<Section, 5> kAllSections{{{ScreenName::assignments, "clipboard-list"},
                                               {ScreenName::roommates, "users"},
                                               {ScreenName::chores, "broom"},
                                               {ScreenName::settings_members, "user-plus"},
                                               {ScreenName::settings_device, "smartphone"}}};

void draw_bar(Ui& ui, const Rect& rect, bool is_bar, const Route& route, Route& chosen) {
  ui::fill(ui, rect, ui.colour(is_bar ? Token::surface : Token::bg));
  const Rect line = is_bar ? Rect{rect.x, rect.y, rect.width, 1}
                           : Rect{rect.right() - 1, rect.y, 1, rect.height};
  ui::fill(ui, line, ui.colour(Token::border));
  ui.open(Tag::nav, ui.key("sections"), rect)
      .attributes.emplace_back(ui::Attribute::label, "Sections");
  draw_stack(ui, rect, kAllSections, is_bar, route, chosen);
  ui.close();
}

struct StatusLook {
  std::string_view icon;
  Token token;
};

StatusLook look_of(SaveState state) {
  switch (state) {
    case SaveState::saved:
    case SaveState::saved_on_device: return {"cloud-check", Token::text_2};
    case SaveState::saving: return {"refresh-cw", Token::text_2};
    case SaveState::offline: return {"cloud-off", Token::warning_text};
    case SaveState::refused: return {"circle-alert", Token::danger_text};
  }
  return {"cloud-check", Token::text_2};
}

// The state of things, always visible. Right-aligned in `rect` on wide screens.
void draw_state_line(Ui& ui, Session& session, const Rect& rect, Align align, Route& chosen) {
  const SaveStatus status = session.save_status();
  const std::string words = save_status_words(status);
  const StatusLook look = look_of(status.state);
  const float width = ui::text_width(ui, words, ui::type::caption_strong) + 24;
  const float x = align == Align::end ? rect.right() - width : rect.x;
  const Rect line{x, rect.y, std::min(width, rect.width), rect.height};
  ui.open(Tag::status, ui.key("state"), line);
  if (status.state == SaveState::refused) {
    ui::ButtonSpec spec;
    spec.key = "refused";
    spec.name = words;
    spec.icon = look.icon;
    spec.kind = ui::ButtonKind::destructive_quiet;
    spec.size = ui::ButtonSize::small;
    if (ui::button(ui, line, spec)) chosen = {ScreenName::settings_device, {}};
  } else {
    const float middle = line.y + (line.height - 16) / 2;
    ui::icon(ui, look.icon, line.x, middle, 16, ui.colour(look.token));
    ui::label(ui, "words", {line.x + 22, line.y, line.width - 22, line.height}, words,
              status.state == SaveState::offline ? ui::type::caption_strong : ui::type::caption,
              look.token);
  }
  ui.close();
}

}  // namespace

Route draw_shell(Ui& ui, Session& session, ShellState& state, const Route& route,
                 const ScreenPainter& paint) {
  Route chosen = route;
  const platform::Viewport& view = ui.viewport();
  const LayoutClass layout = ui.layout();
  const bool is_phone = layout == LayoutClass::phone;
  Rect content{0, 0, view.width, view.height};
  if (layout == LayoutClass::desktop) {
    draw_sidebar(ui, session, {0, 0, kSidebarWidth, view.height}, route, chosen);
    content.x = kSidebarWidth;
  } else if (layout == LayoutClass::tablet) {
    draw_bar(ui, {0, 0, kRailWidth, view.height}, false, route, chosen);
    content.x = kRailWidth;
  }
  content.width = view.width - content.x;
  const float margin = is_phone ? 16.0F : (layout == LayoutClass::tablet ? 24.0F : 32.0F);
  const Rect head{content.x + margin, view.inset_top, content.width - 2 * margin,
                  is_phone ? kPhoneHeadHeight : kHeadHeight};
  const float bar = is_phone ? kBarHeight + view.inset_bottom : 0.0F;
  ui.open(Tag::main, ui.key("main"), {content.x, 0, content.width, view.height - bar});
  const float title_width = is_phone ? head.width : head.width - 220;
  const ui::TypeStyle& title_style = is_phone ? ui::type::heading : ui::type::display;
  ui::heading(ui, "title", {head.x, head.y + (is_phone ? 8.0F : 18.0F), title_width, 34},
              screen_title(route.screen), title_style, ui::HeadingLevel::h1);
  const Rect state_place = is_phone ? Rect{head.x, head.y + 40, head.width, 18}
                                    : Rect{head.right() - 260, head.y + 18, 260, 36};
  draw_state_line(ui, session, state_place, is_phone ? Align::start : Align::end, chosen);
  content.y = head.bottom();
  content.height = std::max(0.0F, view.height - content.y - bar);
  ui.open_scroll(ui.key(address_of({route.screen, {}})), content, state.content_height);
  const float widest = is_phone ? 560.0F : 1280.0F;
  const Rect column{content.x + margin, ui.scroll_top(), std::min(head.width, widest),
                    content.height};
  const float used = paint(column) + (is_phone ? 24.0F : 32.0F);
  ui.close_scroll();
  ui.close();
  if (used != state.content_height) {
    state.content_height = used;
    platform::request_frame();
  }
  if (is_phone) {
    draw_bar(ui, {0, view.height - bar, view.width, bar}, true, route, chosen);
  }
  ui.toasts().draw(ui, {content.x + 16, 0, content.width - 32, view.height - bar - 12});
  return chosen;
}

}  // namespace rr::app
