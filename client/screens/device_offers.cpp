#include "client/screens/device_offers.h"

#include <array>

#include "client/app/due_badge.h"
#include "client/platform/system.h"
#include "client/screens/settings_parts.h"
#include "client/text/texts.h"
#include "client/ui/choices.h"

namespace rr::screens {
namespace {

using platform::Installing;
using platform::Notifying;
using ui::Rect;
using ui::Ui;

constexpr std::array<std::string_view, 3> kSteps{
    to_translate("1. Press Share in the bar of Safari."),
    to_translate("2. Choose Add to Home Screen."), to_translate("3. Press Add.")};

}  // namespace

float draw_install(Ui& ui, const Rect& column) {
  const Installing way = platform::installing();
  if (way == Installing::none) return 0;
  SettingsCard card(ui, "install", column, tr("Install"));
  if (way == Installing::ask) {
    ui::ButtonSpec button;
    button.key = "install-now";
    button.name = tr("Install");
    button.icon = "download";
    const FactSpec fact{"install-fact", "smartphone", tr("Keep RoomieRoster on this device"),
                        tr("With an icon and a window of its own, also without a network.")};
    if (fact_with_button(ui, card, fact, button)) platform::install();
    return card.height() + 16;
  }
  const FactSpec fact{"install-fact", "smartphone", tr("Add to the home screen"),
                      tr("With an icon of its own, also without a network.")};
  const Rect row = card.take(0);
  static_cast<void>(card.take(fact_row(ui, row, fact, 0) + 12));
  const Rect list = card.take(0);
  ui.open(ui::Tag::list, ui.key("steps"), list);
  for (const std::string_view step : kSteps) {
    const Rect place = card.take(0);
    ui.open(ui::Tag::list_item, ui.key(step), place);
    const float used = ui::paragraph(ui, "step", place.x + 56, place.y, place.width - 56, tr(step),
                                     ui::type::body, ui::Token::text);
    ui.close();
    static_cast<void>(card.take(used + 4));
  }
  ui.close();
  return card.height() + 16;
}

float draw_notifications(Ui& ui, const Rect& column) {
  const Notifying state = platform::notifying();
  if (state == Notifying::none) return 0;
  SettingsCard card(ui, "notifications", column, tr("Notifications"));
  const bool is_granted = state == Notifying::granted;
  ui::SwitchSpec spec;
  spec.key = "notify";
  spec.name = tr("Tell me about chores that are due");
  spec.is_on = is_granted && app::wants_notifications();
  spec.note = state == Notifying::denied
                  ? tr("The browser forbids it: allow notifications in its settings for this site.")
                  : tr("While this page is open and you look elsewhere.");
  const Rect row = card.take(ui::toggle_switch_height(ui, card.inside_width(), spec));
  if (ui::toggle_switch(ui, row, spec) && state != Notifying::denied) {
    app::want_notifications(!spec.is_on);
    if (!is_granted) platform::ask_to_notify();
  }
  return card.height() + 16;
}

}  // namespace rr::screens
