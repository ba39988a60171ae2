#include "server/auth/new_account.h"

#include "server/auth/codes.h"
#include "server/auth/session_cookie.h"
#include "server/http/answers.h"
#include "server/ops/clock.h"

namespace rr {
namespace {

constexpr std::int64_t kRepeatableMs = kMillisecondsPerDay;

Error id_taken(std::string field) {
  return refuse("id_taken", "This id is in use already.", std::move(field));
}

// The account to open, added unless this is a repetition.
Result<Id> add_account(UnitOfWork& work, const NewAccount& wish, Instant now) {
  if (!wish.request_id.is_nil()) {
    const auto earlier = work.accounts().find_account_by_request(wish.request_id);
    if (earlier) {
      const bool is_same = wish.id.is_nil() || wish.id == earlier->id;
      const bool is_recent = now.unix_ms - earlier->created_at.unix_ms < kRepeatableMs;
      if (is_same && is_recent) return earlier->id;
      return id_taken("request_id");
    }
  }
  const Id id = wish.id.is_nil() ? make_id(now) : wish.id;
  if (work.accounts().find_account(id) || work.sync().read_scope(id)) return id_taken("account");
  work.accounts().add_account({id, wish.name, now, wish.request_id});
  return id;
}

}  // namespace

Result<OpenedAccount> open_device_account(UnitOfWork& work, const SyncService& service,
                                          const CallContext& call, const NewAccount& wish) {
  const auto account = add_account(work, wish, call.now());
  if (!account) return account.error();
  sync::ensure_person_scope(work.sync(),
                            service.make_call(*account, call.now(), call.request().correlation_id));
  OpenedAccount opened{Sessions::make(*account, call.request(), call.now()),
                       make_code(CodeStrength::long_lived)};
  work.accounts().add_session(opened.session.row);
  work.accounts().set_recovery_code(*account, *hash_code(opened.recovery_code), call.now());
  return opened;
}

Response signed_in_response(const CallContext& call, int status, const Sessions::Fresh& fresh,
                            nlohmann::json body) {
  body["account_id"] = fresh.row.account_id.to_string();
  body["csrf"] = fresh.row.csrf_token;
  Response response = json_response(status, body);
  response.set_header("Set-Cookie", make_session_cookie(call.request(), fresh.cookie_value));
  return response;
}

}  // namespace rr
