#include "client/app/server_account.h"

#include <algorithm>
#include <utility>

#include "client/app/answer.h"
#include "client/platform/network.h"
#include "client/platform/storage.h"
#include "client/platform/system.h"
#include "client/text/texts.h"
#include "shared/base/json_writer.h"
#include "shared/commands/household_start.h"

namespace rr::app {
namespace {

// Beyond the engine's tokens and below the port's.
constexpr std::uint32_t kFirstToken = 0x6000'0000;
constexpr double kTimeoutMs = 10'000;

std::string one_member(std::string_view name, std::string_view value) {
  JsonWriter writer;
  writer.begin_object().key(name).text(value).end_object();
  return std::move(writer).bytes();
}

}  // namespace

// ---- jobs --------------------------------------------------------------------------------------

void ServerAccount::begin(Job job) {
  jobs_[place(job)] = {JobState::busy, {}};
  host_.account_changed();
}

void ServerAccount::finish(Job job) {
  jobs_[place(job)] = {JobState::done, {}};
  host_.account_changed();
}

void ServerAccount::fail(Job job, Error error) {
  jobs_[place(job)] = {JobState::failed, std::move(error)};
  host_.account_changed();
}

void ServerAccount::send(Asked asked, std::string_view method, std::string_view path,
                         std::string_view body) {
  const std::uint32_t token = kFirstToken + next_token_++;
  asked_.emplace(token, asked);
  if (asked.ask == Ask::job) begin(asked.job);
  platform::http_send(token, method, path, body, csrf_, kTimeoutMs);
}

bool ServerAccount::take(const platform::Event& event) {
  const auto found = asked_.find(event.token);
  if (found == asked_.end()) return false;
  const Asked asked = found->second;
  asked_.erase(found);
  if (asked.ask == Ask::erase) {
    finish(asked.job);
    platform::reload_page();
  } else if (asked.ask == Ask::persist) {
    const std::size_t blank = event.text.find(' ');
    is_persistent_ = event.text.starts_with("1");
    if (blank != std::string::npos) {
      bytes_used_ = sync::parse_number(std::string_view(event.text).substr(blank + 1));
    }
    host_.account_changed();
  } else if (asked.ask == Ask::session) {
    took_session(event.number, event.text);
  } else if (asked.ask == Ask::leave) {
    took_leave(event.number);
  } else if (event.number >= 200 && event.number < 300) {
    contact_ = ServerContact::reached;
    took_answer(asked, event.text);
  } else {
    fail(asked.job, read_error(event.number, event.text));
  }
  return true;
}

void ServerAccount::took_answer(const Asked& asked, std::string_view body) {
  if (asked.ask == Ask::device_account) {
    signed_in(body);
    if (asked.job == Job::start_household) make_household();
    return;
  }
  switch (asked.job) {
    case Job::preview_join: took_preview(body); break;
    case Job::join:
    case Job::recover: took_join(body); return;  // goes on in advance_entry()
    case Job::list_invitations: took_invitations(body); break;
    case Job::invite: took_invitation(body); break;
    case Job::revoke: list_invitations(); break;
    case Job::add_device: read_answer(body, {into("code", device_code_)}); break;
    case Job::make_recovery_code: read_answer(body, {into("recovery_code", recovery_code_)}); break;
    case Job::sign_out: erase_device(); return;
    default: break;
  }
  finish(asked.job);
}

// ---- who is here -------------------------------------------------------------------------------

void ServerAccount::ask_session() {
  contact_ = ServerContact::asking;
  send({Ask::session, Job::join}, "GET", "/api/session", {});
}

void ServerAccount::took_session(int status, std::string_view body) {
  contact_ = status == 200 ? ServerContact::reached : ServerContact::unreachable;
  if (status != 200) return host_.account_changed();
  Id account;
  read_answer(body, {into("account_id", account), into("csrf", csrf_),
                     into("device_accounts", takes_device_accounts_)});
  const bool is_left = !platform::load_setting(kLeaveSetting).empty();
  if (is_left && !account.is_nil()) {
    contact_ = ServerContact::asking;
    return send({Ask::leave, Job::sign_out}, "POST", "/api/auth/logout", "{}");
  }
  if (is_left) platform::save_setting(kLeaveSetting, "");
  account_id_ = account;
  is_upload_wished_ = !platform::load_setting(kUploadSetting).empty();
  if (!account.is_nil() && host_.port() == nullptr) {
    host_.open_profile(account);
  }
  EnginePort* port = host_.port();
  if (port != nullptr && account == host_.person_id()) {
    port->set_csrf(csrf_);
    port->engine().signed_in(wall_clock());
    ensure_person_scope();
  }
  platform::disk_persist(kFirstToken + next_token_);
  asked_.emplace(kFirstToken + next_token_++, Asked{Ask::persist, Job::join});
  host_.account_changed();
}

// The device was erased: the session that its cookie still names has ended now, or ends later.
void ServerAccount::took_leave(int status) {
  if ((status >= 200 && status < 300) || status == 401) {
    platform::save_setting(kLeaveSetting, "");
    return ask_session();
  }
  contact_ = ServerContact::unreachable;
  host_.account_changed();
}

void ServerAccount::signed_in(std::string_view body) {
  platform::save_setting(kLeaveSetting, "");  // there is a new session now
  read_answer(body, {into("account_id", account_id_), into("csrf", csrf_),
                     into("recovery_code", recovery_code_)});
  if (host_.person_id() != account_id_) host_.close_profile();
  if (host_.port() == nullptr) host_.open_profile(account_id_);
  host_.port()->set_csrf(csrf_);
  host_.port()->engine().signed_in(wall_clock());
  host_.account_changed();
}

// A signed-in person's own rows are synced, unless they still live on this device alone.
void ServerAccount::ensure_person_scope() {
  EnginePort* port = host_.port();
  if (port == nullptr || !port->engine().is_open() || !is_signed_in() || is_device_only()) return;
  if (account_id_ != host_.person_id() || port->engine().find_scope(account_id_) != nullptr) return;
  port->engine().add_synced(account_id_, ScopeKind::person);
}

bool ServerAccount::can_start_synced() const {
  return contact_ == ServerContact::reached && (takes_device_accounts_ || is_signed_in());
}

bool ServerAccount::is_device_only() const {
  const EnginePort* port = host_.port();
  if (port == nullptr) return false;
  const sync::ClientScope* scope = port->engine().find_scope(host_.household_id());
  return scope != nullptr && scope->exists() && scope->record().mode != sync::ScopeMode::synced;
}

// The account gets the id under which this device already keeps the person's rows.
void ServerAccount::ask_device_account(Job job, const std::string& name) {
  JsonWriter writer;
  writer.begin_object().key("name").text(name);
  if (!host_.person_id().is_nil()) writer.key("account").id(host_.person_id());
  writer.end_object();
  begin(job);
  send({Ask::device_account, job}, "POST", "/api/auth/device", writer.bytes());
}

// ---- starting ----------------------------------------------------------------------------------

void ServerAccount::start_household(const NewHousehold& wish) {
  new_household_ = wish;
  new_household_id_ = Id{};
  begin(Job::start_household);
  platform::save_setting(kUploadSetting, wish.place == HouseholdPlace::synced ? "1" : "");
  if (wish.place == HouseholdPlace::synced && !is_signed_in()) {
    return ask_device_account(Job::start_household, wish.person_name);
  }
  if (host_.port() == nullptr) {
    host_.open_profile(is_signed_in() ? account_id_ : random_id());
  }
  make_household();
}

void ServerAccount::make_household() {
  new_household_id_ = random_id();
  advance();
  // Nothing else may happen that would send it on its way.
  if (EnginePort* port = host_.port()) port->flush();
}

// Waits for the database, makes the rows here, and hands them over where they are to be synced.
void ServerAccount::advance_start() {
  EnginePort* port = host_.port();
  if (status(Job::start_household).state != JobState::busy || new_household_id_.is_nil() ||
      port == nullptr || !port->engine().is_open()) {
    return;
  }
  sync::ClientEngine& engine = port->engine();
  const sync::ClientScope* scope = engine.find_scope(new_household_id_);
  if (scope == nullptr) {
    StartHousehold arguments;
    arguments.household_name = new_household_.household_name;
    arguments.person_name = new_household_.person_name;
    arguments.time_zone = platform::time_zone();
    arguments.roommate_id = random_id();
    const Result<Command> command = make_command(arguments);
    if (!command) return fail(Job::start_household, command.error());
    const Status started = engine.start_local(new_household_id_, *command, wall_clock());
    if (!started) return fail(Job::start_household, started.error());
    if (engine.find_scope(host_.person_id()) == nullptr) {
      engine.create_local(host_.person_id(), ScopeKind::person);
    }
    return;
  }
  const bool is_decided = scope->exists() && scope->base().find<Household>(new_household_id_);
  if (!is_decided) return;
  finish(Job::start_household);
  if (new_household_.place == HouseholdPlace::synced) sync_household();
}

void ServerAccount::sync_household() {
  begin(Job::sync_household);
  platform::save_setting(kUploadSetting, "1");
  is_upload_seen_ = false;
  EnginePort* port = host_.port();
  if (port != nullptr) port->engine().forget_upload_error();
  if (is_signed_in()) {
    advance_upload();
    if (port != nullptr) port->flush();
    return;
  }
  const sync::ClientScope* scope =
      port == nullptr ? nullptr : port->engine().find_scope(host_.household_id());
  const auto member = scope == nullptr ? nullptr : scope->view().find<Member>(host_.person_id());
  ask_device_account(Job::sync_household, member ? member->name : tr("Me"));
}

// A page was closed between making a household and handing it over.
void ServerAccount::resume_upload() {
  EnginePort* port = host_.port();
  if (!is_upload_wished_ || port == nullptr || !port->engine().is_open()) return;
  if (!is_signed_in() || account_id_ != host_.person_id()) return;
  is_upload_wished_ = false;
  if (is_device_only()) return sync_household();
  platform::save_setting(kUploadSetting, "");
}

void ServerAccount::end_upload(const Status& status) {
  platform::save_setting(kUploadSetting, "");
  status ? finish(Job::sync_household) : fail(Job::sync_household, status.error());
}

void ServerAccount::advance_upload() {
  EnginePort* port = host_.port();
  if (status(Job::sync_household).state != JobState::busy || !is_signed_in() || port == nullptr) {
    return;
  }
  if (account_id_ != host_.person_id()) {
    return end_upload(refuse("already_signed_in", "This browser is signed in as somebody else."));
  }
  sync::ClientEngine& engine = port->engine();
  if (engine.upload_error()) return end_upload(*engine.upload_error());
  const auto is_local = [](const auto& each) {
    return each.second.exists() && each.second.record().mode == sync::ScopeMode::local;
  };
  const auto is_undecided = [&](const auto& each) {
    return is_local(each) && (!each.second.queue().empty() || !each.second.pending().empty());
  };
  const auto& scopes = engine.scopes();
  const auto household = scopes.find(host_.household_id());
  const bool is_household_local = household != scopes.end() && is_local(*household);
  if (is_upload_seen_ && is_household_local) {  // another tab sent it, and knows the reason
    return end_upload(refuse("not_taken", "The server did not take this household."));
  }
  is_upload_seen_ = is_upload_seen_ || (is_device_only() && !is_household_local);
  if (std::any_of(scopes.begin(), scopes.end(), is_local)) {
    // Once more where another change of the scope was on its way to the disk and overtook it.
    if (std::none_of(scopes.begin(), scopes.end(), is_undecided)) engine.upload_local(wall_clock());
  } else if (!is_device_only()) {
    end_upload(success());
  }
}

// ---- joining -----------------------------------------------------------------------------------

void ServerAccount::preview_join(const std::string& code) {
  preview_ = {};
  send({Ask::job, Job::preview_join}, "POST", "/api/join/preview", one_member("code", code));
}

void ServerAccount::took_preview(std::string_view body) {
  const AnswerMember household{"household", [this](JsonReader& reader) {
                                 return read_answer(reader,
                                                    {into("name", preview_.household_name)});
                               }};
  const auto roommate = [this](JsonReader& reader) {
    FreeRoommate& each = preview_.roommates.emplace_back();
    return read_answer(reader, {into("id", each.id), into("name", each.name)});
  };
  read_answer(body, {household, each("roommates", roommate)});
}

// The same wish again keeps its request id: a lost answer is given once more and uses nothing up.
void ServerAccount::join(const JoinWish& wish) {
  const bool is_same = wish.code == join_wish_.code && wish.roommate == join_wish_.roommate &&
                       wish.name == join_wish_.name && !join_request_.is_nil();
  if (!is_same) join_request_ = random_id();
  join_wish_ = wish;
  JsonWriter writer;
  writer.begin_object();
  writer.key("code").text(wish.code);
  writer.key("request_id").id(join_request_);
  if (wish.roommate.is_nil()) {
    writer.key("name").text(wish.name);
  } else {
    writer.key("roommate").id(wish.roommate);
  }
  writer.end_object();
  send({Ask::job, Job::join}, "POST", "/api/join", writer.bytes());
}

void ServerAccount::recover(const std::string& code) {
  joined_household_ = Id{};
  send({Ask::job, Job::recover}, "POST", "/api/auth/recover", one_member("code", code));
}

void ServerAccount::took_join(std::string_view body) {
  read_answer(body, {into("household", joined_household_)});
  signed_in(body);
  advance();
}

// In once the household's own row is here.
void ServerAccount::advance_entry(Job job) {
  EnginePort* port = host_.port();
  if (status(job).state != JobState::busy || port == nullptr || !port->engine().is_open() ||
      !is_signed_in()) {
    return;
  }
  if (!joined_household_.is_nil()) {
    port->engine().add_synced(joined_household_, ScopeKind::household);
    joined_household_ = Id{};
  }
  for (const auto& [id, scope] : port->engine().scopes()) {
    const bool is_here =
        scope.record().kind == ScopeKind::household && scope.base().find<Household>(id) != nullptr;
    if (is_here) return finish(job);
  }
}

void ServerAccount::advance() {
  ensure_person_scope();
  advance_start();
  resume_upload();
  advance_upload();
  advance_entry(Job::join);
  advance_entry(Job::recover);
}

}  // namespace rr::app
