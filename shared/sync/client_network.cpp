// What the leading tab does: decides local scopes, and asks the server one thing at a time.
#include <algorithm>
#include <utility>

#include "shared/sync/client_engine.h"

namespace rr::sync {
namespace {

constexpr std::int64_t kFirstRetryMs = 1'000;
constexpr std::int64_t kLongestRetryMs = 60'000;
constexpr std::int64_t kPollMs = 60'000;
constexpr std::int64_t kPollWithoutStreamMs = 10'000;
constexpr std::int64_t kReopenStreamMs = 5'000;
// Pushes in a row after which a pull is due, so that a long queue does not hide others' changes.
constexpr int kPushesInRow = 4;

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

void ClientEngine::want_pulls() {
  for (auto& [id, progress] : progress_) progress.needs_pull = true;
}

bool ClientEngine::may_ask() const {
  return is_open_ && is_leader_ && is_online_ && !is_waiting_to_retry_ &&
         request_ == Request::none &&
         (obstacle_ == Obstacle::none || obstacle_ == Obstacle::storage_failed);
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
    if (progress_[id].is_writing) continue;
    DiskBatch batch = local_batch(
        scope, {server_time(now), derive_id(options_.entropy, "local", next_id_++),
                options_.time_zones});
    if (!batch.writes.empty()) write({id}, std::move(batch));
  }
}

// ---- asking ------------------------------------------------------------------------------------

void ClientEngine::send(Request request, std::vector<Id> scopes, std::string path,
                        std::string body) {
  request_ = request;
  request_token_ = next_token_++;
  request_scopes_ = std::move(scopes);
  pushes_in_row_ = request == Request::push ? pushes_in_row_ + 1 : 0;
  actions_.push_back(SendHttp{request_token_, std::move(path), std::move(body)});
}

bool ClientEngine::ask_push() {
  for (auto& [id, scope] : scopes_) {
    const Progress& progress = progress_[id];
    if (!scope.exists() || scope.record().mode != ScopeMode::synced || progress.is_recovering) {
      continue;
    }
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
    ScopeCookie cookie{id, scope.client(), record.epoch, record.version, record.membership, {}};
    if (record.schema != options_.schema) cookie.epoch = Id{};
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

// ---- answers -----------------------------------------------------------------------------------

void ClientEngine::http_answered(std::uint32_t token, int status, std::string_view body,
                                 std::int64_t retry_after_ms, Instant now) {
  if (token != request_token_ || request_ == Request::none) return;
  const Request request = request_;
  if (status != 200 && status != 201) {
    request_failed(status, body, retry_after_ms, now);
  } else {
    request_ = Request::none;
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
  } else if (progress.push_limit > 1) {
    progress.push_limit = 1;
  } else {
    for (const auto& [number, entry] : scope.queue()) {
      if (entry.outcome) continue;
      progress.recovered.push_back({entry.mutation.id, OutcomeStatus::refused, error});
      break;
    }
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
    return write({patch.scope}, quarantine_batch(scope, server_time));
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
  const Recovered recovered{progress.recovered,
                            derive_id(options_.entropy, "client", next_id_++), server_time(now)};
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
    append(batch, synced_batch(found->second,
                               derive_id(options_.entropy, "client", next_id_++)));
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

// ---- contact -----------------------------------------------------------------------------------

void ClientEngine::set_reached(bool is_reached) {
  if (is_server_reached_ == is_reached) return;
  is_server_reached_ = is_reached;
  changed();
  if (is_leader_) tell_tabs(TabMessageKind::pong);
}

void ClientEngine::saw_server(Instant server_time, Instant now) {
  clock_offset_ms_ = server_time.unix_ms - now.unix_ms;
}

std::int64_t ClientEngine::jittered(std::int64_t delay_ms) {
  const Id random = derive_id(options_.entropy, "jitter", next_id_++);
  return delay_ms / 2 + delay_ms * random.bytes[15] / 256;
}

void ClientEngine::wait_before_retry(std::int64_t retry_after_ms) {
  retry_delay_ms_ = std::clamp(retry_delay_ms_ * 2, kFirstRetryMs, kLongestRetryMs);
  is_waiting_to_retry_ = true;
  actions_.push_back(
      StartTimer{TimerName::retry, std::max(retry_after_ms, jittered(retry_delay_ms_))});
}

void ClientEngine::schedule_poll() {
  actions_.push_back(StartTimer{
      TimerName::poll, jittered(is_stream_open_ ? kPollMs : kPollWithoutStreamMs)});
}

void ClientEngine::follow_stream() {
  const bool has_synced = std::any_of(scopes_.begin(), scopes_.end(), [](const auto& each) {
    return each.second.exists() && each.second.record().mode == ScopeMode::synced;
  });
  const bool is_wanted = is_open_ && is_leader_ && is_online_ && has_synced &&
                         obstacle_ != Obstacle::signed_out &&
                         obstacle_ != Obstacle::storage_closed &&
                         obstacle_ != Obstacle::client_too_old;
  if (is_wanted && stream_token_ == 0 && !is_stream_waiting_) {
    stream_token_ = next_token_++;
    actions_.push_back(OpenStream{stream_token_});
  } else if (!is_wanted && stream_token_ != 0) {
    actions_.push_back(CloseStream{stream_token_});
    stream_token_ = 0;
    is_stream_open_ = false;
  }
}

void ClientEngine::stream_changed(std::uint32_t token, StreamState state, int status,
                                  Instant now) {
  if (token != stream_token_) return;
  is_stream_open_ = state == StreamState::open;
  if (is_stream_open_) {
    set_reached(true);
    is_waiting_to_retry_ = false;
    want_pulls();  // whatever was poked while nobody listened
  } else {
    stream_token_ = 0;
    if (status == 401 || status == 403) {
      obstacle_ = Obstacle::signed_out;
      changed();
    }
    is_stream_waiting_ = true;
    actions_.push_back(StartTimer{TimerName::stream, jittered(kReopenStreamMs)});
  }
  schedule_poll();
  work(now);
}

void ClientEngine::poked(const Id& scope, std::int64_t version, Instant now) {
  const auto found = scopes_.find(scope);
  if (found == scopes_.end() || found->second.record().version >= version) return;
  progress_[scope].needs_pull = true;
  work(now);
}

void ClientEngine::timer_fired(TimerName timer, Instant now) {
  switch (timer) {
    case TimerName::retry: is_waiting_to_retry_ = false; break;
    case TimerName::poll:
      want_pulls();
      schedule_poll();
      if (is_leader_) tell_tabs(TabMessageKind::pong);
      break;
    case TimerName::ping: ping_leader(); break;
    case TimerName::stream: is_stream_waiting_ = false; break;
  }
  work(now);
}

void ClientEngine::network_changed(bool is_online, Instant now) {
  is_online_ = is_online;
  changed();
  if (is_online) return sync_now(now);
  set_reached(false);
  follow_stream();
}

void ClientEngine::signed_in(Instant now) {
  if (obstacle_ != Obstacle::signed_out) return sync_now(now);
  obstacle_ = Obstacle::none;
  want_pulls();
  changed();
  work(now);
}

void ClientEngine::sync_now(Instant now) {
  is_waiting_to_retry_ = false;
  is_stream_waiting_ = false;
  retry_delay_ms_ = 0;
  want_pulls();
  work(now);
}

}  // namespace rr::sync
