// What the leading tab does next: decides local scopes, and asks the server one thing at a time.
#include <algorithm>
#include <utility>

#include "shared/sync/client_engine.h"

namespace rr::sync {
namespace {

// Pushes in a row after which a pull is due, so that a long queue does not hide others' changes.
constexpr int kPushesInRow = 4;

}  // namespace

void ClientEngine::want_pulls() {
  for (auto& [id, progress] : progress_) progress.needs_pull = true;
}

bool ClientEngine::may_ask() const {
  const bool is_free = obstacle_ == Obstacle::none || obstacle_ == Obstacle::storage_failed ||
                       (obstacle_ == Obstacle::signed_out && is_sign_in_tried_);
  return is_open_ && is_leader_ && is_online_ && !is_waiting_to_retry_ &&
         request_ == Request::none && is_free;
}

void ClientEngine::work(Instant now) {
  // What is about to be read again may be out of date: nothing is decided on it.
  if (!is_open_ || !is_leader_ || reload_token_ != 0) return;
  decide_local(now);
  follow_stream();
  if (!may_ask()) return;
  const bool is_pull_due = pushes_in_row_ >= kPushesInRow;
  if (ask_upload() || ask_outcomes()) return;
  if (is_pull_due && ask_pull()) return;
  if (!ask_push()) static_cast<void>(ask_pull());
}

void ClientEngine::decide_local(Instant now) {
  for (auto& [id, scope] : scopes_) {
    if (!scope.exists() || scope.record().mode != ScopeMode::local) continue;
    if (progress_[id].is_writing || scope.has_gap()) continue;
    DiskBatch batch = local_batch(
        scope,
        {server_time(now), derive_id(options_.entropy, "local", next_id_++), options_.time_zones});
    if (!batch.writes.empty()) write({id}, std::move(batch));
  }
}

void ClientEngine::send(Request request, std::vector<Id> scopes, std::string path,
                        std::string body) {
  request_ = request;
  is_sign_in_tried_ = false;
  request_token_ = next_token_++;
  request_scopes_ = std::move(scopes);
  pushes_in_row_ = request == Request::push ? pushes_in_row_ + 1 : 0;
  actions_.push_back(SendHttp{request_token_, std::move(path), std::move(body)});
}

bool ClientEngine::ask_push() {
  for (auto& [id, scope] : scopes_) {
    const Progress& progress = progress_[id];
    // Before everything was pulled anew the server would refuse the old epoch.
    const bool is_blocked =
        progress.is_recovering || scope.record().is_reset_wanted || scope.has_gap();
    if (!scope.exists() || scope.record().mode != ScopeMode::synced || is_blocked) continue;
    PushRequest request;
    request.schema = options_.schema;
    std::size_t bytes = 0;
    for (const auto& [number, entry] : scope.queue()) {
      if (entry.outcome) continue;
      const bool is_next =
          request.mutations.empty() || request.mutations.back().number + 1 == number;
      bytes += entry.mutation.arguments.size() + 300;
      const bool is_full = !request.mutations.empty() && bytes > kPushBytes;
      if (!is_next || is_full || request.mutations.size() == progress.push_limit) break;
      request.mutations.push_back({number, entry.mutation});
    }
    if (request.mutations.empty()) continue;
    request.scope = id;
    request.client = scope.client();
    request.epoch = scope.record().epoch;
    request.acknowledged = scope.acknowledged_number();
    const bool is_alone = request.mutations.size() == 1;
    pushed_alone_ = is_alone ? request.mutations.front().mutation.id : Id{};
    send(Request::push, {id}, "/api/sync/push", encode(request));
    return true;
  }
  return false;
}

bool ClientEngine::ask_pull() {
  PullRequest request;
  request.schema = options_.schema;
  std::vector<Id> asked;
  for (auto& [id, scope] : scopes_) {
    Progress& progress = progress_[id];
    const ScopeRecord& record = scope.record();
    if (!scope.exists() || record.mode != ScopeMode::synced || progress.is_writing) continue;
    if (!progress.needs_pull || progress.is_recovering) continue;
    if (request.scopes.size() == kScopesPerPull) break;
    ScopeCookie cookie{id,
                       scope.client(),
                       record.epoch,
                       record.version,
                       record.membership,
                       scope.acknowledged_number(),
                       record.is_reset_wanted,
                       {}};
    if (record.schema != options_.schema) cookie.is_reset_wanted = true;
    if (progress.staged) cookie.place = progress.staged->next;
    request.scopes.push_back(cookie);
    progress.asked_record = scope.record_bytes();
    progress.asked_client = scope.client();
    asked.push_back(id);
    progress.needs_pull = false;
  }
  if (asked.empty()) return false;
  send(Request::pull, std::move(asked), "/api/sync/pull", encode(request));
  return true;
}

bool ClientEngine::ask_outcomes() {
  for (auto& [id, progress] : progress_) {
    if (!progress.is_recovering || progress.to_ask.empty() || progress.is_writing) continue;
    OutcomesRequest request;
    request.schema = options_.schema;
    request.scope = id;
    const std::size_t count = std::min(progress.to_ask.size(), kIdsPerOutcomesRequest);
    request.ids.assign(progress.to_ask.begin(),
                       progress.to_ask.begin() + static_cast<std::ptrdiff_t>(count));
    send(Request::outcomes, {id}, "/api/sync/outcomes", encode(request));
    return true;
  }
  return false;
}

void ClientEngine::upload_local(Instant now) {
  DiskBatch batch;
  std::vector<Id> scopes;
  for (auto& [id, scope] : scopes_) {
    if (!scope.exists() || scope.record().mode != ScopeMode::local) continue;
    if (progress_[id].is_writing) continue;  // the caller asks again once that is durable
    append(batch, mode_batch(scope, ScopeMode::uploading));
    scopes.push_back(id);
  }
  upload_error_.reset();
  if (!scopes.empty()) write(std::move(scopes), std::move(batch));
  work(now);
}

bool ClientEngine::ask_upload() {
  Snapshot snapshot;
  snapshot.schema = options_.schema;
  std::vector<Id> scopes;
  for (auto& [id, scope] : scopes_) {
    if (!scope.exists() || scope.record().mode != ScopeMode::uploading) continue;
    if (progress_[id].is_writing) return false;
    const bool is_household = scope.record().kind == ScopeKind::household;
    if (is_household && !snapshot.household.is_nil()) continue;
    if (is_household) snapshot.household = id;
    for (const EntityInfo& entity : all_entities()) {
      if (entity.since > options_.schema) continue;
      scope.base().each_row(entity, [&](const Id&, const RowPointer& row) {
        auto& rows = is_household ? snapshot.household_rows : snapshot.person_rows;
        rows.push_back({std::string(entity.name), encode_row(entity, row.get(), options_.schema)});
      });
    }
    scopes.push_back(id);
  }
  if (scopes.empty()) return false;
  send(Request::upload, std::move(scopes), "/api/households", encode(snapshot));
  return true;
}

}  // namespace rr::sync
