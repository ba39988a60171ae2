#include "server/auth/auth_routes.h"

#include "server/auth/codes.h"
#include "server/auth/new_account.h"
#include "server/auth/session_cookie.h"
#include "server/http/answers.h"
#include "server/http/body.h"
#include "server/ops/clock.h"
#include "shared/domain/schema.h"

namespace rr {
namespace {

constexpr std::int64_t kDeviceCodeMs = 10 * kMillisecondsPerMinute;

constexpr FieldInfo kAccountFields[] = {text_field<&NewAccount::name>("name", 1, 100),
                                        id_field<&NewAccount::id>("account").nullable(),
                                        id_field<&NewAccount::request_id>("request_id").nullable()};
constexpr FieldMask kOptionalAccountFields = 0b110;

struct CodeBody {
  std::string code;
};
constexpr FieldInfo kCodeFields[] = {text_field<&CodeBody::code>("code", 1, 100)};

Error unknown_code() {
  return refuse("unknown_code", "This code is not valid, or it was used already.", "code");
}

nlohmann::json describe_schema() {
  return {{"oldest", kSchemaOldest}, {"current", kSchemaCurrent}};
}

}  // namespace

void AuthRoutes::add_to(Router& router) {
  const auto add = [&](const char* method, const char* pattern, Access access,
                       RateCategory category, Response (AuthRoutes::*handler)(CallContext&)) {
    router.add({method, pattern, access, category,
                [this, handler](CallContext& call) { return (this->*handler)(call); }});
  };
  add("GET", "/api/session", Access::optional, RateCategory::api, &AuthRoutes::describe_session);
  add("POST", "/api/auth/device", Access::same_site, RateCategory::auth,
      &AuthRoutes::make_device_account);
  add("POST", "/api/auth/recover", Access::same_site, RateCategory::auth, &AuthRoutes::recover);
  add("POST", "/api/auth/logout", Access::session, RateCategory::api, &AuthRoutes::sign_out);
  add("POST", "/api/auth/recovery-code", Access::session, RateCategory::api,
      &AuthRoutes::make_recovery_code);
  add("POST", "/api/devices/code", Access::session, RateCategory::api,
      &AuthRoutes::make_device_code);
  add("GET", "/api/sessions", Access::session, RateCategory::api, &AuthRoutes::list_sessions);
  add("DELETE", "/api/sessions", Access::session, RateCategory::api,
      &AuthRoutes::end_other_sessions);
  add("DELETE", "/api/sessions/{id}", Access::session, RateCategory::api, &AuthRoutes::end_session);
}

// What the page needs to know first, signed in or not. The cookie is sent again, so that a device
// in use never runs out.
Response AuthRoutes::describe_session(CallContext& call) {
  nlohmann::json body{{"account_id", nullptr},
                      {"device_accounts", device_accounts_ == Toggle::on},
                      {"schema", describe_schema()},
                      {"server_time", call.now().unix_ms}};
  if (!call.has_session()) return json_response(200, body);
  std::optional<AccountRow> account;
  const Status read = store_.read(
      [&](UnitOfWork& work) { account = work.accounts().find_account(call.session().account_id); });
  if (!read) return unavailable_response(read.error().message);
  body["account_id"] = call.session().account_id.to_string();
  body["name"] = account ? account->name : std::string();
  body["csrf"] = call.session().csrf_token;
  Response response = json_response(200, body);
  response.set_header("Set-Cookie",
                      make_session_cookie(call.request(), read_session_cookie(call.request())));
  return response;
}

Response AuthRoutes::make_device_account(CallContext& call) {
  if (device_accounts_ == Toggle::off) {
    return error_response(
        refuse("accounts_off", "This server takes no accounts without a sign-in provider."));
  }
  if (call.has_session()) {
    return error_response(refuse("already_signed_in", "This device is signed in already."));
  }
  NewAccount wish;
  const auto given = read_body(call.request(), kAccountFields, kOptionalAccountFields, &wish);
  if (!given) return error_response(given.error());
  std::optional<Result<OpenedAccount>> opened;
  const Status written = service_.write([&](UnitOfWork& work, sync::ServerEffects&) {
    opened = open_device_account(work, service_, call, wish);
    return opened->ok() ? WorkEnding::commit : WorkEnding::roll_back;
  });
  if (!written) return unavailable_response(written.error().message);
  if (!*opened) return error_response(opened->error());
  return signed_in_response(call, 201, (*opened)->session,
                            {{"recovery_code", (*opened)->recovery_code}});
}

// Takes a recovery code or a device code. A recovery code is used up, so a new one comes along.
Response AuthRoutes::recover(CallContext& call) {
  const auto body = read_body<CodeBody>(call.request(), kCodeFields);
  if (!body) return error_response(body.error());
  const auto code_hash = hash_code(body->code);
  if (!code_hash) return error_response(unknown_code());
  const std::string next_code = make_code(CodeStrength::long_lived);
  std::optional<Sessions::Fresh> fresh;
  nlohmann::json answer;
  const Status written = store_.write([&](UnitOfWork& work) {
    fresh.reset();
    answer = nlohmann::json::object();
    std::optional<Id> account = work.accounts().take_device_code(*code_hash, call.now());
    if (!account) {
      account = work.accounts().take_recovery_code(*code_hash);
      if (!account) return WorkEnding::roll_back;
      work.accounts().set_recovery_code(*account, *hash_code(next_code), call.now());
      answer["recovery_code"] = next_code;
    }
    fresh = Sessions::make(*account, call.request(), call.now());
    work.accounts().add_session(fresh->row);
    return WorkEnding::commit;
  });
  if (!written) return unavailable_response(written.error().message);
  if (!fresh) return error_response(unknown_code());
  return signed_in_response(call, 200, *fresh, std::move(answer));
}

Response AuthRoutes::make_device_code(CallContext& call) {
  const std::string code = make_code(CodeStrength::short_lived);
  const Instant expires_at{call.now().unix_ms + kDeviceCodeMs};
  const Status written = store_.write([&](UnitOfWork& work) {
    work.accounts().set_device_code(call.session().account_id, *hash_code(code), expires_at);
    return WorkEnding::commit;
  });
  if (!written) return unavailable_response(written.error().message);
  return json_response(201, nlohmann::json{{"code", code}, {"expires_at", expires_at.unix_ms}});
}

Response AuthRoutes::make_recovery_code(CallContext& call) {
  const std::string code = make_code(CodeStrength::long_lived);
  const Status written = store_.write([&](UnitOfWork& work) {
    work.accounts().set_recovery_code(call.session().account_id, *hash_code(code), call.now());
    return WorkEnding::commit;
  });
  if (!written) return unavailable_response(written.error().message);
  return json_response(201, nlohmann::json{{"recovery_code", code}});
}

Response AuthRoutes::list_sessions(CallContext& call) {
  std::vector<SessionRow> sessions;
  const Status read = store_.read(
      [&](UnitOfWork& work) { sessions = work.accounts().sessions_of(call.session().account_id); });
  if (!read) return unavailable_response(read.error().message);
  nlohmann::json list = nlohmann::json::array();
  for (const SessionRow& session : sessions) {
    if (session.expires_at <= call.now()) continue;
    list.push_back({{"id", session.id_hash},
                    {"device", session.device},
                    {"created_at", session.created_at.unix_ms},
                    {"last_used_at", session.last_used_at.unix_ms},
                    {"is_current", session.id_hash == call.session().id_hash}});
  }
  return json_response(200, nlohmann::json{{"sessions", std::move(list)}});
}

Response AuthRoutes::end_session(CallContext& call) {
  const std::string id_hash = call.parameter("id");
  bool was_there = false;
  const Status written = store_.write([&](UnitOfWork& work) {
    was_there = work.accounts().end_session(call.session().account_id, id_hash);
    return WorkEnding::commit;
  });
  if (!written) return unavailable_response(written.error().message);
  if (!was_there) return error_response(refuse("not_found", "There is no such session."));
  listener_.session_ended(id_hash);
  return empty_response();
}

Response AuthRoutes::end_other_sessions(CallContext& call) {
  std::vector<std::string> ended;
  const Status written = store_.write([&](UnitOfWork& work) {
    ended.clear();
    for (const SessionRow& session : work.accounts().sessions_of(call.session().account_id)) {
      if (session.id_hash == call.session().id_hash) continue;
      work.accounts().end_session(session.account_id, session.id_hash);
      ended.push_back(session.id_hash);
    }
    return WorkEnding::commit;
  });
  if (!written) return unavailable_response(written.error().message);
  for (const std::string& id_hash : ended) listener_.session_ended(id_hash);
  return json_response(200, nlohmann::json{{"ended", ended.size()}});
}

Response AuthRoutes::sign_out(CallContext& call) {
  const Status written = store_.write([&](UnitOfWork& work) {
    work.accounts().end_session(call.session().account_id, call.session().id_hash);
    return WorkEnding::commit;
  });
  if (!written) return unavailable_response(written.error().message);
  listener_.session_ended(call.session().id_hash);
  Response response = empty_response();
  response.set_header("Set-Cookie", end_session_cookie(call.request()));
  return response;
}

}  // namespace rr
