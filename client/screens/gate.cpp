#include "client/screens/gate.h"

#include <algorithm>
#include <cmath>

#include "client/screens/gate_forms.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/doll_house.h"
#include "client/ui/toast.h"
#include "client/ui/widgets.h"

namespace rr::screens {
namespace {

using app::ServerContact;
using ui::LayoutClass;
using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kButtonHeight = 52;
constexpr float kGap = 12;
constexpr float kColumn = 400;

bool wide_button(Ui& ui, const Rect& column, float& y, const ui::ButtonSpec& spec) {
  const bool is_pressed = ui::button(ui, {column.x, y, column.width, kButtonHeight}, spec);
  y += kButtonHeight + kGap;
  return is_pressed;
}

// Name, what it is for, and whose eyes see it. Answers the height.
float draw_words(Ui& ui, const Rect& column, bool is_reached) {
  float y = column.y;
  ui::heading(ui, "title", {column.x, y, column.width, 34}, "RoomieRoster", ui::type::display,
              ui::HeadingLevel::h1);
  y += 42;
  y += ui::paragraph(ui, "subtitle", column.x, y, column.width,
                     tr("Chores, shopping and laundry, shared fairly."), ui::type::body) +
       20;
  const std::string_view words =
      is_reached ? tr("Your home stays private: only people you invite come in.")
                 : tr("The server cannot be reached, and there is nothing on this device yet. Try "
                      "again, or start now without a network.");
  ui::icon(ui, is_reached ? "lock" : "cloud-off", column.x, y, 20,
           ui.colour(is_reached ? Token::accent_text : Token::warning_text));
  y += ui::paragraph(ui, "private", column.x + 32, y - 1, column.width - 32, words, ui::type::body);
  return y - column.y;
}

float buttons_height(const app::Account& account) {
  const float count = account.can_start_synced() ? 3 : 2;
  return count * (kButtonHeight + kGap) + 44;
}

void draw_online_buttons(Ui& ui, GateState& state, const Rect& column, float& y) {
  ui::ButtonSpec start{"start", tr("Start a household"), "house", ui::ButtonKind::primary};
  if (wide_button(ui, column, y, start)) state.form = GateForm::start;
  ui::ButtonSpec join{"join", tr("Join a household"), "key-round"};
  if (wide_button(ui, column, y, join)) state.form = GateForm::join;
}

void draw_buttons(Ui& ui, app::Session& session, GateState& state, const Rect& column) {
  app::Account& account = session.account();
  float y = column.y;
  const bool is_reached = account.contact() != ServerContact::unreachable;
  if (account.can_start_synced()) {
    draw_online_buttons(ui, state, column, y);
  } else if (!is_reached) {
    ui::ButtonSpec retry{"retry", tr("Retry Connection"), "refresh-cw", ui::ButtonKind::primary};
    if (wide_button(ui, column, y, retry)) account.retry_connection();
  }
  ui::ButtonSpec device{"device", tr("Use on this device only"), "smartphone"};
  if (account.can_start_synced()) device.kind = ui::ButtonKind::quiet;
  if (wide_button(ui, column, y, device)) state.form = GateForm::device_only;
  ui::paragraph(ui, "note", column.x, y - 4, column.width,
                tr("What you start on this device only stays here until you sync it or join."),
                ui::type::caption, Token::text_3, ui::Align::centre);
}

void draw_beside(Ui& ui, app::Session& session, GateState& state, const Rect& page) {
  const float picture = std::floor(page.width * 0.61F);
  const bool has_picture = ui::draw_doll_house(ui, {0, page.y, picture, page.height});
  const float left = has_picture ? picture : 0;
  ui::fill(ui, {left, page.y, page.width - left, page.height}, ui.colour(Token::surface));
  const float width = std::min(kColumn, page.width - left - 64);
  const bool is_reached = session.account().contact() != ServerContact::unreachable;
  const float& words_height = ui.kept(ui.key("words"));
  const float height = 48 + 32 + words_height + 40 + buttons_height(session.account());
  Rect column{left + (page.width - left - width) / 2,
              page.y + std::max(32.0F, (page.height - height) / 2), width, 0};
  ui::draw_mark(ui, column.x, column.y, 48);
  column.y += 80;
  const float used = draw_words(ui, column, is_reached);
  if (used != words_height) {
    ui.kept(ui.key("words")) = used;
    platform::request_frame();
  }
  column.y += used + 40;
  draw_buttons(ui, session, state, column);
}

// Answers the height used.
float draw_stacked(Ui& ui, app::Session& session, GateState& state, const Rect& page) {
  const bool is_reached = session.account().contact() != ServerContact::unreachable;
  const float picture = std::clamp(page.height * 0.41F, 180.0F, 420.0F);
  const bool has_picture = ui::draw_doll_house(ui, {0, page.y, page.width, picture});
  const float width = std::min(kColumn + 40, page.width - 48);
  Rect column{(page.width - width) / 2, page.y + (has_picture ? picture : 24.0F) + 28, width, 0};
  column.y += draw_words(ui, column, is_reached) + 28;
  const float height = buttons_height(session.account());
  // At the thumb where there is room, below the words elsewhere.
  column.y = std::max(column.y, page.y + page.height - height - 24);
  draw_buttons(ui, session, state, column);
  return column.y + height + 24 - page.y;
}

}  // namespace

void draw_gate(Ui& ui, app::Session& session, GateState& state) {
  const platform::Viewport& view = ui.viewport();
  const Rect page{0, 0, view.width, view.height};
  ui.open(ui::Tag::main, ui.key("gate"), page);
  ui.open_scroll(ui.key("page"), page);
  const Rect place{0, ui.scroll_top(), page.width, page.height};
  float used = page.height;
  if (ui.layout() == LayoutClass::desktop) {
    draw_beside(ui, session, state, place);
  } else {
    used = draw_stacked(ui, session, state, place);
  }
  ui.close_scroll(used);
  ui.close();
  switch (state.form) {
    case GateForm::none: break;
    case GateForm::start:
    case GateForm::device_only: draw_start_dialog(ui, session, state); break;
    case GateForm::join: draw_join_dialog(ui, session, state); break;
  }
  ui.toasts().draw(ui, {16, 0, page.width - 32, page.height - 16});
}

void draw_loading(Ui& ui) {
  const platform::Viewport& view = ui.viewport();
  const Rect page{0, 0, view.width, view.height};
  ui.open(ui::Tag::main, ui.key("loading"), page)
      .attributes.emplace_back(ui::Attribute::busy, "true");
  ui::heading(ui, "title", {24, 24, view.width - 48, 34}, "RoomieRoster", ui::type::display,
              ui::HeadingLevel::h1);
  ui.open(ui::Tag::status, ui.key("state"), {24, 64, view.width - 48, 22});
  ui::label(ui, "words", {24, 64, view.width - 48, 22}, tr("Loading"), ui::type::body,
            Token::text_2);
  ui.close();
  const float width = std::min(560.0F, view.width - 48);
  for (int row = 0; row < 3; ++row) {
    const float y = 112 + 88 * static_cast<float>(row);
    ui::skeleton(ui, {24, y, width, 72}, 16);
  }
  ui.close();
}

}  // namespace rr::screens
