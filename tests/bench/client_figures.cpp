// Figures of the client engine, in both targets: how long people wait for what they did themselves.
// Prints one JSON line per figure.
#include <algorithm>
#include <cstdio>
#include <vector>

#include "shared/base/text.h"
#include "shared/sync/client_engine.h"
#include "tests/bench/bench_home.h"

namespace rr::bench {
namespace {

constexpr std::uint64_t kQueued = 1000;
constexpr int kReplays = 21;
constexpr std::uint64_t kCommands = 2000;

const Id kHousehold = numbered_id("household", 1);
const Id kPerson = numbered_id("person", 1);

void print(const char* name, double measured) {
  std::printf("{\"name\":\"%s\",\"measured\":%.4f}\n", name, measured);
}

std::vector<sync::DiskRecord> records_of(const MemoryStore& store) {
  sync::ScopeRecord scope;
  scope.epoch = numbered_id("epoch", 1);
  scope.version = 1;
  std::vector<sync::DiskRecord> records;
  records.push_back({sync::scope_key(kHousehold), sync::encode(scope)});
  records.push_back({sync::client_key(kHousehold), numbered_id("client", 1).to_string()});
  for (const EntityInfo& entity : all_entities()) {
    store.each_row(entity, [&](const Id& id, const RowPointer& row) {
      records.push_back(
          {sync::base_key(kHousehold, entity.name, id), encode_row(entity, row.get())});
    });
  }
  return records;
}

bool measure_replay(const std::vector<sync::DiskRecord>& records) {
  sync::ClientScope scope(kHousehold, kPerson, kSchemaCurrent);
  const auto load = [&scope](const sync::DiskRecord& record) {
    scope.load(*sync::split_key(record.key), record.bytes);
  };
  for (const sync::DiskRecord& each : records) load(each);
  for (std::uint64_t number = 1; number <= kQueued; ++number) {
    load({sync::queue_key(kHousehold, static_cast<std::int64_t>(number)),
          sync::encode_mutation(mutation(number))});
  }
  std::vector<double> times;
  for (int round = 0; round < kReplays; ++round) {
    const Stopwatch watch;
    scope.rebuild_view();
    times.push_back(watch.elapsed_ms());
  }
  for (const auto& [number, entry] : scope.queue()) {
    if (entry.replay_error) return false;
  }
  std::sort(times.begin(), times.end());
  print("replay of 1,000 queued changes, median", times[kReplays / 2]);
  return scope.queue().size() == kQueued;
}

// From the wish to the changed view and the bytes on their way to the disk.
bool measure_commands(const std::vector<sync::DiskRecord>& records) {
  sync::ClientEngine::Options options;
  options.person = kPerson;
  options.entropy = numbered_id("entropy", 1);
  sync::ClientEngine engine(options);
  engine.disk_loaded(0, records, kNow);
  static_cast<void>(engine.take_actions());
  std::vector<double> times;
  for (std::uint64_t number = 1; number <= kCommands; ++number) {
    const Command command = change(number);
    const Stopwatch watch;
    const auto issued = engine.issue(kHousehold, command, kNow);
    times.push_back(watch.elapsed_ms());
    if (!issued) return false;
    static_cast<void>(engine.take_actions());
  }
  std::sort(times.begin(), times.end());
  print("local command, p99 of 2,000", times[kCommands * 99 / 100]);
  return true;
}

int run() {
  MemoryStore store;
  if (!fill(store, kHousehold, kPerson)) return 1;
  const auto records = records_of(store);
  return measure_replay(records) && measure_commands(records) ? 0 : 1;
}

}  // namespace
}  // namespace rr::bench

int main() { return rr::bench::run(); }
