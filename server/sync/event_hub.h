// Who listens for pokes, and pokes them: {scope, version}, nothing more.
//
// Each stream is a subscription that one thread waits on. Pokes of one scope melt together while
// nobody reads. A subscription ends when its session or a membership of its account ends, when the
// client is gone (noticed within a second) or when the server stops. Thread-safe.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "server/auth/sessions.h"
#include "shared/base/id.h"

namespace rr {

class EventHub final : public SessionEndListener {
 public:
  struct Options {
    std::size_t streams = 256;
    std::size_t streams_per_account = 16;
    int ping_interval_ms = 25'000;
    int reap_interval_ms = 1'000;
  };

  struct Listener {
    std::string session_hash;
    Id account_id;
    std::set<Id> scopes;
    std::function<bool()> is_gone;  // asked once per reap interval while the stream waits
  };

  struct Poke {
    Id scope;
    std::int64_t version = 0;
  };

  class Subscription {
   public:
    Subscription(EventHub& hub, Listener listener) : hub_(hub), listener_(std::move(listener)) {}
    ~Subscription();
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;

    void listen_to(const std::vector<Id>& scopes);
    // Waits for pokes; an empty list means it is time for a sign of life, nullopt the end.
    [[nodiscard]] std::optional<std::vector<Poke>> wait();

   private:
    friend class EventHub;
    EventHub& hub_;
    Listener listener_;
    std::condition_variable changed_;
    std::map<Id, std::int64_t> pending_;
    bool is_over_ = false;
    bool is_waiting_ = false;
  };

  explicit EventHub(Options options);
  ~EventHub() override;
  EventHub(const EventHub&) = delete;
  EventHub& operator=(const EventHub&) = delete;

  // nullptr when there are too many streams, or the server stops.
  [[nodiscard]] std::shared_ptr<Subscription> subscribe(Listener listener);

  void poke(const Id& scope, std::int64_t version);
  void session_ended(const std::string& id_hash) override;
  // A membership began or ended: the account's streams end, and begin again with other scopes.
  void memberships_changed(const Id& account_id);
  void stop();

  [[nodiscard]] std::size_t stream_count() const;

 private:
  void end_where(const std::function<bool(const Subscription&)>& matches);
  void remove(Subscription& subscription);
  void reap();

  Options options_;
  mutable std::mutex mutex_;
  std::set<Subscription*> subscriptions_;
  std::condition_variable reaper_wakes_;
  bool is_stopping_ = false;
  std::thread reaper_;
};

}  // namespace rr
