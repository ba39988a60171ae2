#include "client/screens/division.h"

#include <algorithm>
#include <array>

#include "client/screens/acting.h"
#include "client/screens/settings_parts.h"
#include "client/screens/standing.h"
#include "client/text/texts.h"
#include "client/ui/choice_tile.h"
#include "client/ui/choices.h"
#include "client/ui/decor.h"
#include "shared/commands/household.h"
#include "shared/domain/cycle_time.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Ui;

// In the order of DivisionMethod.
constexpr std::array<FactSpec, 3> kMethods{{
    {"balanced", "scale", to_translate("Fair search"),
     to_translate("Looks for the division after which everybody has done about the same.")},
    {"classic", "dices", to_translate("Classic draw"),
     to_translate("Draws random chores by lot. Whoever has done less is drawn more often.")},
    {"own", "users", to_translate("By everybody's own ratings"),
     to_translate("Goes by how heavy each chore is for each person. Everybody rates them in My "
                  "preferences.")},
}};

// In the order of EditHousehold's last fields.
constexpr std::array<FactSpec, 3> kOptions{{
    {"whole", "calendar", to_translate("Plan daily chores for the whole cycle"),
     to_translate("Assign Chores gives out every day that is left of the cycle, not only today.")},
    {"effort", "timer", to_translate("Count effort"),
     to_translate(
         "Of divisions that are equally fair, the one wins that spreads the minutes more evenly. "
         "Minutes are part of each chore.")},
    {"reasons", "lock", to_translate("Ask for a reason for Never"),
     to_translate(
         "Whoever never does a chore writes down why. The others see that there is a reason, not "
         "which.")},
}};
constexpr FieldMask kGivenMethod = 1ULL << 10;  // among EditHousehold's fields
constexpr float kWideTiles = 560;               // from here on they stand side by side

FactSpec translated(const FactSpec& fact) {
  return {fact.key, fact.icon, tr(fact.title), tr(fact.text)};
}

std::array<bool, 3> options_of(const Household& household) {
  return {household.plans_whole_cycle, household.counts_effort, household.needs_veto_reasons};
}

void edit(Ui& ui, app::Session& session, EditHousehold arguments, FieldMask given) {
  arguments.given = given;
  act_or_tell(ui, session, make_command(arguments), {tr("Fair division changed"), "scale"});
}

void draw_methods(Ui& ui, app::Session& session, const Household& household, SettingsCard& card) {
  const bool is_wide = card.inside_width() >= kWideTiles;
  const float width = is_wide ? (card.inside_width() - 24) / 3 : card.inside_width();
  std::array<ui::ChoiceTileSpec, 3> tiles;
  float height = 0;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const FactSpec method = translated(kMethods[i]);
    const bool is_chosen = household.division_method == static_cast<DivisionMethod>(i);
    tiles[i] = {method.key, "method", method.title, method.text, method.icon, is_chosen};
    height = std::max(height, ui::choice_tile_height(ui, width, tiles[i]));
  }
  const Rect group = card.take(is_wide ? height : 3 * height + 24);
  ui::open_radio_group(ui, "methods", group, tr("Division method"));
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const auto place = static_cast<float>(i);
    const Rect rect{group.x + (is_wide ? place * (width + 12) : 0),
                    group.y + (is_wide ? 0 : place * (height + 12)), width, height};
    if (!ui::choice_tile(ui, rect, tiles[i]) || tiles[i].is_selected) continue;
    EditHousehold arguments;
    arguments.division_method = static_cast<DivisionMethod>(i);
    edit(ui, session, arguments, kGivenMethod);
  }
  ui.close();
}

void draw_options(Ui& ui, app::Session& session, const Household& household, SettingsCard& card) {
  std::array<bool, 3> values = options_of(household);
  for (std::size_t i = 0; i < kOptions.size(); ++i) {
    card.rule();
    const FactSpec option = translated(kOptions[i]);
    const ui::SwitchSpec spec{option.key, option.title, values[i], option.text};
    const Rect row = card.take(ui::toggle_switch_height(ui, card.inside_width(), spec));
    if (!ui::toggle_switch(ui, row, spec)) continue;
    values[i] = !values[i];
    EditHousehold arguments;
    arguments.plans_whole_cycle = values[0];
    arguments.counts_effort = values[1];
    arguments.needs_veto_reasons = values[2];
    edit(ui, session, arguments, kGivenMethod << (i + 1));
  }
}

// A row as it is, for those who may not change it.
void draw_fact(Ui& ui, SettingsCard& card, const FactSpec& fact, std::string_view word,
               bool is_on) {
  card.rule();
  const ui::BadgeSpec badge{fact.text, word,
                            is_on ? ui::BadgeKind::success : ui::BadgeKind::neutral};
  const float width = ui::badge_width(ui, badge);
  const Rect row = card.take(0);
  card.take(fact_row(ui, row, fact, width + 12));
  ui::badge(ui, row.right() - width, row.y + 10, badge);
}

void draw_facts(Ui& ui, const Household& household, SettingsCard& card) {
  const auto method = static_cast<std::size_t>(household.division_method);
  draw_fact(ui, card, translated(kMethods[method]), tr("in use"), true);
  const std::array<bool, 3> values = options_of(household);
  for (std::size_t i = 0; i < kOptions.size(); ++i) {
    draw_fact(ui, card, translated(kOptions[i]), values[i] ? tr("on") : tr("off"), values[i]);
  }
}

}  // namespace

float draw_division(Ui& ui, app::Session& session, const Rect& column) {
  const auto household = household_of(session.household());
  if (!household) return 0;
  const Rect place{column.x, column.y + 8, std::min(column.width, 860.0F), 0};
  SettingsCard card(ui, "division", place, tr("Fair division"));
  ui::heading(ui, "title", card.take(28), tr("How chores are divided"), ui::type::title,
              ui::HeadingLevel::h2);
  const bool may_change = is_admin(session);
  const Rect about = card.take(0);
  card.take(ui::paragraph(ui, "about", about.x, about.y, about.width,
                          may_change ? tr("Predefined chores go round in any case. A change counts "
                                          "from the next time that chores are assigned.")
                                     : tr("Admins of this household choose this."),
                          ui::type::body));
  if (may_change) {
    card.take(16);
    draw_methods(ui, session, *household, card);
    draw_options(ui, session, *household, card);
  } else {
    draw_facts(ui, *household, card);
  }
  return card.height() + 16;
}

}  // namespace rr::screens
