#include "client/app/invitation.h"

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"

namespace rr::app {
namespace {

std::string words_for(const Session& session, bool is_device_only, std::size_t unsent) {
  const auto household = session.household().find<Household>(session.household_id());
  const std::string name = household ? household->name : std::string(tr("a household"));
  if (is_device_only) {
    return tr(
        "{household} lives in this browser alone, and a browser holds one household at a time. "
        "Sync or export it first; then erase this device and open the invitation again.",
        {{"household", name}});
  }
  std::string words =
      tr("This browser is in {household}, and it holds one household at a time. Sign out to use "
         "the invitation; {household} stays as it is, and you come back to it with a code from "
         "another device or your recovery code.",
         {{"household", name}});
  if (unsent > 0) words += " " + std::string(tr("Changes that were not sent yet would be lost."));
  return words;
}

}  // namespace

std::optional<Route> draw_invitation(ui::Ui& ui, Session& session, screens::GateState& gate,
                                     const Route& route) {
  if (gate.form != screens::GateForm::join) return std::nullopt;
  Account& account = session.account();
  const bool is_device_only = account.is_device_only();
  const JobStatus leaving = account.status(Job::sign_out);
  const std::string words =
      words_for(session, is_device_only, account.device_facts().unsent_changes);
  ui::ConfirmSpec spec;
  spec.key = "invitation";
  spec.title = tr("Join another household?");
  spec.text = words;
  spec.confirm = is_device_only ? tr("Open This device") : tr("Sign out and join");
  spec.cancel = tr("Stay here");
  if (is_device_only) spec.kind = ui::ButtonKind::primary;
  std::string failure;
  if (leaving.state == JobState::failed) failure = tr_sentence(leaving.error.message);
  spec.error = failure;
  if (leaving.state == JobState::busy) spec.availability = ui::Availability::busy;
  const ui::Choice choice = ui::confirm_dialog(ui, spec);
  if (choice == ui::Choice::cancel) {
    account.clear(Job::sign_out);
    gate = {};
    platform::set_route(address_of(route), platform::RouteChange::replace);
  }
  if (choice != ui::Choice::confirm) return std::nullopt;
  if (is_device_only) {
    gate = {};
    return Route{ScreenName::settings_device, {}};
  }
  // Signing out starts the page afresh: the address brings the code across.
  platform::set_route(address_of({ScreenName::join, gate.code}), platform::RouteChange::replace);
  account.sign_out();
  return std::nullopt;
}

}  // namespace rr::app
