#include "server/ops/scheduler.h"

#include <chrono>

#include "server/ops/log.h"

namespace rr {
namespace {

constexpr std::chrono::minutes kRoundInterval{1};
constexpr std::int64_t kForgetIntervalMs = kMillisecondsPerDay;
constexpr std::size_t kScopesPerPage = 64;

}  // namespace

void Scheduler::start() {
  is_running_ = true;
  thread_ = std::thread([this] { run(); });
}

void Scheduler::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  wakes_.notify_all();
  if (thread_.joinable()) thread_.join();
  is_running_ = false;
}

bool Scheduler::is_stopping() {
  const std::lock_guard lock(mutex_);
  return is_stopping_;
}

void Scheduler::run() {
  while (!is_stopping()) {
    if (const Status done = run_round(); !done) {
      log_line(LogLevel::error, "scheduler", "a round failed and is tried again",
               {{"cause", done.error().message}});
    }
    std::unique_lock lock(mutex_);
    wakes_.wait_for(lock, kRoundInterval, [this] { return is_stopping_; });
  }
}

Status Scheduler::run_round() {
  const std::lock_guard lock(round_mutex_);
  Status done = each_page(ScopeKind::household,
                          [this](const std::vector<Id>& page) { return run_due_work(page); });
  if (!done || clock_.now().unix_ms - forgot_at_.unix_ms < kForgetIntervalMs) return done;
  done = forget_old();
  if (done) forgot_at_ = clock_.now();
  return done;
}

Status Scheduler::each_page(ScopeKind kind,
                            const std::function<Status(const std::vector<Id>& page)>& work) {
  std::vector<Id> page;
  Id last;
  do {
    if (is_stopping()) return success();
    Status done = service_.store().read(
        [&](UnitOfWork& unit) { page = unit.scopes_after(kind, last, kScopesPerPage); });
    if (done && !page.empty()) {
      last = page.back();
      done = work(page);
    }
    if (!done) return done;
  } while (page.size() == kScopesPerPage);
  return success();
}

// Reads first: most households owe nothing, and writing is one at a time.
Status Scheduler::run_due_work(const std::vector<Id>& households) {
  std::vector<Id> due;
  Status read = service_.store().read([&](UnitOfWork& work) {
    due.clear();
    for (const Id& household : households) {
      if (service_.owes_work(work, household, clock_.now())) due.push_back(household);
    }
  });
  if (!read) return read;
  for (const Id& household : due) {
    if (is_stopping()) break;
    const auto call = service_.make_call(Id{}, clock_.now(), "scheduler");
    Status written = service_.write([&](UnitOfWork& work, sync::ServerEffects& effects) {
      sync::run_due_work(work.sync(), call, household, effects);
      return WorkEnding::commit;
    });
    if (!written) return written;
  }
  return success();
}

Status Scheduler::forget_old() {
  const auto call = service_.make_call(Id{}, clock_.now(), "scheduler");
  const auto forget_page = [&](const std::vector<Id>& page) {
    return service_.write([&](UnitOfWork& work, sync::ServerEffects&) {
      for (const Id& scope : page) sync::forget_old(work.sync(), call, scope);
      return WorkEnding::commit;
    });
  };
  for (const ScopeKind kind : {ScopeKind::household, ScopeKind::person}) {
    if (Status done = each_page(kind, forget_page); !done) return done;
  }
  return service_.write([&](UnitOfWork& work, sync::ServerEffects&) {
    work.accounts().forget_ended(clock_.now());
    return WorkEnding::commit;
  });
}

}  // namespace rr
