// A profile's disk: a key-value store whose transactions run one after another, with the promises
// of client_actions.h. Strict transactions survive a power cut with everything before them; relaxed
// ones may be lost, the last first. Faults come from the plan while the disk is faulty.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/sync/client_actions.h"
#include "tests/sim/chronicle.h"
#include "tests/sim/plan.h"
#include "tests/sim/random.h"
#include "tests/sim/scheduler.h"

namespace rr::sim {

using Records = std::map<std::string, std::string>;

struct DiskChange {
  std::string key;
  std::optional<std::string> before;
  std::optional<std::string> after;
};

class DiskWatcher {
 public:
  virtual ~DiskWatcher() = default;
  virtual void committed(const std::vector<DiskChange>& changes) = 0;
  // What was not durable is gone.
  virtual void power_was_cut() = 0;
};

struct DiskSetting {
  Scheduler& scheduler;
  Chronicle& chronicle;
  const Plan& plan;
  Random random;
  DiskWatcher& watcher;
  std::function<void()> crash;  // the whole device loses power
};

// True as long as the tab that asks lives: a dead tab's waiting transactions may never run.
using Liveness = std::shared_ptr<const bool>;

class Disk {
 public:
  explicit Disk(DiskSetting setting) : setting_(std::move(setting)) {}
  virtual ~Disk() = default;

  virtual void write(Liveness alive, sync::DiskBatch batch,
                     std::function<void(sync::DiskOutcome)> answer);
  virtual void enqueue(Liveness alive, sync::EnqueueOnDisk wish,
                       std::function<void(sync::DiskOutcome, std::int64_t)> answer);
  void read_all(Liveness alive, std::function<void(std::vector<sync::DiskRecord>)> answer);

  // Drops what waits and what was not durable.
  void cut_power();
  // As a copy of the profile's folder would.
  void copy_from(const Disk& other);
  void set_faulty(bool is_faulty) { is_faulty_ = is_faulty; }
  void watch(DiskWatcher& watcher) { watcher_ = &watcher; }

  [[nodiscard]] const Records& records() const { return live_; }
  [[nodiscard]] bool is_idle() const { return jobs_.empty(); }

 protected:
  void submit(Liveness alive, std::function<void()> job);
  void commit(const std::vector<sync::DiskRecord>& writes, sync::Durability durability);
  [[nodiscard]] bool holds(const std::vector<sync::DiskRecord>& expectations) const;
  [[nodiscard]] std::int64_t counter(const std::string& key) const;

 private:
  void run_next();
  // Whether the transaction fails, and how; crashes the device before it now and then.
  [[nodiscard]] std::optional<sync::DiskOutcome> draw_fault();
  [[nodiscard]] bool crashes_after();
  void keep(const std::vector<sync::DiskRecord>& writes);

  struct Job {
    Liveness alive;
    std::function<void()> run;
  };

  DiskSetting setting_;
  DiskWatcher* watcher_ = &setting_.watcher;
  Records live_;
  Records durable_;
  std::vector<std::vector<sync::DiskRecord>> unflushed_;
  std::deque<Job> jobs_;
  std::uint64_t generation_ = 0;
  bool is_running_ = false;
  bool is_faulty_ = true;
};

// The disk of the plan: the right one, or a broken one.
[[nodiscard]] std::unique_ptr<Disk> make_disk(DiskSetting setting);

[[nodiscard]] std::string number_key(const std::string& prefix, std::int64_t number);

}  // namespace rr::sim
