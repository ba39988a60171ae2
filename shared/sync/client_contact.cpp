// Whether the server is there, and when it is asked again.
#include <algorithm>

#include "shared/sync/client_engine.h"

namespace rr::sync {
namespace {

constexpr std::int64_t kFirstRetryMs = 1'000;
constexpr std::int64_t kPollMs = 60'000;
constexpr std::int64_t kPollWithoutStreamMs = 10'000;
constexpr std::int64_t kReopenStreamMs = 5'000;

}  // namespace

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

bool ClientEngine::has_synced_scope() const {
  return std::any_of(scopes_.begin(), scopes_.end(), [](const auto& each) {
    return each.second.exists() && each.second.record().mode == ScopeMode::synced;
  });
}

// A household of this device alone has nobody to ask: its polls read the disk and nothing else.
void ClientEngine::schedule_poll() {
  const bool is_told = is_stream_open_ || !has_synced_scope();
  actions_.push_back(
      StartTimer{TimerName::poll, jittered(is_told ? kPollMs : kPollWithoutStreamMs)});
}

void ClientEngine::follow_stream() {
  const bool is_wanted = is_open_ && is_leader_ && is_online_ && has_synced_scope() &&
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

void ClientEngine::stream_changed(std::uint32_t token, StreamState state, int status, Instant now) {
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
      reload();  // a tab that was closed may have left changes without a word
      want_pulls();
      is_sign_in_tried_ = true;
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
  is_sign_in_tried_ = true;
  retry_delay_ms_ = 0;
  want_pulls();
  work(now);
}

}  // namespace rr::sync
