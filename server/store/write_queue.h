// The one thread that writes, and group commit.
//
// Works that wait together run one after another in one transaction and are committed by one sync;
// nobody is answered before that sync. When one of them fails, the transaction is rolled back and
// each runs again in a transaction of its own, so a fault never spreads to its neighbours. A work
// may therefore run more than once: it starts from nothing each time and keeps no results of an
// earlier run.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "server/store/sqlite.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace rr {

// Reads and writes the database; runs on the writer thread.
using Work = std::function<WorkEnding(Database& database)>;

class WriteQueue {
 public:
  explicit WriteQueue(std::unique_ptr<Database> database);
  // Finishes what waits.
  ~WriteQueue();
  WriteQueue(const WriteQueue&) = delete;
  WriteQueue& operator=(const WriteQueue&) = delete;

  // Returns once the work is durable, or was rolled back as it asked. Code: store_fault (nothing
  // of this work happened, or nobody can know until the next start; asking again is safe for works
  // that check their own number or key). From any thread but the writer's.
  [[nodiscard]] Status run(Work work);

  // How many works and how many commits there were.
  struct Counts {
    std::uint64_t works = 0;
    std::uint64_t commits = 0;
  };
  [[nodiscard]] Counts counts() const;

 private:
  struct Job {
    Work work;
    Status outcome = success();
    bool is_done = false;
  };

  void write();
  void run_batch(const std::vector<Job*>& batch);
  [[nodiscard]] bool try_together(const std::vector<Job*>& batch);
  void run_alone(Job& job);
  [[nodiscard]] Error take_fault();

  std::unique_ptr<Database> database_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::condition_variable done_;
  std::deque<Job*> waiting_;
  Counts counts_;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace rr
