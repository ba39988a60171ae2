#include "client/screens/chore_card.h"

#include <array>

#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/action_row.h"
#include "client/ui/decor.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 16;

// In the order of the card's menu.
enum class Deed : std::uint8_t { manage, edit, remove };

float draw_type_badge(Ui& ui, float right, float y, const Chore& chore) {
  const bool is_predefined = chore.type == ChoreType::predefined;
  const ui::BadgeSpec badge{"type", chore_type_word(chore.type),
                            is_predefined ? ui::BadgeKind::info : ui::BadgeKind::neutral};
  const float width = ui::badge_width(ui, badge);
  ui::badge(ui, right - width, y, badge);
  return width;
}

void draw_card_head(Ui& ui, const Chore& chore, const Rect& rect) {
  const Rect tile{rect.x + kPadding, rect.y + kPadding, 40, 40};
  ui::fill(ui, tile, ui.colour(Token::hover), 12);
  ui::icon(ui, chore_type_icon(chore.type), tile.x + 10, tile.y + 10, 20, ui.colour(Token::text_2));
  const float badge = draw_type_badge(ui, rect.right() - kPadding, tile.y + 8, chore);
  const float x = tile.right() + 12;
  const float width = rect.right() - kPadding - badge - 12 - x;
  ui::heading(ui, "name", {x, tile.y - 2, width, 24}, chore.name, ui::type::title,
              ui::HeadingLevel::h2);
  std::string facts = std::string(frequency_word(chore.frequency)) + ", " +
                      tr_count(chore.points, "{n} point", "{n} points");
  if (chore.is_paused) facts += ", " + std::string(tr("paused"));
  ui::fitted_label(ui, "facts", {x, tile.y + 22, width, 18}, facts, ui::type::caption,
                   Token::text_2);
}

std::string_view manage_name(bool is_open) {
  return is_open ? tr("Hide Sub-tasks") : tr("Manage Sub-tasks");
}

std::optional<Deed> draw_buttons(Ui& ui, const Chore& chore, bool is_open, const Rect& rect) {
  std::optional<Deed> chosen;
  ui::ButtonSpec manage;
  manage.key = "manage";
  manage.name = manage_name(is_open);
  manage.icon = is_open ? "chevron-up" : "list-checks";
  manage.kind = is_open ? ui::ButtonKind::quiet : ui::ButtonKind::plain;
  manage.size = ui::ButtonSize::small;
  const float width = ui::button_width(ui, manage);
  if (ui::button(ui, {rect.x + 4, rect.y + 4, width, 36}, manage)) chosen = Deed::manage;
  const std::string edit = tr("Edit {name}", {{"name", chore.name}});
  if (ui::icon_button(ui, {rect.right() - 92, rect.y, 44, 44}, {"edit", edit, "pencil"})) {
    chosen = Deed::edit;
  }
  const std::string remove = tr("Delete {name}", {{"name", chore.name}});
  if (ui::icon_button(ui, {rect.right() - 48, rect.y, 44, 44}, {"delete", remove, "trash-2"})) {
    chosen = Deed::remove;
  }
  return chosen;
}

// "Manage Sub-tasks" opens this chore's steps and closes another's.
void do_deed(ChoresState& state, const Chore& chore, Deed deed) {
  switch (deed) {
    case Deed::manage:
      state.sub_tasks.open_chore = state.sub_tasks.open_chore == chore.id ? Id{} : chore.id;
      return;
    case Deed::edit: open_chore(state, chore); return;
    case Deed::remove:
      state.deleted = chore.id;
      state.delete_error.clear();
      return;
  }
}

// Everything on the card; answers its height.
float draw_content(Ui& ui, app::Session& session, ChoresState& state, const Chore& chore,
                   const Rect& rect, std::optional<Deed>& chosen) {
  ui::card(ui, rect);
  draw_card_head(ui, chore, rect);
  float y = rect.y + kPadding + 40 + 8;
  const bool is_open = state.sub_tasks.open_chore == chore.id;
  chosen = draw_buttons(ui, chore, is_open, {rect.x + 8, y, rect.width - 16, 44});
  y += 44 + 4;
  if (is_open) {
    const Rect panel{rect.x + kPadding, y, rect.width - 2 * kPadding, 0};
    y += draw_sub_tasks(ui, session, state.sub_tasks, chore, panel) + kPadding;
  } else {
    y += 4;
  }
  return y - rect.y;
}

}  // namespace

float draw_chore_card(Ui& ui, app::Session& session, ChoresState& state, const ChoreCard& card,
                      const Rect& rect) {
  float& height = ui.kept(ui.key("height"));
  const Chore& chore = *card.chore;
  const bool is_open = state.sub_tasks.open_chore == chore.id;
  const std::array<ui::MenuItem, 3> items{{
      {manage_name(is_open), is_open ? "chevron-up" : "list-checks"},
      {tr("Edit"), "pencil"},
      {tr("Delete"), "trash-2", ui::MenuItemKind::destructive},
  }};
  ui::ActionRowSpec spec{"actions", items, 1, 2, chore.name};
  spec.kind = ui::ActionRowKind::card;
  spec.tone = ui::SwipeTone::neutral;
  std::optional<Deed> deed;
  float used = 0;
  const auto paint = [&](const Rect& place) {
    used = draw_content(ui, session, state, chore, place, deed);
  };
  const auto item = ui::action_row(ui, {rect.x, rect.y, rect.width, height}, spec, paint);
  if (item) deed = static_cast<Deed>(*item);
  if (deed) do_deed(state, chore, *deed);
  if (used != height) {
    height = used;
    platform::request_frame();
  }
  return height;
}

}  // namespace rr::screens
