#include "client/screens/device.h"

#include <algorithm>
#include <string>

#include "client/platform/system.h"
#include "client/screens/device_offers.h"
#include "client/screens/settings_parts.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "client/ui/toast.h"

namespace rr::screens {
namespace {

using app::Job;
using ui::Rect;
using ui::Token;
using ui::Ui;

std::string size_words(std::int64_t bytes) {
  constexpr std::int64_t kMega = 1'000'000;
  if (bytes < kMega) {
    return tr("{size} KB", {{"size", std::to_string(std::max<std::int64_t>(bytes / 1000, 1))}});
  }
  return tr("{size} MB", {{"size", decimal_words(bytes / (kMega / 10), 1)}});
}

std::string unsent_words(std::int64_t count) {
  if (count == 0) return tr("No unsent changes");
  return tr_count(count, "{n} unsent change", "{n} unsent changes");
}

void draw_storage(Ui& ui, SettingsCard& card, const app::DeviceFacts& facts) {
  const Rect head = card.take(24);
  const std::string used = facts.bytes_used ? size_words(*facts.bytes_used) : tr("not known");
  const std::string_view title = tr("Storage in use");
  const float room = head.width - ui::text_width(ui, used, ui::type::body) - 12;
  ui::heading(ui, "title", {head.x, head.y, room, 24}, title,
              ui::fitted(ui, title, ui::type::title, room), ui::HeadingLevel::h2);
  ui::label(ui, "used", head, used, ui::type::body, Token::text_2, ui::Align::end);
  card.rule();
  const Rect row = card.take(44);
  const FactSpec fact{
      "persistent", "hard-drive",
      facts.is_persistent ? tr("Storage is persistent") : tr("Storage is not persistent"),
      facts.is_persistent ? tr("The browser will not clear it by itself.")
                          : tr("The browser may clear it when space runs out.")};
  ui::BadgeSpec badge{"badge", facts.is_persistent ? tr("on") : tr("off"),
                      facts.is_persistent ? ui::BadgeKind::success : ui::BadgeKind::neutral,
                      facts.is_persistent ? "check" : ""};
  const float width = ui::badge_width(ui, badge);
  const float used_height = fact_row(ui, row, fact, width + 12);
  static_cast<void>(card.take(used_height - 44));
  ui::badge(ui, row.right() - width, row.y + 10, badge);
}

void draw_unsent(Ui& ui, app::Session& session, SettingsCard& card, const app::DeviceFacts& facts) {
  const std::string title = unsent_words(static_cast<std::int64_t>(facts.unsent_changes));
  ui::ButtonSpec button;
  button.key = "export";
  button.name = tr("Export unsent changes");
  button.icon = "download";
  if (facts.unsent_changes == 0) button.availability = ui::Availability::disabled;
  const FactSpec fact{"unsent", "cloud-upload", title,
                      facts.unsent_changes == 0 ? tr("Everything that can be sent was sent.")
                                                : tr("They are sent when the server is reached.")};
  if (fact_with_button(ui, card, fact, button)) {
    platform::download_text("roomieroster-unsent-changes.txt", session.account().export_unsent());
    ui::show_toast(ui, {tr("Unsent changes exported")});
  }
}

void draw_recovery(Ui& ui, app::Session& session, SettingsCard& card) {
  app::Account& account = session.account();
  if (account.is_device_only() || !account.is_signed_in()) return;
  card.rule();
  const app::JobStatus status = account.status(Job::make_recovery_code);
  ui::ButtonSpec button;
  button.key = "recovery";
  button.name = tr("New recovery code");
  button.icon = "key-round";
  button.availability = availability_of(status);
  const FactSpec fact{
      "recovery-fact", "shield-check", tr("Recovery code"),
      tr("Lets you back in when every device is lost. A new one replaces the old.")};
  if (fact_with_button(ui, card, fact, button)) account.make_recovery_code();
  const Rect place = card.take(0);
  static_cast<void>(card.take(ui::error_message(ui, "recovery-error", place.x, place.y + 12,
                                                place.width, failure_of(status))));
}

float draw_sync(Ui& ui, app::Session& session, const Rect& column) {
  app::Account& account = session.account();
  if (!account.is_device_only()) return 0;
  const app::JobStatus status = account.status(Job::sync_household);
  SettingsCard card(ui, "sync", column, tr("Sync"), SettingsCard::Look::notice);
  ui::ButtonSpec button;
  button.key = "sync-now";
  button.name = tr("Sync this household");
  button.icon = "cloud-upload";
  button.kind = ui::ButtonKind::primary;
  button.availability = availability_of(status);
  const FactSpec fact{
      "sync-fact", "smartphone", tr("This household lives on this device only"),
      tr("Sync it to invite others and to use it on more devices. Nothing has to be "
         "typed again.")};
  if (fact_with_button(ui, card, fact, button)) account.sync_household();
  const std::string failure = failure_of(status);
  if (!failure.empty()) {
    const Rect place = card.take(12);
    static_cast<void>(card.take(
        ui::error_message(ui, "sync-error", place.x, place.y + 12, place.width, failure)));
  }
  return card.height() + 16;
}

float draw_erase(Ui& ui, const app::DeviceFacts& facts, DeviceState& state, const Rect& column) {
  SettingsCard card(ui, "erase", column, tr("Erase this device"), SettingsCard::Look::danger);
  std::string text = tr("Removes everything RoomieRoster keeps here.");
  if (facts.unsent_changes > 0) {
    text += " " + tr_count(static_cast<std::int64_t>(facts.unsent_changes),
                           "{n} unsent change would be lost: export first.",
                           "{n} unsent changes would be lost: export first.");
  }
  ui::ButtonSpec button;
  button.key = "erase-now";
  button.name = tr("Erase this device");
  button.icon = "trash-2";
  button.kind = ui::ButtonKind::destructive;
  const FactSpec fact{"erase-fact", "trash-2", tr("Start afresh in this browser"), text};
  if (fact_with_button(ui, card, fact, button)) state.is_erasing_asked = true;
  return card.height() + 16;
}

void ask_to_erase(Ui& ui, app::Session& session, DeviceState& state) {
  app::Account& account = session.account();
  const app::JobStatus status = account.status(Job::erase_device);
  ui::ConfirmSpec spec;
  spec.key = "ask-erase";
  spec.title = tr("Erase this device?");
  spec.text = account.is_device_only()
                  ? tr("This household lives on this device only. Erasing it cannot be undone.")
                  : tr("Everything that was sent stays on the server. What was not sent is lost.");
  spec.confirm = tr("Erase");
  spec.availability = availability_of(status);
  const std::string failure = failure_of(status);
  spec.error = failure;
  const ui::Choice choice = ui::confirm_dialog(ui, spec);
  if (choice == ui::Choice::confirm) account.erase_device();
  if (choice == ui::Choice::cancel) {
    state.is_erasing_asked = false;
    account.clear(Job::erase_device);
  }
}

}  // namespace

float draw_device(Ui& ui, app::Session& session, DeviceState& state, const Rect& column) {
  const app::DeviceFacts facts = session.account().device_facts();
  const Rect narrow{column.x, column.y + 8, std::min(column.width, 860.0F), 0};
  float y = narrow.y;
  const auto at = [&] { return Rect{narrow.x, y, narrow.width, 0}; };
  y += draw_sync(ui, session, at());
  {
    SettingsCard card(ui, "storage", at(), tr("Storage"));
    draw_storage(ui, card, facts);
    card.rule();
    draw_unsent(ui, session, card, facts);
    draw_recovery(ui, session, card);
    y += card.height() + 16;
  }
  y += draw_install(ui, at());
  y += draw_notifications(ui, at());
  y += draw_erase(ui, facts, state, at());
  if (state.is_erasing_asked) ask_to_erase(ui, session, state);
  return y - column.y;
}

}  // namespace rr::screens
