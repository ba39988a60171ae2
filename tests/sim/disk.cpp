#include "tests/sim/disk.h"

#include <algorithm>

#include "shared/sync/client_records.h"

namespace rr::sim {

using sync::DiskOutcome;
using sync::DiskRecord;
using sync::Durability;

std::string number_key(const std::string& prefix, std::int64_t number) {
  constexpr std::size_t kDigits = 12;
  const std::string digits = std::to_string(number);
  return prefix + std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
}

void Disk::submit(Liveness alive, std::function<void()> job) {
  jobs_.push_back({std::move(alive), std::move(job)});
  if (!is_running_) run_next();
}

void Disk::run_next() {
  if (jobs_.empty()) {
    is_running_ = false;
    return;
  }
  is_running_ = true;
  setting_.scheduler.after(setting_.random.between(1, 12), [this, made = generation_] {
    if (made != generation_) return;
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    if (*job.alive || setting_.random.percent(50)) job.run();
    if (made == generation_) run_next();
  });
}

bool Disk::holds(const std::vector<DiskRecord>& expectations) const {
  return std::all_of(expectations.begin(), expectations.end(), [this](const DiskRecord& each) {
    const auto found = live_.find(each.key);
    if (!each.bytes) return found == live_.end();
    return found != live_.end() && found->second == *each.bytes;
  });
}

std::int64_t Disk::counter(const std::string& key) const {
  const auto found = live_.find(key);
  return found == live_.end() ? 1 : sync::parse_number(found->second);
}

void Disk::keep(const std::vector<DiskRecord>& writes) {
  for (const DiskRecord& each : writes) {
    if (each.bytes) {
      durable_[each.key] = *each.bytes;
    } else {
      durable_.erase(each.key);
    }
  }
}

void Disk::commit(const std::vector<DiskRecord>& writes, Durability durability) {
  std::vector<DiskChange> changes;
  for (const DiskRecord& each : writes) {
    const auto found = live_.find(each.key);
    DiskChange change{each.key, std::nullopt, each.bytes};
    if (found != live_.end()) change.before = found->second;
    if (each.bytes) {
      live_[each.key] = *each.bytes;
    } else {
      live_.erase(each.key);
    }
    changes.push_back(std::move(change));
  }
  unflushed_.push_back(writes);
  const std::size_t flushed = durability == Durability::strict
                                  ? unflushed_.size()
                                  : setting_.random.below(unflushed_.size() + 1);
  for (std::size_t i = 0; i < flushed; ++i) keep(unflushed_[i]);
  unflushed_.erase(unflushed_.begin(), unflushed_.begin() + static_cast<std::ptrdiff_t>(flushed));
  watcher_->committed(changes);
}

std::optional<DiskOutcome> Disk::draw_fault() {
  if (!is_faulty_) return std::nullopt;
  const auto happens = [this](Fault fault, std::uint64_t chance) {
    if (!setting_.plan.has(fault) || !setting_.random.per_mille(chance)) return false;
    setting_.chronicle.count(fault);
    return true;
  };
  if (happens(Fault::disk_quota, 6)) return DiskOutcome::quota;
  if (happens(Fault::disk_failed, 6)) return DiskOutcome::failed;
  if (happens(Fault::disk_crash_before, 7)) {
    setting_.crash();
    return DiskOutcome::closed;
  }
  return std::nullopt;
}

bool Disk::crashes_after() {
  if (!is_faulty_ || !setting_.plan.has(Fault::disk_crash_after)) return false;
  if (!setting_.random.per_mille(8)) return false;
  setting_.chronicle.count(Fault::disk_crash_after);
  setting_.crash();
  return true;
}

void Disk::write(Liveness alive, sync::DiskBatch batch, std::function<void(DiskOutcome)> answer) {
  submit(std::move(alive), [this, batch = std::move(batch), answer = std::move(answer)] {
    if (const auto fault = draw_fault()) {
      if (*fault != DiskOutcome::closed) answer(*fault);
      return;
    }
    if (!holds(batch.expectations)) return answer(DiskOutcome::conflict);
    commit(batch.writes, batch.durability);
    if (!crashes_after()) answer(DiskOutcome::done);
  });
}

void Disk::enqueue(Liveness alive, sync::EnqueueOnDisk wish,
                   std::function<void(DiskOutcome, std::int64_t)> answer) {
  submit(std::move(alive), [this, wish = std::move(wish), answer = std::move(answer)] {
    if (const auto fault = draw_fault()) {
      if (*fault != DiskOutcome::closed) answer(*fault, 0);
      return;
    }
    if (!holds(wish.expectations)) return answer(DiskOutcome::conflict, 0);
    const std::int64_t number = counter(wish.counter);
    commit(
        {{wish.counter, std::to_string(number + 1)}, {number_key(wish.prefix, number), wish.bytes}},
        Durability::strict);
    if (!crashes_after()) answer(DiskOutcome::done, number);
  });
}

void Disk::read_all(Liveness alive, std::function<void(std::vector<DiskRecord>)> answer) {
  submit(std::move(alive), [this, answer = std::move(answer)] {
    std::vector<DiskRecord> records;
    records.reserve(live_.size());
    for (const auto& [key, bytes] : live_) records.push_back({key, bytes});
    answer(std::move(records));
  });
}

void Disk::cut_power() {
  ++generation_;
  jobs_.clear();
  is_running_ = false;
  const std::size_t flushed = setting_.random.below(unflushed_.size() + 1);
  for (std::size_t i = 0; i < flushed; ++i) keep(unflushed_[i]);
  unflushed_.clear();
  live_ = durable_;
  watcher_->power_was_cut();
}

void Disk::copy_from(const Disk& other) {
  live_ = durable_ = other.live_;
  unflushed_.clear();
}

}  // namespace rr::sim
