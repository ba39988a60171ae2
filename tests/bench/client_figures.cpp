// Figures of the client engine, in both targets: how long people wait for what they did themselves.
// Prints one JSON line per figure.
#include <algorithm>
#include <cstdio>
#include <vector>

#include "server/ops/built_in_time_zones.h"
#include "shared/base/text.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/explain.h"
#include "shared/domain/fairness.h"
#include "shared/domain/points.h"
#include "shared/domain/run.h"
#include "shared/sync/client_engine.h"
#include "tests/bench/bench_home.h"

namespace rr::bench {
namespace {

constexpr std::uint64_t kQueued = 1000;
constexpr int kReplays = 21;
constexpr std::uint64_t kCommands = 2000;
constexpr std::uint64_t kRunPeople = 8;
constexpr std::uint64_t kRunChores = 40;
constexpr std::uint64_t kRuns = 20;
constexpr std::uint64_t kCycles = 52;
constexpr std::uint64_t kGivenPerCycle = 25;  // three daily chores and four others
constexpr int kFolds = 21;

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

// Balances far apart and every weight its own, so that nothing is decided at once.
RunInput large_run(std::uint64_t seed) {
  RunInput input;
  input.seed = numbered_id("seed", seed);
  for (std::uint64_t i = 0; i < kRunPeople; ++i) {
    RunPerson person;
    person.id = numbered_id("person", i);
    person.weight = static_cast<std::int64_t>(60 + 5 * i);
    person.availability = person.weight * 7;
    person.is_present = true;
    const std::int64_t micro = (i % 2 == 0 ? 1 : -1) * static_cast<std::int64_t>(seed) * 700'000;
    person.balance = {micro, micro};
    input.people.push_back(person);
  }
  for (std::uint64_t i = 0; i < kRunChores; ++i) {
    RunChore chore;
    chore.chore_id = numbered_id("chore", i);
    chore.assignment_id = numbered_id("assignment", i * 64 + seed);
    chore.points = static_cast<std::int64_t>(1 + i * (seed + 3) % 20);
    for (const RunPerson& person : input.people) chore.eligible.push_back(person.id);
    input.largest_random_points = std::max(input.largest_random_points, chore.points);
    input.chores.push_back(chore);
  }
  return input;
}

bool measure_runs() {
  double slowest = 0;
  for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
    const RunInput input = large_run(seed);
    const Stopwatch watch;
    const RunPlan plan = plan_run(input);
    slowest = std::max(slowest, watch.elapsed_ms());
    if (plan.assignments.size() != kRunChores) return false;
  }
  print("run for 8 people and 40 chores, slowest of 20", slowest);
  return true;
}

// Everybody rates every chore, with few different ratings in the first runs and many in the last.
bool measure_own_runs() {
  double slowest = 0;
  for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
    RunInput input = large_run(seed);
    input.method = DivisionMethod::own_ratings;
    for (RunChore& chore : input.chores) {
      for (const RunPerson& person : input.people) {
        const Id chance = derive_id(chore.assignment_id, person.id.to_string(), seed);
        chore.ratings.push_back({person.id, 1 + chance.bytes[0] % static_cast<std::int64_t>(seed)});
      }
    }
    const Stopwatch watch;
    const RunPlan plan = plan_run(input);
    slowest = std::max(slowest, watch.elapsed_ms());
    if (plan.assignments.size() != kRunChores) return false;
  }
  print("run by own ratings for 8 people and 40 chores, slowest of 20", slowest);
  return true;
}

// One cycle as it lies in the rows: what was given out, its entries and, once closed, its shares.
void fill_cycle(MemoryStore& store, const std::vector<Id>& people, std::uint64_t index) {
  Cycle cycle;
  cycle.id = cycle_id_of(kHousehold, static_cast<std::int64_t>(index));
  cycle.index = static_cast<std::int64_t>(index);
  const bool is_closed = index + 1 < kCycles;
  if (is_closed) cycle.state = CycleState::closed;
  cycle.starts_at = Instant{kNow.unix_ms + cycle.index * 7 * kMillisecondsPerDay};
  store.put(cycle);
  for (std::uint64_t i = 0; i < kGivenPerCycle; ++i) {
    Assignment given;
    given.id = numbered_id("given", index * kGivenPerCycle + i);
    given.chore_id = numbered_id("chore", i);
    given.roommate_id = people[i % people.size()];
    given.cycle_id = cycle.id;
    given.points = static_cast<std::int64_t>(1 + i % 20);
    given.assigned_at = cycle.starts_at;
    store.put(given);
    for (const LedgerKind kind : {LedgerKind::assigned, LedgerKind::earned}) {
      LedgerEntry entry;
      entry.id = derive_id(given.id, kind == LedgerKind::assigned ? "assigned" : "earned");
      entry.cycle_id = cycle.id;
      entry.roommate_id = given.roommate_id;
      entry.assignment_id = given.id;
      entry.kind = kind;
      entry.amount_micro = given.points * kMicroPerPoint;
      entry.at = cycle.starts_at;
      store.put(entry);
    }
  }
  for (std::uint64_t i = 0; is_closed && i < people.size(); ++i) {
    CycleShare share;
    share.id = derive_id(cycle.id, "share", i);
    share.cycle_id = cycle.id;
    share.roommate_id = people[static_cast<std::size_t>(i)];
    store.put(share);
  }
}

bool measure_history(MemoryStore store) {
  std::vector<Id> people;
  for (const auto& roommate : store.all<Roommate>()) people.push_back(roommate->id);
  for (std::uint64_t index = 0; index < kCycles; ++index) fill_cycle(store, people, index);
  std::vector<double> times;
  std::size_t folded = 0;
  for (int round = 0; round < kFolds; ++round) {
    const Stopwatch watch;
    folded = shown_points(store).size();
    times.push_back(watch.elapsed_ms());
  }
  std::sort(times.begin(), times.end());
  print("history of 52 cycles folded, median", times[kFolds / 2]);
  return folded == people.size();
}

// What the fairness panel shows, after any change.
bool measure_panel(MemoryStore store) {
  std::vector<Id> people;
  for (const auto& roommate : store.all<Roommate>()) people.push_back(roommate->id);
  for (std::uint64_t index = 0; index < kCycles; ++index) fill_cycle(store, people, index);
  const auto zone = built_in_time_zones().find("Europe/Vienna");
  if (!zone) return false;
  const Instant now{kNow.unix_ms + (kCycles * 7 - 1) * kMillisecondsPerDay};
  std::vector<double> times;
  std::size_t shown = 0;
  for (int round = 0; round < kFolds; ++round) {
    const Stopwatch watch;
    shown = cycle_reports(store, *zone, now).size() + turns_table(store, *zone, now).size() +
            balances_of(store).balances.size();
    times.push_back(watch.elapsed_ms());
  }
  std::sort(times.begin(), times.end());
  print("fairness panel over 52 cycles, median", times[kFolds / 2]);
  return shown >= kCycles + people.size();
}

// "Why me?" for each of the four example chores over four people.
bool measure_explanations() {
  RunInput input = large_run(1);
  input.people.resize(4);
  input.chores.resize(4);
  for (RunChore& chore : input.chores) chore.eligible.resize(4);
  double slowest = 0;
  for (const RunChore& chore : input.chores) {
    const Stopwatch watch;
    const auto why = explain(input, chore.assignment_id);
    slowest = std::max(slowest, watch.elapsed_ms());
    if (!why) return false;
  }
  print("explanation of one of 4 chores over 4 people, slowest", slowest);
  return true;
}

int run() {
  MemoryStore store;
  if (!fill(store, kHousehold, kPerson)) return 1;
  const auto records = records_of(store);
  return measure_replay(records) && measure_commands(records) && measure_runs() &&
                 measure_own_runs() && measure_history(store) && measure_panel(store) &&
                 measure_explanations()
             ? 0
             : 1;
}

}  // namespace
}  // namespace rr::bench

int main() { return rr::bench::run(); }
