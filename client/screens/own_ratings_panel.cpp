#include "client/screens/own_ratings_panel.h"

#include "client/screens/standing.h"
#include "client/screens/why_words.h"
#include "client/text/texts.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/own_balances.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

std::string own_words(const app::Session& session, const OwnRow& row) {
  const std::string words =
      tr("By your own rating your random chores weigh {given} this cycle; a fair share is {share}.",
         {{"given", point_figure(row.given)}, {"share", point_figure(row.share)}});
  if (row.lighter.is_nil()) {
    return words + " " +
           std::string(tr("Leave out your heaviest one, and nobody else's chores would be lighter "
                          "for you."));
  }
  return words + " " +
         tr("Leave out your heaviest one, and {name}'s chores would still be lighter for you.",
            {{"name", look_of(session, row.lighter).name}});
}

// What another person says; answers the height used.
float draw_other(Ui& ui, const app::Session& session, const OwnRow& row, const Rect& rect) {
  const PersonLook look = look_of(session, row.roommate_id);
  const std::string figures =
      tr("{given}, fair share {share}",
         {{"given", point_figure(row.given)}, {"share", point_figure(row.share)}});
  const float width = ui::text_width(ui, figures, ui::type::caption_strong) + 1;
  ui.open(ui::Tag::list_item, ui.key(row.roommate_id.to_string()), rect);
  ui::avatar(ui, rect.x, rect.y + 4, 24, look.name, look.hue);
  ui::label(ui, "name", {rect.x + 36, rect.y, rect.width - 44 - width, 32}, look.name,
            ui::type::body);
  ui::label(ui, "figures", {rect.right() - width, rect.y, width, 32}, figures,
            ui::type::caption_strong, Token::text, ui::Align::end);
  float height = 32;
  if (!row.lighter.is_nil()) {
    height += ui::paragraph(ui, "lighter", rect.x + 36, rect.y + height, rect.width - 36,
                            tr("Finds {name}'s lighter, even without the heaviest one.",
                               {{"name", look_of(session, row.lighter).name}}),
                            ui::type::caption);
  }
  ui.close();
  return height;
}

}  // namespace

std::vector<OwnRow> own_rows(const Reader& household) {
  std::vector<OwnRow> rows;
  const auto settings = household_of(household);
  const auto cycle = running_cycle(household);
  if (!settings || settings->division_method != DivisionMethod::own_ratings || !cycle) return rows;
  const auto figures = own_figures(household, cycle->id);
  if (figures.empty()) return rows;
  for (const OwnView& view : own_views(household)) {
    OwnRow row;
    row.roommate_id = view.roommate_id;
    row.given = row.share = view.loads.at(view.roommate_id);
    const auto figure = figures.find(view.roommate_id);
    if (figure != figures.end()) row.share -= figure->second;
    for (const auto& [other, load] : view.loads) {
      if (other != view.roommate_id && view.envies(other)) row.lighter = other;
    }
    rows.push_back(row);
  }
  return rows;
}

void draw_own_ratings(Ui& ui, const app::Session& session, const std::vector<OwnRow>& rows,
                      SettingsCard& card) {
  if (rows.empty()) return;
  card.rule();
  const Rect head = card.take(28);
  ui::heading(ui, "own-ratings", {head.x, head.y, head.width, 24}, tr("By everybody's own ratings"),
              ui::type::body_strong, ui::HeadingLevel::h3);
  const Id own = own_roommate(session);
  for (const OwnRow& row : rows) {
    if (row.roommate_id != own) continue;
    const Rect place = card.take(0);
    card.take(ui::paragraph(ui, "own-view", place.x, place.y, place.width, own_words(session, row),
                            ui::type::body) +
              8);
  }
  ui.open(ui::Tag::list, ui.key("own-rows"), {head.x, head.bottom(), head.width, 0});
  for (const OwnRow& row : rows) {
    if (row.roommate_id == own) continue;
    card.take(draw_other(ui, session, row, card.take(32)) - 32);
  }
  ui.close();
}

}  // namespace rr::screens
