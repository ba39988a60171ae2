#include "client/screens/invitations.h"

#include <algorithm>
#include <string>

#include "client/platform/system.h"
#include "client/screens/settings_parts.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/toast.h"

namespace rr::screens {
namespace {

using app::Job;
using app::JobState;
using ui::Rect;
using ui::Token;
using ui::Ui;

std::string day_words(Instant instant) {
  constexpr std::int64_t kDayMs = 86'400'000;
  return platform::format_date(static_cast<std::int32_t>(instant.unix_ms / kDayMs));
}

// A text to be copied: selectable on a sunken ground, with the button that copies it.
void draw_copy_line(Ui& ui, SettingsCard& card, std::string_view key, const std::string& text,
                    const ui::ButtonSpec& button, std::string_view done) {
  const float button_width = ui::button_width(ui, button);
  const bool is_stacked = card.inside_width() < 520;
  const float width = card.inside_width() - (is_stacked ? 0 : button_width + 12);
  const auto lines = ui::wrap_text(ui, text, ui::type::body, width - 24);
  const float height =
      std::max(44.0F, 22 + static_cast<float>(lines.size()) * ui::type::body.line_height);
  const Rect place = card.take(height);
  const Rect box{place.x, place.y, width, height};
  ui::fill(ui, box, ui.colour(Token::sunken), 12);
  ui::paragraph(ui, key, box.x + 12, box.y + 11, box.width - 24, text, ui::type::body, Token::text);
  Rect button_place{place.right() - button_width, place.y, button_width, 44};
  if (is_stacked) {
    static_cast<void>(card.take(12));
    button_place = card.take(44);
  }
  if (ui::button(ui, button_place, button)) {
    platform::copy_text(text);
    ui::show_toast(ui, {std::string(done)});
  }
}

void draw_invitation_row(Ui& ui, app::Session& session, const app::OpenInvitation& invitation,
                         SettingsCard& card) {
  app::Account& account = session.account();
  ui::ButtonSpec revoke;
  revoke.key = "revoke";
  revoke.name = tr("Revoke");
  revoke.kind = ui::ButtonKind::destructive_quiet;
  revoke.size = ui::ButtonSize::small;
  revoke.availability = availability_of(account.status(Job::revoke));
  const float width = ui::button_width(ui, revoke);
  const Rect row = card.take(44);
  ui.open(ui::Tag::list_item, ui.key(invitation.id.to_string()), row);
  const std::string note =
      tr_count(invitation.uses_left, "{n} use left, works until {date}",
               "{n} uses left, works until {date}", {{"date", day_words(invitation.expires_at)}});
  fact_row(ui, row, {"fact", "link", tr("Invitation"), note}, width + 12);
  if (ui::button(ui, {row.right() - width, row.y + 4, width, 36}, revoke)) {
    account.revoke(invitation.id);
  }
  ui.close();
}

}  // namespace

float draw_new_invitation(Ui& ui, app::Session& session, const Rect& column) {
  app::Account& account = session.account();
  if (account.status(Job::invite).state != JobState::done) return 0;
  const app::NewInvitation& invitation = account.new_invitation();
  SettingsCard card(ui, "new-invitation", column, tr("Invitation ready"));
  ui::heading(ui, "title", card.take(28), tr("Invitation ready"), ui::type::title,
              ui::HeadingLevel::h2);
  const std::string note =
      tr("For one person. Works until {date}.", {{"date", day_words(invitation.expires_at)}});
  ui::label(ui, "note", card.take(22), note, ui::type::body, Token::text_2);
  static_cast<void>(card.take(12));
  ui::ButtonSpec copy;
  copy.key = "copy";
  copy.name = tr("Copy link");
  copy.icon = "copy";
  copy.kind = ui::ButtonKind::primary;
  draw_copy_line(ui, card, "link", invitation.link, copy, tr("Link copied"));
  static_cast<void>(card.take(12));
  const Rect place = card.take(0);
  const std::string code =
      tr("Or type the code {code} under \"Join a household\".", {{"code", invitation.code}});
  static_cast<void>(
      card.take(ui::paragraph(ui, "code", place.x, place.y, place.width, code, ui::type::caption)));
  return card.height() + 16;
}

float draw_open_invitations(Ui& ui, app::Session& session, const Rect& column) {
  app::Account& account = session.account();
  const auto& invitations = account.invitations();
  SettingsCard card(ui, "open-invitations", column, tr("Open invitations"));
  const Rect head = card.take(24);
  ui::heading(ui, "title", {head.x, head.y, head.width - 48, 24}, tr("Open invitations"),
              ui::type::title, ui::HeadingLevel::h2);
  ui::label(ui, "count", head, std::to_string(invitations.size()), ui::type::body, Token::text_2,
            ui::Align::end);
  const app::JobStatus listing = account.status(Job::list_invitations);
  const app::JobStatus revoking = account.status(Job::revoke);
  const std::string failure =
      revoking.state == JobState::failed ? failure_of(revoking) : failure_of(listing);
  if (!failure.empty()) {
    const Rect place = card.take(12);
    static_cast<void>(
        card.take(ui::error_message(ui, "error", place.x, place.bottom(), place.width, failure)));
  } else if (invitations.empty()) {
    static_cast<void>(card.take(8));
    const bool is_loading = listing.state == JobState::busy;
    ui::label(ui, "none", card.take(22),
              is_loading ? tr("Loading…") : tr("Nobody is invited right now."), ui::type::body,
              Token::text_2);
  }
  ui.open(ui::Tag::list, ui.key("list"), card.take(0));
  for (const app::OpenInvitation& invitation : invitations) {
    card.rule();
    draw_invitation_row(ui, session, invitation, card);
  }
  ui.close();
  return card.height() + 16;
}

float draw_device_code(Ui& ui, app::Session& session, const Rect& column) {
  app::Account& account = session.account();
  if (account.status(Job::add_device).state != JobState::done) return 0;
  SettingsCard card(ui, "device-code", column, tr("Code for a device of yours"));
  ui::heading(ui, "title", card.take(28), tr("Code for a device of yours"), ui::type::title,
              ui::HeadingLevel::h2);
  const Rect place = card.take(0);
  static_cast<void>(card.take(ui::paragraph(ui, "note", place.x, place.y, place.width,
                                            tr("On the other device choose \"Join a household\" "
                                               "and type this code. It works once, for 10 "
                                               "minutes."),
                                            ui::type::body)));
  static_cast<void>(card.take(12));
  ui::ButtonSpec copy;
  copy.key = "copy";
  copy.name = tr("Copy code");
  copy.icon = "copy";
  copy.kind = ui::ButtonKind::primary;
  draw_copy_line(ui, card, "code", account.device_code(), copy, tr("Code copied"));
  return card.height() + 16;
}

}  // namespace rr::screens
