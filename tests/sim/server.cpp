#include "tests/sim/server.h"

#include <array>

#include "server/ops/built_in_time_zones.h"
#include "shared/base/json_writer.h"
#include "shared/commands/members.h"

namespace rr::sim {
namespace {

constexpr std::size_t kBackups = 3;
constexpr std::int64_t kDownMs = 4'000;

// As server/http/answers.cpp maps them.
int status_of(std::string_view code) {
  constexpr std::array<std::pair<std::string_view, int>, 8> kStatuses{{
      {"not_found", 404},
      {"epoch_changed", 409},
      {"copied_profile", 409},
      {"id_taken", 409},
      {"removed", 410},
      {"too_many", 413},
      {"client_too_old", 426},
      {"server_too_old", 503},
  }};
  for (const auto& [name, status] : kStatuses) {
    if (name == code) return status;
  }
  return 400;
}

HttpAnswer refusal(int status, const Error& error) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("code").text(error.code);
  writer.key("message").text(error.message);
  writer.key("field").text(error.field);
  writer.end_object();
  return {status, std::move(writer).bytes(), status == 503 ? 2'000 : 0};
}

HttpAnswer refusal(const Error& error) { return refusal(status_of(error.code), error); }
HttpAnswer unavailable() { return refusal(503, refuse("unavailable", "Try again.")); }

template <class Answer>
std::optional<HttpAnswer> answer_of(std::optional<bool> stored,
                                    const std::optional<Result<Answer>>& answer) {
  if (!stored) return std::nullopt;
  if (!*stored) return unavailable();
  if (!*answer) return refusal(answer->error());
  return HttpAnswer{200, sync::encode(**answer)};
}

}  // namespace

Server::Server(Setting setting)
    : setting_(std::move(setting)),
      broken_(make_broken_storage(setting_.plan.broken)),
      rows_per_page_(static_cast<std::size_t>(setting_.random.between(3, 40))) {}

bool Server::draw(Fault fault, std::uint64_t per_mille) {
  if (!is_faulty_ || !setting_.plan.has(fault) || !setting_.random.per_mille(per_mille)) {
    return false;
  }
  setting_.chronicle.count(fault);
  return true;
}

sync::ServerCall Server::make_call(const Id& account) {
  sync::ServerCall call;
  call.account = account;
  call.now = setting_.scheduler.now();
  call.entropy = setting_.random.id();
  call.time_zones = &built_in_time_zones();
  call.rows_per_page = rows_per_page_;
  call.request = "simulated";
  return call;
}

std::optional<bool> Server::crash() {
  is_up_ = false;
  setting_.went_down();
  setting_.scheduler.after(kDownMs, [this] { is_up_ = true; });
  return std::nullopt;
}

std::optional<bool> Server::write(const sync::PushRequest* push, const Id& account,
                                  const Work& work) {
  const int fault_at =
      draw(Fault::storage_fault, 25) ? static_cast<int>(setting_.random.between(1, 40)) : 0;
  const bool runs_twice = draw(Fault::unit_run_twice, 30);
  if (broken_) broken_->before(data_);
  for (int attempt = runs_twice ? 0 : 1; attempt < 2; ++attempt) {
    MemoryStorage unit(data_, attempt == 1 ? fault_at : 0);
    const auto wrapped = broken_ ? broken_->wrap(unit, push) : nullptr;
    sync::ServerEffects effects;
    const Ending ending = work(wrapped ? *wrapped : unit, effects);
    const bool is_lost =
        attempt == 0 || unit.faulted() || draw(Fault::server_crash_before_commit, 12);
    if (is_lost || ending == Ending::roll_back) {
      const bool has_faulted = unit.faulted();
      unit.roll_back();
      if (has_faulted && broken_) broken_->after_fault(data_, push, account);
      setting_.watcher.rolled_back();
      if (attempt == 0) continue;
      if (has_faulted) return false;
      if (is_lost) return crash();
      return true;
    }
    setting_.watcher.committed(unit);
    unit.commit();
    setting_.announce(effects);
    if (draw(Fault::server_crash_after_commit, 12)) return crash();
  }
  return true;
}

std::optional<HttpAnswer> Server::handle(const Id& account, std::string_view path,
                                         const std::string& body) {
  if (!is_up_) return std::nullopt;
  if (path == "/api/sync/push") return push(account, body);
  if (path == "/api/sync/pull") return pull(account, body);
  if (path == "/api/sync/outcomes") return outcomes(account, body);
  if (path == "/api/households") return upload(account, body);
  return refusal(404, refuse("not_found", "There is no such place."));
}

std::optional<HttpAnswer> Server::push(const Id& account, const std::string& body) {
  if (body.find(kPoison) != std::string::npos) {
    return refusal(400, refuse("malformed_json", "Nobody can read this."));
  }
  const auto request = sync::decode<sync::PushRequest>(body);
  if (!request) return refusal(request.error());
  const sync::ServerCall call = make_call(account);
  std::optional<Result<sync::PushAnswer>> answer;
  const auto stored =
      write(&*request, account, [&](sync::ServerStorage& unit, sync::ServerEffects& effects) {
        answer = sync::push(unit, call, *request, effects);
        const bool is_kept = answer->ok() || answer->error().code == "epoch_changed";
        return is_kept ? Ending::commit : Ending::roll_back;
      });
  if (!stored) setting_.watcher.may_have_pushed(account, *request);
  if (stored && *stored) setting_.watcher.pushed(account, *request, *answer);
  return answer_of(stored, answer);
}

std::optional<HttpAnswer> Server::pull(const Id& account, const std::string& body) {
  const auto request = sync::decode<sync::PullRequest>(body);
  if (!request) return refusal(request.error());
  const sync::ServerCall call = make_call(account);
  std::vector<Id> ahead;
  MemoryStorage unit(data_);
  const auto wrapped = broken_ ? broken_->wrap(unit, nullptr) : nullptr;
  const std::optional<Result<sync::PullAnswer>> answer =
      sync::pull(wrapped ? *wrapped : unit, call, *request, ahead);
  if (answer->ok()) setting_.watcher.pulled(account, *request, **answer);
  std::optional<bool> stored = true;
  if (!ahead.empty()) {
    stored = write(nullptr, account, [&](sync::ServerStorage& writing, sync::ServerEffects&) {
      for (const Id& scope : ahead) sync::rotate_epoch(writing, call, scope);
      return Ending::commit;
    });
  }
  return answer_of(stored, answer);
}

std::optional<HttpAnswer> Server::outcomes(const Id& account, const std::string& body) {
  const auto request = sync::decode<sync::OutcomesRequest>(body);
  if (!request) return refusal(request.error());
  MemoryStorage unit(data_);
  const std::optional<Result<sync::OutcomesAnswer>> answer =
      sync::find_outcomes(unit, make_call(account), *request);
  if (answer->ok()) setting_.watcher.asked_outcomes(*request);
  return answer_of(true, answer);
}

std::optional<HttpAnswer> Server::upload(const Id& account, const std::string& body) {
  const auto snapshot = sync::decode<sync::Snapshot>(body);
  if (!snapshot) return refusal(snapshot.error());
  const sync::ServerCall call = make_call(account);
  Status judged = success();
  const auto stored =
      write(nullptr, account, [&](sync::ServerStorage& unit, sync::ServerEffects& effects) {
        judged = sync::accept_snapshot(unit, call, *snapshot, effects);
        return judged ? Ending::commit : Ending::roll_back;
      });
  if (!stored) return std::nullopt;
  if (!*stored) return unavailable();
  if (!judged) return refusal(judged.error());
  return HttpAnswer{201, "{}"};
}

bool Server::join(const Id& household, const Id& account, const std::string& name) {
  if (!is_up_) return false;
  const auto command =
      make_command(JoinMember{account, name, setting_.random.id(), std::optional(name)});
  if (!command) return false;
  const sync::ServerCall call = make_call(account);
  const Id mutation = setting_.random.id();
  Status judged = success();
  const auto stored =
      write(nullptr, account, [&](sync::ServerStorage& unit, sync::ServerEffects& effects) {
        sync::ensure_person_scope(unit, call);
        judged = sync::run_as_system(unit, call, household, mutation, *command, effects);
        return judged ? Ending::commit : Ending::roll_back;
      });
  return stored && *stored && judged;
}

void Server::run_due_work() {
  if (!is_up_) return;
  std::vector<Id> scopes;
  for (const auto& [id, scope] : data_.scopes) scopes.push_back(id);
  for (const Id& scope : scopes) {
    if (!is_up_) return;
    static_cast<void>(
        write(nullptr, Id{}, [&](sync::ServerStorage& unit, sync::ServerEffects& effects) {
          sync::run_due_work(unit, make_call(Id{}), scope, effects);
          return Ending::commit;
        }));
  }
}

void Server::forget_old() {
  if (!is_up_) return;
  std::vector<Id> scopes;
  for (const auto& [id, scope] : data_.scopes) scopes.push_back(id);
  for (const Id& scope : scopes) {
    if (!is_up_) return;
    static_cast<void>(write(nullptr, Id{}, [&](sync::ServerStorage& unit, sync::ServerEffects&) {
      sync::forget_old(unit, make_call(Id{}), scope);
      return Ending::commit;
    }));
  }
}

void Server::back_up() {
  backups_.push_back(data_);
  if (backups_.size() > kBackups) backups_.pop_front();
}

bool Server::restore() {
  if (backups_.empty()) return false;
  data_ = backups_.front();
  backups_.resize(1);
  setting_.went_down();
  setting_.watcher.restored();
  return true;
}

}  // namespace rr::sim
