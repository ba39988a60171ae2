#include "server/sync/sync_routes.h"

#include "server/http/answers.h"
#include "server/http/body.h"
#include "server/http/call_context.h"

namespace rr {
namespace {

template <class Message>
Result<Message> read_message(const CallContext& call) {
  if (!is_json(call.request())) {
    return refuse("wrong_content_type", "Send the body as application/json.");
  }
  return sync::decode<Message>(call.request().body);
}

sync::ServerCall engine_call(const SyncService& service, const CallContext& call) {
  return service.make_call(call.session().account_id, call.now(), call.request().correlation_id);
}

template <class Answer>
Response answer_with(const Status& stored, const std::optional<Result<Answer>>& answer) {
  if (!stored) return unavailable_response(stored.error().message);
  if (!*answer) return error_response(answer->error());
  return json_response(200, sync::encode(**answer));
}

}  // namespace

void SyncRoutes::add_to(Router& router) {
  const auto add = [&](std::string_view path, RateCategory category,
                       Response (SyncRoutes::*handler)(CallContext&)) {
    router.add({"POST", std::string(path), Access::session, category,
                [this, handler](CallContext& call) { return (this->*handler)(call); }});
  };
  add(kPushPath, RateCategory::sync_push, &SyncRoutes::push);
  add("/api/sync/pull", RateCategory::sync_pull, &SyncRoutes::pull);
  add("/api/sync/outcomes", RateCategory::sync_pull, &SyncRoutes::find_outcomes);
  add(kHouseholdsPath, RateCategory::api, &SyncRoutes::take_household);
}

Response SyncRoutes::push(CallContext& call) {
  const auto request = read_message<sync::PushRequest>(call);
  if (!request) return error_response(request.error());
  const sync::ServerCall engine = engine_call(service_, call);
  std::optional<Result<sync::PushAnswer>> answer;
  const Status written = service_.write([&](UnitOfWork& work, sync::ServerEffects& effects) {
    answer = sync::push(work.sync(), engine, *request, effects);
    const bool is_kept = answer->ok() || answer->error().code == "epoch_changed";
    return is_kept ? WorkEnding::commit : WorkEnding::roll_back;
  });
  return answer_with(written, answer);
}

Response SyncRoutes::pull(CallContext& call) {
  const auto request = read_message<sync::PullRequest>(call);
  if (!request) return error_response(request.error());
  const sync::ServerCall engine = engine_call(service_, call);
  std::optional<Result<sync::PullAnswer>> answer;
  std::vector<Id> ahead;
  Status stored = service_.store().read([&](UnitOfWork& work) {
    ahead.clear();
    answer = sync::pull(work.sync(), engine, *request, ahead);
  });
  if (stored && !ahead.empty()) {
    stored = service_.write([&](UnitOfWork& work, sync::ServerEffects&) {
      for (const Id& scope : ahead) sync::rotate_epoch(work.sync(), engine, scope);
      return WorkEnding::commit;
    });
  }
  return answer_with(stored, answer);
}

Response SyncRoutes::find_outcomes(CallContext& call) {
  const auto request = read_message<sync::OutcomesRequest>(call);
  if (!request) return error_response(request.error());
  const sync::ServerCall engine = engine_call(service_, call);
  std::optional<Result<sync::OutcomesAnswer>> answer;
  const Status read = service_.store().read(
      [&](UnitOfWork& work) { answer = sync::find_outcomes(work.sync(), engine, *request); });
  return answer_with(read, answer);
}

Response SyncRoutes::take_household(CallContext& call) {
  const auto snapshot = read_message<sync::Snapshot>(call);
  if (!snapshot) return error_response(snapshot.error());
  const sync::ServerCall engine = engine_call(service_, call);
  Status judged = success();
  const Status written = service_.write([&](UnitOfWork& work, sync::ServerEffects& effects) {
    // A household with the id of a person would be opened to them as their own scope.
    const bool is_person = work.accounts().find_account(snapshot->household).has_value();
    judged = is_person ? Status(refuse("id_taken", "This household exists already.", "household"))
                       : sync::accept_snapshot(work.sync(), engine, *snapshot, effects);
    return judged ? WorkEnding::commit : WorkEnding::roll_back;
  });
  if (!written) return unavailable_response(written.error().message);
  if (!judged) return error_response(judged.error());
  return json_response(201, nlohmann::json{{"household", snapshot->household.to_string()},
                                           {"server_time", call.now().unix_ms}});
}

}  // namespace rr
