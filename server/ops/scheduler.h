// Work that falls due by the clock: at start and every minute, what the program owes each household
// (closing cycles that are over); at start and every day, forgetting what is old.
//
// One thread, one short unit of work after another, so that people never wait for it. Every step is
// safe to repeat: a round that was interrupted is done again by the next.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/ops/clock.h"
#include "server/sync/sync_service.h"

namespace rr {

class Scheduler {
 public:
  // The references outlive the scheduler.
  Scheduler(SyncService& service, const Clock& clock) : service_(service), clock_(clock) {}
  ~Scheduler() { stop(); }
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  void start();
  // Waits for the unit of work under way, not for the whole round.
  void stop();
  [[nodiscard]] bool is_running() const { return is_running_; }

  // Everything that is due now, as the thread does it. Code: store_fault.
  [[nodiscard]] Status run_round();

 private:
  // Calls `work` with page after page of the scopes of that kind, until the end or a fault.
  [[nodiscard]] Status each_page(ScopeKind kind,
                                 const std::function<Status(const std::vector<Id>& page)>& work);
  [[nodiscard]] Status run_due_work(const std::vector<Id>& households);
  [[nodiscard]] Status forget_old();
  [[nodiscard]] bool is_stopping();
  void run();

  SyncService& service_;
  const Clock& clock_;
  std::atomic<bool> is_running_ = false;
  std::mutex round_mutex_;
  Instant forgot_at_;  // guarded by round_mutex_; never: long ago
  std::mutex mutex_;
  std::condition_variable wakes_;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace rr
