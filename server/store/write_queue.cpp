#include "server/store/write_queue.h"

namespace rr {
namespace {

// Bounds how long the first of a batch waits for the last.
constexpr std::size_t kLargestBatch = 64;

}  // namespace

WriteQueue::WriteQueue(std::unique_ptr<Database> database) : database_(std::move(database)) {
  thread_ = std::thread([this] { write(); });
}

WriteQueue::~WriteQueue() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  arrived_.notify_all();
  thread_.join();
}

Status WriteQueue::run(Work work) {
  Job job{std::move(work), success(), false};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&job);
  arrived_.notify_one();
  done_.wait(lock, [&] { return job.is_done; });
  return job.outcome;
}

WriteQueue::Counts WriteQueue::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

void WriteQueue::write() {
  std::vector<Job*> batch;
  std::unique_lock lock(mutex_);
  while (true) {
    arrived_.wait(lock, [this] { return !waiting_.empty() || is_stopping_; });
    if (waiting_.empty()) return;
    batch.clear();
    while (!waiting_.empty() && batch.size() < kLargestBatch) {
      batch.push_back(waiting_.front());
      waiting_.pop_front();
    }
    lock.unlock();
    run_batch(batch);
    lock.lock();
    counts_.works += batch.size();
    for (Job* job : batch) job->is_done = true;
    done_.notify_all();
  }
}

void WriteQueue::run_batch(const std::vector<Job*>& batch) {
  if (batch.size() > 1 && try_together(batch)) return;
  for (Job* job : batch) run_alone(*job);
}

// False when nothing was committed and each must run alone.
bool WriteQueue::try_together(const std::vector<Job*>& batch) {
  bool is_clean = database_->execute("BEGIN IMMEDIATE");
  for (Job* job : batch) {
    if (!is_clean) break;
    const std::int64_t changes = database_->total_changes();
    const WorkEnding ending = job->work(*database_);
    const bool is_undone = ending == WorkEnding::commit || database_->total_changes() == changes;
    is_clean = !database_->faulted() && is_undone;
    job->outcome = success();
  }
  if (is_clean && database_->execute("COMMIT")) {
    const std::lock_guard lock(mutex_);
    ++counts_.commits;
    return true;
  }
  database_->clear_fault();
  database_->execute("ROLLBACK");
  database_->clear_fault();
  return false;
}

void WriteQueue::run_alone(Job& job) {
  job.outcome = success();
  if (!database_->execute("BEGIN IMMEDIATE")) {
    job.outcome = take_fault();
    return;
  }
  const WorkEnding ending = job.work(*database_);
  if (!database_->faulted() && ending == WorkEnding::commit && database_->execute("COMMIT")) {
    const std::lock_guard lock(mutex_);
    ++counts_.commits;
    return;
  }
  if (database_->faulted()) job.outcome = take_fault();
  // Already rolled back by SQLite after some faults: then this one says so and is ignored.
  database_->execute("ROLLBACK");
  database_->clear_fault();
}

Error WriteQueue::take_fault() {
  Error fault = refuse("store_fault", database_->fault());
  database_->clear_fault();
  return fault;
}

}  // namespace rr
