#include "tests/sim/profile.h"

#include <algorithm>

#include "shared/sync/client_records.h"

namespace rr::sim {

Profile::Profile(Setting setting) : setting_(std::move(setting)) {
  line_->account = setting_.account;
  disk_ =
      make_disk({setting_.scheduler, setting_.chronicle, setting_.plan,
                 Random(setting_.random.next()), setting_.disk_watcher, [this] { cut_power(); }});
}

bool Profile::draw(Fault fault, std::uint64_t percent) {
  if (is_healed || !setting_.plan.has(fault) || !setting_.random.percent(percent)) return false;
  setting_.chronicle.count(fault);
  return true;
}

std::vector<Tab*> Profile::live_tabs() {
  std::vector<Tab*> live;
  for (const auto& each : tabs_) {
    if (each->is_alive()) live.push_back(each.get());
  }
  return live;
}

Tab& Profile::open_tab() {
  return *tabs_.emplace_back(std::make_unique<Tab>(*this, setting_.random.id()));
}

bool Profile::close_tab(Tab& tab) {
  const auto& scopes = tab.engine().scopes();
  const bool has_queue = std::any_of(scopes.begin(), scopes.end(), [](const auto& each) {
    return !each.second.queue().empty() || !each.second.pending().empty();
  });
  tab.deliver([](sync::ClientEngine& engine, Instant) { engine.suspended(); });
  kill_tab(tab);
  return has_queue;
}

void Profile::kill_tab(Tab& tab) {
  tab.die();
  release_lock(tab);
}

void Profile::cut_power() {
  setting_.chronicle.note(setting_.scheduler.now(), name() + " loses power");
  for (Tab* each : live_tabs()) each->die();
  lock_waiters_.clear();
  lock_holder_ = nullptr;
  disk_->cut_power();
  setting_.scheduler.after(setting_.random.between(100, 30'000), [this] {
    if (live_tabs().empty()) open_tab();
  });
}

void Profile::reopen_as(std::uint16_t schema) {
  for (Tab* each : live_tabs()) kill_tab(*each);
  setting_.schema = schema;
  open_tab();
}

void Profile::heal() {
  is_healed = true;
  disk_->set_faulty(false);
  if (live_tabs().empty()) open_tab();
  line_->is_partitioned = false;
  const bool was_signed_out = !line_->is_signed_in;
  line_->is_signed_in = true;
  for (Tab* each : live_tabs()) {
    each->thaw();
    each->deliver([was_signed_out](sync::ClientEngine& engine, Instant now) {
      engine.network_changed(true, now);
      if (was_signed_out) engine.signed_in(now);
    });
  }
}

void Profile::enqueue_raw(const Id& scope, const sync::Mutation& mutation) {
  const auto client = disk_->records().find(sync::client_key(scope));
  if (client == disk_->records().end()) return;
  sync::EnqueueOnDisk wish;
  wish.expectations.push_back({client->first, client->second});
  wish.counter = sync::counter_key(scope);
  wish.prefix = sync::queue_prefix(scope);
  wish.bytes = sync::encode_mutation(mutation);
  disk_->enqueue(
      std::make_shared<const bool>(true), std::move(wish), [this](sync::DiskOutcome, std::int64_t) {
        for (Tab* each : live_tabs()) {
          each->deliver([](sync::ClientEngine& engine, Instant now) { engine.resumed(now); });
        }
      });
}

// ---- the lock ----------------------------------------------------------------------------------

void Profile::request_lock(Tab& tab, bool is_steal) {
  if (!has_locks) {
    setting_.scheduler.after(1, [&tab, alive = tab.liveness()] {
      if (!*alive) return;
      tab.deliver([](sync::ClientEngine& engine, Instant now) {
        engine.lock_changed(sync::LockState::unavailable, now);
      });
    });
    return;
  }
  if (lock_holder_ == &tab) return;
  if (is_steal && lock_holder_ != nullptr) {
    setting_.chronicle.count(Fault::lock_stolen);
    Tab* const robbed = lock_holder_;
    setting_.scheduler.after(setting_.random.between(1, 20), [robbed, alive = robbed->liveness()] {
      if (!*alive) return;
      robbed->deliver([](sync::ClientEngine& engine, Instant now) {
        engine.lock_changed(sync::LockState::lost, now);
      });
    });
    std::erase(lock_waiters_, &tab);
    lock_holder_ = nullptr;
    lock_waiters_.insert(lock_waiters_.begin(), &tab);
  } else if (std::find(lock_waiters_.begin(), lock_waiters_.end(), &tab) == lock_waiters_.end()) {
    lock_waiters_.push_back(&tab);
  }
  grant();
}

void Profile::grant() {
  if (lock_holder_ != nullptr || lock_waiters_.empty()) return;
  lock_holder_ = lock_waiters_.front();
  lock_waiters_.erase(lock_waiters_.begin());
  setting_.scheduler.after(1, [this, holder = lock_holder_, alive = lock_holder_->liveness()] {
    if (!*alive || lock_holder_ != holder) return;
    holder->deliver([](sync::ClientEngine& engine, Instant now) {
      engine.lock_changed(sync::LockState::granted, now);
    });
  });
}

void Profile::release_lock(Tab& tab) {
  std::erase(lock_waiters_, &tab);
  if (lock_holder_ != &tab) return;
  lock_holder_ = nullptr;
  grant();
}

// ---- the channel -------------------------------------------------------------------------------

void Profile::post_to_tabs(const Tab& from, const std::string& bytes) {
  for (Tab* each : live_tabs()) {
    if (each == &from || draw(Fault::broadcast_lost, 10)) continue;
    setting_.scheduler.after(
        setting_.random.between(1, 30), [each, alive = each->liveness(), bytes] {
          if (!*alive) return;
          each->deliver(
              [bytes](sync::ClientEngine& engine, Instant now) { engine.tab_message(bytes, now); });
        });
  }
}

}  // namespace rr::sim
