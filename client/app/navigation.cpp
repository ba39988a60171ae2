#include "client/app/navigation.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "client/app/cycle_foot.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/menu.h"
#include "client/ui/pictures.h"
#include "client/ui/widgets.h"

namespace rr::app {
namespace {

using ui::LayoutClass;
using ui::Rect;
using ui::Tag;
using ui::Token;
using ui::Ui;

struct Section {
  ScreenName screen;
  std::string_view icon;
};

constexpr std::array<Section, 3> kSections{{{ScreenName::assignments, "clipboard-list"},
                                            {ScreenName::roommates, "users"},
                                            {ScreenName::chores, "broom"}}};
constexpr std::array<Section, 4> kSettings{{{ScreenName::settings_members, "user-plus"},
                                            {ScreenName::settings_division, "scale"},
                                            {ScreenName::settings_device, "smartphone"},
                                            {ScreenName::settings_appearance, "palette"}}};

bool is_setting(ScreenName screen) {
  return std::any_of(kSettings.begin(), kSettings.end(),
                     [&](const Section& each) { return each.screen == screen; });
}

constexpr std::string_view kSuite = "Zeith 1.0";  // what this belongs to, and its version
constexpr float kSuiteHeight = 34;                // from its line to the bottom

void draw_suite(Ui& ui, const Rect& rect, ui::Align align = ui::Align::start) {
  ui.open(Tag::footer, ui.key("suite"), rect);
  ui::label(ui, "words", rect, kSuite, ui::type::caption, Token::text_2, align);
  ui.close();
}

void open_landmark(Ui& ui, const Rect& rect) {
  ui.open(Tag::nav, ui.key("sections"), rect)
      .attributes.emplace_back(ui::Attribute::label, tr("Sections"));
}

// Draws the links of one landmark and remembers them for the arrow keys.
class Links {
 public:
  Links(Ui& ui, const Route& route) : ui_(ui), route_(route), chosen_(route) {}

  void draw(const Rect& rect, const Section& section, LayoutClass layout,
            Token current_ground = Token::raised) {
    ui::NavLinkSpec spec;
    spec.key = section_name(section.screen);
    spec.name = tr(section_name(section.screen));
    spec.icon = section.icon;
    const std::string href = address_of({section.screen, {}});
    spec.href = href;
    spec.is_current = section_name(route_.screen) == section_name(section.screen);
    spec.layout = layout;
    spec.current_ground = current_ground;
    keys_.push_back(ui_.key(spec.key));
    if (ui::nav_link(ui_, rect, spec)) chosen_ = {section.screen, {}};
  }

  // A control among the links that is none itself.
  void add(std::uint64_t key) { keys_.push_back(key); }

  void focus_first() { ui_.focus(keys_.front()); }

  void move_focus() {
    const auto found = std::find_if(keys_.begin(), keys_.end(),
                                    [&](std::uint64_t key) { return ui_.is_focused(key); });
    if (found == keys_.end()) return;
    const auto count = keys_.size();
    const auto place = static_cast<std::size_t>(found - keys_.begin());
    if (ui_.is_key_pressed("ArrowDown") || ui_.is_key_pressed("ArrowRight")) {
      ui_.focus(keys_[(place + 1) % count]);
    }
    if (ui_.is_key_pressed("ArrowUp") || ui_.is_key_pressed("ArrowLeft")) {
      ui_.focus(keys_[(place + count - 1) % count]);
    }
    if (ui_.is_key_pressed("Home")) ui_.focus(keys_.front());
    if (ui_.is_key_pressed("End")) ui_.focus(keys_.back());
  }

  [[nodiscard]] const Route& chosen() const { return chosen_; }

 private:
  Ui& ui_;
  const Route& route_;
  Route chosen_;
  std::vector<std::uint64_t> keys_;
};

void draw_brand(Ui& ui, Session& session, const Rect& rect) {
  ui::draw_mark(ui, rect.x + 8, rect.y + 8, 40);
  ui::label(ui, "product", {rect.x + 60, rect.y + 8, rect.width - 64, 22}, "RoomieRoster",
            ui::type::title);
  const auto household = session.household().find<Household>(session.household_id());
  if (household) {
    ui::label(ui, "household", {rect.x + 60, rect.y + 30, rect.width - 64, 18}, household->name,
              ui::type::caption, Token::text_2);
  }
}

// How wide a place in the bar is: its words, broken where they may.
float bar_width_of(Ui& ui, std::string_view name, bool may_wrap) {
  float widest = 0;
  while (!name.empty()) {
    const std::size_t space = may_wrap ? name.find(' ') : std::string_view::npos;
    widest = std::max(widest, ui::text_width(ui, name.substr(0, space), ui::type::caption_strong));
    name.remove_prefix(space == std::string_view::npos ? name.size() : space + 1);
  }
  return std::max(ui::kTargetSize, widest + 8);
}

constexpr std::string_view kMore = to_translate("More");

bool draw_more_button(Ui& ui, const Rect& rect, const NavigationState& state, bool is_current) {
  const std::uint64_t key = ui.key(kMore);
  ui::Node& node = ui.leaf(Tag::button, key, rect);
  node.text = tr(kMore);
  node.attributes.emplace_back(ui::Attribute::has_popup, "dialog");
  node.attributes.emplace_back(ui::Attribute::expanded, state.is_more_open ? "true" : "false");
  const ui::Interaction interaction = ui.interact(key, rect);
  ui::NavLinkSpec spec;
  spec.name = tr(kMore);
  spec.icon = "ellipsis";
  spec.is_current = is_current;
  ui::paint_bar_item(ui, rect, spec, interaction);
  return interaction.is_activated;
}

Route draw_more_sheet(Ui& ui, NavigationState& state, const Route& route) {
  Route chosen = route;
  const bool is_new = !std::exchange(state.is_more_shown, true);
  const ui::DialogWish wish = ui::dialog(ui, {"more", tr(kMore)}, [&](const Rect& column) {
    Links links(ui, route);
    float y = column.y;
    const ui::ButtonSpec search{"search", tr("Search or go to"), "search"};
    state.is_search_wanted = ui::button(ui, {column.x, y, column.width, 44}, search);
    y += 56;
    for (const Section& section : kSettings) {
      links.draw({column.x - 12, y, column.width + 24, 56}, section, LayoutClass::desktop,
                 Token::hover);
      y += 56;
    }
    ui::label(ui, "suite", {column.x, y + 12, column.width, 18}, kSuite, ui::type::caption,
              Token::text_2);
    y += 30;
    if (is_new) links.focus_first();
    links.move_focus();
    chosen = links.chosen();
    return y - column.y;
  });
  if (wish == ui::DialogWish::close || chosen != route || state.is_search_wanted) {
    state.is_more_open = state.is_more_shown = false;
  }
  return chosen;
}

// Where the screen is low they scroll: answers where they begin.
float open_places(Ui& ui, const Rect& rect) {
  ui.open_scroll(ui.key("places"), rect);
  return ui.scroll_top();
}

// `end`: where the last one ends. Closes the landmark, too.
void close_places(Ui& ui, float end) {
  ui.close_scroll(end - ui.scroll_top());
  ui.close();
}

}  // namespace

Route draw_sidebar(Ui& ui, Session& session, const Rect& rect, const Route& route) {
  ui::fill(ui, {rect.right() - 1, rect.y, 1, rect.height}, ui.colour(Token::border));
  const Rect brand{rect.x + 8, rect.y + 10, rect.width - 16, 56};
  ui.open(Tag::header, ui.key("brand"), brand);
  draw_brand(ui, session, brand);
  ui.close();
  open_landmark(ui, rect);
  Links links(ui, route);
  const Rect places{rect.x, brand.bottom(), rect.width - 1, rect.bottom() - brand.bottom()};
  float y = open_places(ui, places) + 14;
  for (const Section& section : kSections) {
    links.draw({rect.x + 12, y, rect.width - 24, 44}, section, LayoutClass::desktop);
    y += 44;
  }
  y += 16;
  ui::text_line(ui, {rect.x + 24, y, rect.width - 48, 28}, tr("SETTINGS"), ui::type::caption_strong,
                ui.colour(Token::text_3));
  y += 32;
  for (const Section& section : kSettings) {
    links.draw({rect.x + 12, y, rect.width - 24, 44}, section, LayoutClass::desktop);
    y += 44;
  }
  links.move_focus();
  close_places(ui, y);
  const Rect foot{rect.x + 24, 0, rect.width - 48, 0};
  const float suite_y = rect.bottom() - kSuiteHeight;
  if (suite_y - y > kCycleFootHeight) {
    draw_cycle_foot(ui, session,
                    {foot.x, suite_y - kCycleFootHeight, foot.width, kCycleFootHeight});
  }
  if (suite_y > y) draw_suite(ui, {foot.x, suite_y, foot.width, 18});
  return links.chosen();
}

float rail_width(Ui& ui) {
  constexpr float kLeast = 96;
  constexpr float kMost = 128;
  float width = kLeast;
  for (const auto& sections : {std::span<const Section>(kSections), {kSettings}}) {
    for (const Section& each : sections) {
      width = std::max(width, bar_width_of(ui, tr(section_name(each.screen)), true));
    }
  }
  return std::min(width, kMost);
}

std::optional<Route> draw_gear(Ui& ui, const Rect& rect) {
  std::array<ui::MenuItem, kSettings.size()> items;
  std::transform(kSettings.begin(), kSettings.end(), items.begin(), [](const Section& each) {
    return ui::MenuItem{tr(section_name(each.screen)), each.icon};
  });
  const auto chosen = ui::menu_button(ui, rect, {"gear", tr("Settings"), "settings"}, items);
  return chosen ? std::optional(Route{kSettings[*chosen].screen, {}}) : std::nullopt;
}

Route draw_rail(Ui& ui, const Rect& rect, const Route& route) {
  ui::fill(ui, {rect.right() - 1, rect.y, 1, rect.height}, ui.colour(Token::border));
  open_landmark(ui, rect);
  Links links(ui, route);
  float y = open_places(ui, {rect.x, rect.y, rect.width - 1, rect.height}) + 12;
  const auto draw_all = [&](std::span<const Section> sections) {
    for (const Section& section : sections) {
      links.draw({rect.x, y, rect.width, 60}, section, LayoutClass::phone);
      y += 64;
    }
  };
  draw_all(kSections);
  ui::fill(ui, {rect.x + 20, y + 4, rect.width - 41, 1}, ui.colour(Token::border));
  y += 12;
  draw_all(kSettings);
  links.move_focus();
  close_places(ui, y);
  const float suite_y = rect.bottom() - kSuiteHeight;
  if (suite_y > y) draw_suite(ui, {rect.x, suite_y, rect.width - 1, 18}, ui::Align::centre);
  return links.chosen();
}

Route draw_bar(Ui& ui, NavigationState& state, const Rect& rect, const Route& route) {
  ui::fill(ui, rect, ui.colour(Token::surface));
  ui::fill(ui, {rect.x, rect.y, rect.width, 1}, ui.colour(Token::border));
  open_landmark(ui, rect);
  Links links(ui, route);
  const bool may_wrap = rect.width < 360;
  std::array<float, kSections.size() + 1> widths{};
  float total = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::string_view name =
        tr(i < kSections.size() ? section_name(kSections[i].screen) : kMore);
    widths[i] = bar_width_of(ui, name, may_wrap);
    total += widths[i];
  }
  // What is left goes to all places alike, and so does what is missing.
  const float extra = std::max(0.0F, rect.width - total) / static_cast<float>(widths.size());
  if (total > rect.width) {
    for (float& width : widths) width *= rect.width / total;
  }
  float x = rect.x;
  for (std::size_t i = 0; i < kSections.size(); ++i) {
    links.draw({x, rect.y, widths[i] + extra, kBarHeight}, kSections[i], LayoutClass::phone);
    x += widths[i] + extra;
  }
  const Rect more{x, rect.y, rect.right() - x, kBarHeight};
  links.add(ui.key(kMore));
  if (draw_more_button(ui, more, state, is_setting(route.screen))) state.is_more_open = true;
  links.move_focus();
  ui.close();
  return state.is_more_open ? draw_more_sheet(ui, state, route) : links.chosen();
}

}  // namespace rr::app
