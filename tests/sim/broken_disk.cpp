// Disks that break one promise each.
#include "shared/sync/client_records.h"
#include "tests/sim/disk.h"

namespace rr::sim {
namespace {

using sync::DiskOutcome;
using sync::DiskRecord;
using sync::Durability;

bool is_trimming(const DiskRecord& record) { return record.key[0] == 'q' && !record.bytes; }

// What leaves the queue is gone at once, what replaces it comes in a transaction of its own.
class TrimsFirst final : public Disk {
 public:
  using Disk::Disk;

  void write(Liveness alive, sync::DiskBatch batch,
             std::function<void(DiskOutcome)> answer) override {
    sync::DiskBatch rest;
    rest.durability = Durability::relaxed;
    std::vector<DiskRecord> trimmed;
    for (DiskRecord& each : batch.writes) {
      (is_trimming(each) ? trimmed : rest.writes).push_back(std::move(each));
    }
    if (trimmed.empty()) {
      batch.writes = std::move(rest.writes);
      return Disk::write(std::move(alive), std::move(batch), std::move(answer));
    }
    batch.writes = std::move(trimmed);
    Disk::write(alive, std::move(batch),
                [this, alive, rest = std::move(rest),
                 answer = std::move(answer)](DiskOutcome outcome) mutable {
                  if (outcome != DiskOutcome::done) return answer(outcome);
                  Disk::write(alive, std::move(rest), std::move(answer));
                });
  }
};

// The number is read when the tab asks, not within the transaction.
class ReadsNumberEarly final : public Disk {
 public:
  using Disk::Disk;

  void enqueue(Liveness alive, sync::EnqueueOnDisk wish,
               std::function<void(DiskOutcome, std::int64_t)> answer) override {
    const std::int64_t number = counter(wish.counter);
    submit(std::move(alive), [this, number, wish = std::move(wish), answer = std::move(answer)] {
      if (!holds(wish.expectations)) return answer(DiskOutcome::conflict, 0);
      commit({{wish.counter, std::to_string(number + 1)},
              {number_key(wish.prefix, number), wish.bytes}},
             Durability::strict);
      answer(DiskOutcome::done, number);
    });
  }
};

// The change is stored first, the counter in a transaction of its own.
class CountsLater final : public Disk {
 public:
  using Disk::Disk;

  void enqueue(Liveness alive, sync::EnqueueOnDisk wish,
               std::function<void(DiskOutcome, std::int64_t)> answer) override {
    submit(alive, [this, alive, wish = std::move(wish), answer = std::move(answer)] {
      if (!holds(wish.expectations)) return answer(DiskOutcome::conflict, 0);
      const std::int64_t number = counter(wish.counter);
      commit({{number_key(wish.prefix, number), wish.bytes}}, Durability::strict);
      submit(alive, [this, number, key = wish.counter, answer] {
        commit({{key, std::to_string(number + 1)}}, Durability::strict);
        answer(DiskOutcome::done, number);
      });
    });
  }
};

}  // namespace

std::unique_ptr<Disk> make_disk(DiskSetting setting) {
  switch (setting.plan.broken) {
    case Broken::trimmed_before_durable: return std::make_unique<TrimsFirst>(std::move(setting));
    case Broken::same_number_twice: return std::make_unique<ReadsNumberEarly>(std::move(setting));
    case Broken::enqueue_in_two_steps: return std::make_unique<CountsLater>(std::move(setting));
    default: return std::make_unique<Disk>(std::move(setting));
  }
}

}  // namespace rr::sim
