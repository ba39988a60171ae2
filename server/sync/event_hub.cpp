#include "server/sync/event_hub.h"

#include <algorithm>
#include <chrono>

namespace rr {

EventHub::EventHub(Options options) : options_(options) {
  reaper_ = std::thread([this] { reap(); });
}

EventHub::~EventHub() {
  stop();
  reaper_.join();
}

std::shared_ptr<EventHub::Subscription> EventHub::subscribe(Listener listener) {
  const std::lock_guard lock(mutex_);
  if (is_stopping_ || subscriptions_.size() >= options_.streams) return nullptr;
  const auto of_account =
      std::count_if(subscriptions_.begin(), subscriptions_.end(), [&](const Subscription* other) {
        return other->listener_.account_id == listener.account_id;
      });
  if (static_cast<std::size_t>(of_account) >= options_.streams_per_account) return nullptr;
  auto subscription = std::make_shared<Subscription>(*this, std::move(listener));
  subscriptions_.insert(subscription.get());
  if (subscriptions_.size() == 1) reaper_wakes_.notify_one();
  return subscription;
}

EventHub::Subscription::~Subscription() { hub_.remove(*this); }

void EventHub::remove(Subscription& subscription) {
  const std::lock_guard lock(mutex_);
  subscriptions_.erase(&subscription);
}

void EventHub::Subscription::listen_to(const std::vector<Id>& scopes) {
  const std::lock_guard lock(hub_.mutex_);
  listener_.scopes.insert(scopes.begin(), scopes.end());
}

std::optional<std::vector<EventHub::Poke>> EventHub::Subscription::wait() {
  std::unique_lock lock(hub_.mutex_);
  is_waiting_ = true;
  changed_.wait_for(lock, std::chrono::milliseconds(hub_.options_.ping_interval_ms),
                    [this] { return is_over_ || !pending_.empty(); });
  is_waiting_ = false;
  if (is_over_) return std::nullopt;
  std::vector<Poke> pokes;
  for (const auto& [scope, version] : pending_) pokes.push_back(Poke{scope, version});
  pending_.clear();
  return pokes;
}

void EventHub::poke(const Id& scope, std::int64_t version) {
  const std::lock_guard lock(mutex_);
  for (Subscription* subscription : subscriptions_) {
    if (!subscription->listener_.scopes.contains(scope)) continue;
    std::int64_t& pending = subscription->pending_[scope];
    pending = std::max(pending, version);
    subscription->changed_.notify_one();
  }
}

void EventHub::end_where(const std::function<bool(const Subscription&)>& matches) {
  const std::lock_guard lock(mutex_);
  for (Subscription* subscription : subscriptions_) {
    if (!matches(*subscription)) continue;
    subscription->is_over_ = true;
    subscription->changed_.notify_one();
  }
}

void EventHub::session_ended(const std::string& id_hash) {
  end_where([&](const Subscription& each) { return each.listener_.session_hash == id_hash; });
}

void EventHub::memberships_changed(const Id& account_id) {
  end_where([&](const Subscription& each) { return each.listener_.account_id == account_id; });
}

void EventHub::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
    reaper_wakes_.notify_one();
  }
  end_where([](const Subscription&) { return true; });
}

std::size_t EventHub::stream_count() const {
  const std::lock_guard lock(mutex_);
  return subscriptions_.size();
}

// Only waiting streams are asked: a writing one notices by itself, and its connection is in use.
void EventHub::reap() {
  std::unique_lock lock(mutex_);
  while (!is_stopping_) {
    if (subscriptions_.empty()) {
      reaper_wakes_.wait(lock, [this] { return is_stopping_ || !subscriptions_.empty(); });
      continue;
    }
    reaper_wakes_.wait_for(lock, std::chrono::milliseconds(options_.reap_interval_ms),
                           [this] { return is_stopping_; });
    for (Subscription* subscription : subscriptions_) {
      if (!subscription->is_waiting_ || !subscription->listener_.is_gone()) continue;
      subscription->is_over_ = true;
      subscription->changed_.notify_one();
    }
  }
}

}  // namespace rr
