#include "client/gallery/gallery.h"

#include <algorithm>

#include "client/gallery/rooms.h"
#include "client/platform/system.h"
#include "client/ui/toast.h"

namespace rr::gallery {
namespace {

struct RoomEntry {
  std::string_view name;
  std::string_view address;
  std::string_view icon;
  float (*draw)(Ui& ui, Rooms& rooms, const Rect& column);
};

constexpr std::array kRooms{
    RoomEntry{"Buttons", "/gallery", "circle-check",
              [](Ui& ui, Rooms& rooms, const Rect& column) {
                return draw_buttons(ui, rooms.buttons, column);
              }},
    RoomEntry{"Charts", "/gallery/charts", "chart-column",
              [](Ui& ui, Rooms& rooms, const Rect& column) {
                return draw_charts(ui, rooms.charts, column);
              }},
    RoomEntry{"Days", "/gallery/pickers", "calendar",
              [](Ui& ui, Rooms& rooms, const Rect& column) {
                return draw_pickers(ui, rooms.pickers, column);
              }},
    RoomEntry{"Lists", "/gallery/lists", "list-checks",
              [](Ui& ui, Rooms& rooms, const Rect& column) {
                return draw_lists(ui, rooms.lists, column);
              }},
    RoomEntry{"Bookings", "/gallery/times", "clock",
              [](Ui& ui, Rooms& rooms, const Rect& column) {
                return draw_times(ui, rooms.times, column);
              }},
    RoomEntry{"People", "/gallery/marks", "users",
              [](Ui& ui, Rooms& rooms, const Rect& column) {
                return draw_marks(ui, rooms.marks, column);
              }},
};

constexpr float kSidebar = 232;
constexpr float kBar = 56;

}  // namespace

Gallery::Gallery() : rooms_(std::make_unique<Rooms>()) { take_address(platform::route()); }
Gallery::~Gallery() = default;

void Gallery::take_address(std::string_view address) {
  const auto found = std::find_if(kRooms.begin(), kRooms.end(),
                                  [&](const RoomEntry& each) { return each.address == address; });
  room_ = found == kRooms.end() ? 0 : static_cast<std::size_t>(found - kRooms.begin());
  platform::set_title(std::string(kRooms[room_].name) + " – Gallery");
}

void Gallery::go(std::size_t room) {
  platform::set_route(kRooms[room].address, platform::RouteChange::push);
  take_address(kRooms[room].address);
  platform::request_frame();
}

void Gallery::choose_theme() {
  const platform::Viewport& view = ui_.viewport();
  const bool is_dark = view.scheme == platform::ColourScheme::dark;
  const ui::ThemeName plain = is_dark ? ui::ThemeName::dark : ui::ThemeName::light;
  const ui::ThemeName contrast =
      is_dark ? ui::ThemeName::contrast_dark : ui::ThemeName::contrast_light;
  ui_.set_theme(view.has_more_contrast ? contrast : plain);
}

// A column at the left on desktops, a bar below elsewhere.
void Gallery::draw_navigation(const Rect& rect) {
  const bool is_column = ui_.layout() == ui::LayoutClass::desktop;
  ui_.open(ui::Tag::nav, ui_.key("rooms"), rect)
      .attributes.emplace_back(ui::Attribute::label, "Rooms");
  if (!is_column) {
    ui::fill(ui_, rect, ui_.colour(Token::surface));
    ui::fill(ui_, {rect.x, rect.y, rect.width, 1}, ui_.colour(Token::border));
  }
  const float width = is_column ? rect.width - 24 : rect.width / static_cast<float>(kRooms.size());
  for (std::size_t i = 0; i < kRooms.size(); ++i) {
    const auto place = static_cast<float>(i);
    const Rect row = is_column ? Rect{rect.x + 12, rect.y + 72 + 48 * place, width, 44}
                               : Rect{rect.x + width * place, rect.y, width, rect.height};
    ui::NavLinkSpec link{kRooms[i].address, kRooms[i].name, kRooms[i].icon, kRooms[i].address,
                         i == room_};
    link.layout = is_column ? ui::LayoutClass::desktop : ui::LayoutClass::phone;
    if (ui::nav_link(ui_, row, link) && i != room_) go(i);
  }
  ui_.close();
}

float Gallery::draw_room(const Rect& column) {
  ui::heading(ui_, "title", {column.x, column.y, column.width, 34}, kRooms[room_].name,
              ui::type::display, ui::HeadingLevel::h1);
  const Rect rest{column.x, column.y + 50, column.width, 0};
  return 50 + kRooms[room_].draw(ui_, *rooms_, rest) + 32;
}

void Gallery::frame(double now_ms) {
  ui_.begin_frame(platform::viewport(), platform::take_events(), now_ms);
  choose_theme();
  for (const platform::Event& event : ui_.events()) {
    if (event.kind == platform::EventKind::route) take_address(event.text);
  }
  const platform::Viewport& view = ui_.viewport();
  const bool is_desktop = ui_.layout() == ui::LayoutClass::desktop;
  const float left = is_desktop ? kSidebar : 0.0F;
  const float bar = is_desktop ? 0.0F : kBar;
  const Rect page{left, 0, view.width - left, view.height - bar};
  if (is_desktop) draw_navigation({0, 0, kSidebar, view.height});
  const std::uint64_t key = ui_.key(kRooms[room_].address);
  ui_.open(ui::Tag::main, ui_.key("main"), page);
  ui_.open_scroll(key, page);
  const float margin = is_desktop ? 32.0F : 16.0F;
  const float width = std::min(page.width - 2 * margin, 1080.0F);
  ui_.close_scroll(24 + draw_room({page.x + margin, ui_.scroll_top() + 24, width, 0}));
  ui_.close();
  if (!is_desktop) draw_navigation({0, view.height - bar, view.width, bar});
  ui_.toasts().draw(ui_, page);
  ui_.end_frame();
}

float section_title(Ui& ui, std::string_view title, const Rect& column, float y) {
  ui::heading(ui, title, {column.x, y, column.width, 24}, title, ui::type::title,
              ui::HeadingLevel::h2);
  return y + 36;
}

}  // namespace rr::gallery
