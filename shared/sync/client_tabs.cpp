// What the tabs of a profile tell each other, and which of them leads.
#include <algorithm>

#include "shared/sync/client_engine.h"

namespace rr::sync {
namespace {

constexpr std::int64_t kPingMs = 5'000;

}  // namespace

// What the disk holds, as far as this tab knows: tabs that missed a message notice by it.
Hash128 ClientEngine::state() const {
  Hasher hasher;
  for (const auto& [id, scope] : scopes_) {
    if (!scope.exists() && !scope.quarantine()) continue;
    hasher.add(scope.record_bytes());
    hasher.add(scope.client().to_string());
    hasher.add(static_cast<std::uint64_t>(scope.next_number()));
    hasher.add(static_cast<std::uint64_t>(scope.queue().size()));
    hasher.add(static_cast<std::uint64_t>(scope.refused().size()));
  }
  return hasher.finish();
}

void ClientEngine::tell_tabs(TabMessageKind kind) {
  TabMessage message;
  message.kind = kind;
  message.is_server_reached = is_server_reached_;
  message.state = state();
  actions_.push_back(PostToTabs{encode(message)});
}

void ClientEngine::tab_message(std::string_view bytes, Instant now) {
  const auto message = decode_tab_message(bytes);
  if (!message || !is_open_) return;
  switch (message->kind) {
    case TabMessageKind::queued: took_queued(*message, now); break;
    case TabMessageKind::changed: reload(); break;
    case TabMessageKind::ping:
      if (is_leader_) tell_tabs(TabMessageKind::pong);
      break;
    case TabMessageKind::pong:
      is_ping_unanswered_ = false;
      if (is_leader_) break;
      set_reached(message->is_server_reached);
      if (message->state != state()) reload();
      break;
  }
}

void ClientEngine::took_queued(const TabMessage& message, Instant now) {
  const auto found = scopes_.find(message.scope);
  if (found == scopes_.end() || found->second.client() != message.client ||
      found->second.next_number() != message.queued.number) {
    reload();
    return;
  }
  const std::string key = queue_key(message.scope, message.queued.number);
  found->second.note_number(message.queued.number);
  found->second.load(*split_key(key), encode_mutation(message.queued.mutation));
  found->second.rebuild_view();
  watch_leader();
  changed();
  work(now);
}

void ClientEngine::lock_changed(LockState state, Instant now) {
  if (state == LockState::lost) {
    lose_lead();
    if (is_lock_wanted_) actions_.push_back(RequestLock{});
    return;
  }
  is_leader_ = true;
  is_ping_unanswered_ = false;
  want_pulls();
  reload();
  schedule_poll();
  changed();
  work(now);
}

void ClientEngine::lose_lead() {
  is_leader_ = false;
  abandon_request();
  for (auto& [id, progress] : progress_) progress.staged.reset();
  follow_stream();
}

void ClientEngine::suspended() {
  is_lock_wanted_ = false;
  lose_lead();
  actions_.push_back(ReleaseLock{});
}

void ClientEngine::resumed(Instant now) {
  if (!is_open_) return;
  if (!is_lock_wanted_) {
    is_lock_wanted_ = true;
    actions_.push_back(RequestLock{});
  }
  reload();
  sync_now(now);
}

bool ClientEngine::has_queue() const {
  return std::any_of(scopes_.begin(), scopes_.end(),
                     [](const auto& each) { return !each.second.queue().empty(); });
}

void ClientEngine::watch_leader() {
  if (!is_leader_ && has_queue()) actions_.push_back(StartTimer{TimerName::ping, kPingMs});
}

// A follower whose changes do not move asks whether anybody leads; without an answer it takes over.
void ClientEngine::ping_leader() {
  if (is_leader_ || !has_queue() || !is_lock_wanted_) return;
  reload();  // perhaps only the word that they were sent was lost
  if (is_ping_unanswered_) {
    is_ping_unanswered_ = false;
    actions_.push_back(RequestLock{true});
    return;
  }
  is_ping_unanswered_ = true;
  tell_tabs(TabMessageKind::ping);
  actions_.push_back(StartTimer{TimerName::ping, kPingMs});
}

}  // namespace rr::sync
