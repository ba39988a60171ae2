// What the server's answers change, and the way out when it does not know what it should.
#include <algorithm>
#include <utility>

#include "shared/sync/client_engine.h"

namespace rr::sync {
namespace {

// The refusal in an answer's body; members that this program does not know are passed over.
Error read_refusal(std::string_view body) {
  Error error;
  std::string key;
  JsonReader reader(body);
  if (!reader.begin_object()) return error;
  while (reader.next_key(key)) {
    std::string* place = nullptr;
    if (key == "code") place = &error.code;
    if (key == "message") place = &error.message;
    if (key == "field") place = &error.field;
    const bool is_text = place != nullptr && reader.peek() == JsonKind::string;
    if (is_text ? !reader.read_string(*place) : !reader.skip_value()) break;
  }
  return error;
}

bool is_passing(int status) {
  return status == 0 || status == 408 || status == 425 || status == 429 || status >= 500;
}

}  // namespace

void ClientEngine::http_answered(std::uint32_t token, int status, std::string_view body,
                                 std::int64_t retry_after_ms, Instant now) {
  if (token != request_token_ || request_ == Request::none) return;
  const Request request = request_;
  if (status != 200 && status != 201) {
    request_failed(status, body, retry_after_ms, now);
  } else {
    request_ = Request::none;
    if (obstacle_ == Obstacle::signed_out) obstacle_ = Obstacle::none;
    set_reached(true);
    retry_delay_ms_ = 0;
    switch (request) {
      case Request::push: took_push(body, now); break;
      case Request::pull: took_pull(body, now); break;
      case Request::outcomes: took_outcomes(body, now); break;
      case Request::upload: took_upload(); break;
      case Request::none: break;
    }
  }
  work(now);
}

void ClientEngine::abandon_request() {
  for (const Id& id : request_scopes_) {
    if (const auto progress = progress_.find(id); progress != progress_.end()) {
      progress->second.needs_pull = true;
    }
  }
  request_scopes_.clear();
  request_ = Request::none;
}

void ClientEngine::request_failed(int status, std::string_view body, std::int64_t retry_after_ms,
                                  Instant now) {
  const Request request = request_;
  const std::vector<Id> scopes = request_scopes_;
  abandon_request();
  set_reached(status != 0);
  const Error error = read_refusal(body);
  if (status == 401 || status == 403) {
    obstacle_ = Obstacle::signed_out;
    wait_before_retry(retry_after_ms);  // a server that refuses for another reason is not flooded
    changed();
  } else if (status == 426) {
    obstacle_ = Obstacle::client_too_old;
    changed();
  } else if (is_passing(status)) {
    wait_before_retry(retry_after_ms);
  } else if (request == Request::upload) {
    upload_refused(error);
  } else if (request == Request::pull) {
    wait_before_retry(retry_after_ms);
  } else {
    push_refused(scopes.front(), error, now);
  }
}

// A refusal of the whole request. One that names no way out is the fault of a single change: the
// batch shrinks until it stands alone, then it is put aside and the rest gets new numbers.
void ClientEngine::push_refused(const Id& id, const Error& error, Instant now) {
  const auto found = scopes_.find(id);
  if (found == scopes_.end()) return;
  ClientScope& scope = found->second;
  Progress& progress = progress_[id];
  if (error.code == "removed" || error.code == "not_found") {
    write({id}, quarantine_batch(scope, server_time(now)));
  } else if (error.code == "epoch_changed" || error.code == "copied_profile" ||
             error.code == "out_of_order") {
    start_recovery(id);
  } else if (pushed_alone_.is_nil()) {
    progress.push_limit = 1;
  } else {
    progress.recovered.push_back({pushed_alone_, OutcomeStatus::refused, error});
    progress.push_limit = kMutationsPerPush;
    start_recovery(id);
  }
}

void ClientEngine::took_push(std::string_view body, Instant now) {
  const auto answer = decode<PushAnswer>(body);
  const auto found = scopes_.find(request_scopes_.front());
  if (!answer || found == scopes_.end()) return wait_before_retry(0);
  saw_server(answer->server_time, now);
  bool is_view_stale = false;
  for (const Outcome& outcome : answer->outcomes) {
    found->second.set_outcome(outcome);
    if (outcome.status != OutcomeStatus::applied) is_view_stale = true;
  }
  if (is_view_stale) {
    found->second.rebuild_view();
    changed();
  }
  progress_[found->first].needs_pull = true;
  progress_[found->first].push_limit = kMutationsPerPush;
}

void ClientEngine::took_pull(std::string_view body, Instant now) {
  auto answer = decode<PullAnswer>(body);
  if (!answer) return wait_before_retry(0);
  saw_server(answer->server_time, now);
  for (const Id& household : answer->households) add_synced(household, ScopeKind::household);
  for (ScopePatch& patch : answer->scopes) {
    took_patch(std::move(patch), answer->server_time);
  }
}

void ClientEngine::took_patch(ScopePatch patch, Instant server_time) {
  const auto found = scopes_.find(patch.scope);
  if (found == scopes_.end() || !found->second.exists()) return;
  ClientScope& scope = found->second;
  Progress& progress = progress_[patch.scope];
  const bool is_asked = std::find(request_scopes_.begin(), request_scopes_.end(), patch.scope) !=
                        request_scopes_.end();
  if (!is_asked || progress.is_writing) return;
  // Another tab wrote in between: the answer is to a question that nobody has any more.
  if (progress.asked_record != scope.record_bytes() || progress.asked_client != scope.client()) {
    progress.staged.reset();
    progress.needs_pull = true;
    return;
  }
  if (patch.status == PatchStatus::removed || patch.status == PatchStatus::unknown) {
    write({patch.scope}, quarantine_batch(scope, server_time));
    return;
  }
  if (patch.status == PatchStatus::epoch_changed) return start_recovery(patch.scope);
  const bool is_new_walk = !progress.staged || progress.staged->is_reset != patch.is_reset;
  if (!is_new_walk && progress.staged->epoch != patch.epoch) {
    progress.staged.reset();
    progress.needs_pull = true;
    return;
  }
  if (is_new_walk) progress.staged = StagedPatch{patch.is_reset, patch.epoch, {}, {}};
  std::move(patch.rows.begin(), patch.rows.end(), std::back_inserter(progress.staged->rows));
  progress.staged->next = patch.next;
  if (!patch.end) {
    progress.needs_pull = true;
    return;
  }
  // A number that it answered is unknown to it now: it was restored.
  if (patch.end->last_number < scope.highest_decided()) return start_recovery(patch.scope);
  const StagedPatch staged = std::move(*progress.staged);
  progress.staged.reset();
  Result<DiskBatch> batch = patch_batch(scope, staged, *patch.end, server_time);
  if (batch) {
    if (!batch->writes.empty()) write({patch.scope}, std::move(*batch));
  } else if (!staged.is_reset) {
    start_recovery(patch.scope);
  } else {  // everything was just sent and still differs: not to be asked for in a circle
    progress.needs_pull = true;
    wait_before_retry(kLongestRetryMs);
  }
}

// ---- recovery ----------------------------------------------------------------------------------

void ClientEngine::start_recovery(const Id& id) {
  ClientScope& scope = scopes_.at(id);
  Progress& progress = progress_[id];
  progress.is_recovering = true;
  progress.staged.reset();
  progress.to_ask.clear();
  for (const auto& [rest, mutation] : scope.acknowledged()) progress.to_ask.push_back(mutation.id);
  for (const auto& [number, entry] : scope.queue()) progress.to_ask.push_back(entry.mutation.id);
  if (progress.to_ask.empty()) progress.to_ask.push_back(id);  // nobody's change: learns nothing
}

void ClientEngine::took_outcomes(std::string_view body, Instant now) {
  const auto answer = decode<OutcomesAnswer>(body);
  const Id id = request_scopes_.front();
  if (!answer || !scopes_.contains(id)) return wait_before_retry(0);
  saw_server(answer->server_time, now);
  Progress& progress = progress_[id];
  const std::size_t count = std::min(progress.to_ask.size(), kIdsPerOutcomesRequest);
  progress.to_ask.erase(progress.to_ask.begin(),
                        progress.to_ask.begin() + static_cast<std::ptrdiff_t>(count));
  progress.recovered.insert(progress.recovered.end(), answer->known.begin(), answer->known.end());
  if (progress.to_ask.empty()) finish_recovery(id, now);
}

void ClientEngine::finish_recovery(const Id& id, Instant now) {
  Progress& progress = progress_[id];
  const Recovered recovered{progress.recovered, derive_id(options_.entropy, "client", next_id_++),
                            server_time(now)};
  progress.needs_pull = true;
  write({id}, recovery_batch(scopes_.at(id), recovered));
}

// ---- upload ------------------------------------------------------------------------------------

void ClientEngine::took_upload() {
  DiskBatch batch;
  std::vector<Id> scopes;
  for (const Id& id : request_scopes_) {
    const auto found = scopes_.find(id);
    if (found == scopes_.end() || found->second.record().mode != ScopeMode::uploading) continue;
    append(batch, synced_batch(found->second, derive_id(options_.entropy, "client", next_id_++)));
    progress_[id].needs_pull = true;
    scopes.push_back(id);
  }
  if (!scopes.empty()) write(std::move(scopes), std::move(batch));
}

void ClientEngine::upload_refused(const Error& error) {
  DiskBatch batch;
  std::vector<Id> scopes;
  for (auto& [id, scope] : scopes_) {
    if (!scope.exists() || scope.record().mode != ScopeMode::uploading) continue;
    append(batch, mode_batch(scope, ScopeMode::local));
    scopes.push_back(id);
  }
  upload_error_ = error;
  changed();
  if (!scopes.empty()) write(std::move(scopes), std::move(batch));
}

}  // namespace rr::sync
