// Invitations, further devices and this device's data.
#include "client/app/answer.h"
#include "client/app/server_account.h"
#include "client/platform/storage.h"
#include "client/platform/system.h"
#include "shared/base/json_writer.h"

namespace rr::app {

void ServerAccount::list_invitations() {
  send({Ask::job, Job::list_invitations}, "GET",
       "/api/invitations?household=" + host_.household_id().to_string(), {});
}

void ServerAccount::took_invitations(std::string_view body) {
  invitations_.clear();
  const auto invitation = [this](JsonReader& reader) {
    OpenInvitation& each = invitations_.emplace_back();
    return read_answer(reader, {into("id", each.id), into("expires_at", each.expires_at),
                                into("uses_left", each.uses_left)});
  };
  read_answer(body, {each("invitations", invitation)});
}

void ServerAccount::invite() {
  JsonWriter writer;
  writer.begin_object().key("household").id(host_.household_id()).end_object();
  send({Ask::job, Job::invite}, "POST", "/api/invitations", writer.bytes());
}

void ServerAccount::took_invitation(std::string_view body) {
  new_invitation_ = {};
  read_answer(body,
              {into("code", new_invitation_.code), into("expires_at", new_invitation_.expires_at)});
  new_invitation_.link = platform::origin() + "/join#" + new_invitation_.code;
  list_invitations();
}

void ServerAccount::revoke(const Id& invitation) {
  send({Ask::job, Job::revoke}, "DELETE", "/api/invitations/" + invitation.to_string(), {});
}

void ServerAccount::add_device() {
  send({Ask::job, Job::add_device}, "POST", "/api/devices/code", "{}");
}

void ServerAccount::make_recovery_code() {
  send({Ask::job, Job::make_recovery_code}, "POST", "/api/auth/recovery-code", "{}");
}

DeviceFacts ServerAccount::device_facts() const {
  DeviceFacts facts;
  facts.bytes_used = bytes_used_;
  facts.is_persistent = is_persistent_;
  const EnginePort* port = host_.port();
  if (port == nullptr) return facts;
  facts.unsent_changes = port->engine().unsaved().size();
  for (const auto& [id, scope] : port->engine().scopes()) {
    facts.unsent_changes += scope.queue().size() + scope.pending().size();
  }
  return facts;
}

std::string ServerAccount::export_unsent() const {
  std::string text;
  const EnginePort* port = host_.port();
  if (port == nullptr) return text;
  const auto add = [&text](const sync::Mutation& mutation) {
    text += sync::encode_mutation(mutation) + "\n";
  };
  for (const sync::RefusedRecord& each : port->engine().unsaved()) add(each.mutation);
  for (const auto& [id, scope] : port->engine().scopes()) {
    for (const auto& [number, entry] : scope.queue()) add(entry.mutation);
    for (const sync::PendingChange& each : scope.pending()) add(each.mutation);
    for (const auto& [rest, each] : scope.refused()) add(each.mutation);
    if (!scope.quarantine()) continue;
    for (const sync::Mutation& each : scope.quarantine()->unsent) add(each);
  }
  return text;
}

void ServerAccount::erase_device() {
  const Id person = host_.person_id();
  if (person.is_nil()) return;
  // The cookie is out of the page's reach: the session ends at the next contact with the server.
  platform::save_setting(kLeaveSetting, "1");
  const std::uint32_t token = 0x6000'0000 + next_token_++;
  asked_.emplace(token, Asked{Ask::erase, Job::erase_device});
  begin(Job::erase_device);
  host_.close_profile();
  platform::disk_erase(token, database_of(person));
}

void ServerAccount::sign_out() {
  send({Ask::job, Job::sign_out}, "POST", "/api/auth/logout", "{}");
}

}  // namespace rr::app
