#include "shared/sync/client_batches.h"

#include <algorithm>

namespace rr::sync {
namespace {

DiskBatch guarded(const ClientScope& scope) {
  DiskBatch batch;
  std::optional<std::string> expected;
  if (scope.exists()) expected = scope.record_bytes();
  batch.expectations.push_back({scope_key(scope.id()), expected});
  return batch;
}

void put_record(DiskBatch& batch, const Id& scope, const ScopeRecord& record) {
  batch.writes.push_back({scope_key(scope), encode(record)});
}

void refuse_change(DiskBatch& batch, const Id& scope, const Mutation& mutation, const Error& error,
                   Instant now) {
  batch.writes.push_back(
      {refused_key(scope, mutation.id), encode(RefusedRecord{mutation, error, now})});
}

void acknowledge(DiskBatch& batch, const Id& scope, std::int64_t number, const Mutation& mutation,
                 Instant now) {
  batch.writes.push_back({acknowledged_key(scope, now, number), encode_mutation(mutation)});
}

void forget_acknowledged(DiskBatch& batch, const ClientScope& scope, Instant now) {
  const std::string oldest = acknowledged_key(
      scope.id(), Instant{std::max<std::int64_t>(0, now.unix_ms - kAcknowledgedKeptMs)}, 0);
  for (const auto& [rest, mutation] : scope.acknowledged()) {
    std::string key = "a/" + scope.id().to_string() + "/" + rest;
    if (key < oldest) batch.writes.push_back({std::move(key), std::nullopt});
  }
}

// True when changes leave the queue: then the transaction must be durable before anybody counts on
// it.
bool trim_decided(DiskBatch& batch, const ClientScope& scope, std::int64_t last_number,
                  Instant now) {
  bool is_trimmed = false;
  for (const auto& [number, entry] : scope.queue()) {
    if (number > last_number) break;
    if (!entry.outcome) continue;
    batch.writes.push_back({queue_key(scope.id(), number), std::nullopt});
    if (entry.outcome->status == OutcomeStatus::applied) {
      acknowledge(batch, scope.id(), number, entry.mutation, now);
    } else {
      refuse_change(batch, scope.id(), entry.mutation, entry.outcome->error, now);
    }
    is_trimmed = true;
  }
  return is_trimmed;
}

// The rows of a walk with what each adds to the checksum; the last word on a row counts.
class PatchRows {
 public:
  explicit PatchRows(const ClientScope& scope) : scope_(scope), sum_(scope.checksum()) {}

  Status take(const StagedPatch& staged) {
    if (staged.is_reset) drop_all();
    for (const PatchRow& row : staged.rows) {
      const EntityInfo* entity = find_entity(row.entity);
      if (entity == nullptr) return refuse("unknown_entity", "Unknown entity: " + row.entity);
      if (!row.bytes.empty()) {
        const Result<RowPointer> read = decode_row(*entity, row.bytes, scope_.schema());
        if (!read) return read.error();
      }
      take_row(*entity, row);
    }
    return success();
  }

  [[nodiscard]] Hash128 sum() const { return sum_; }
  void write(DiskBatch& batch) const {
    for (const auto& [key, change] : changes_) {
      if (change.hash != change.before) batch.writes.push_back({key, change.bytes});
    }
  }

 private:
  struct Change {
    std::optional<std::string> bytes;
    Hash128 hash;    // zero: absent
    Hash128 before;  // on disk
  };

  void drop_all() {
    for (const EntityInfo& entity : all_entities()) {
      scope_.base().each_row(entity, [&](const Id& id, const RowPointer&) {
        take_row(entity, {std::string(entity.name), id, {}});
      });
    }
  }

  void take_row(const EntityInfo& entity, const PatchRow& row) {
    const std::string key = base_key(scope_.id(), entity.name, row.id);
    const auto known = changes_.find(key);
    Change change;
    change.before = scope_.hash_in_base(entity, row.id);
    sum_ -= known == changes_.end() ? change.before : known->second.hash;
    if (!row.bytes.empty()) {
      change.bytes = row.bytes;
      change.hash = row_hash(entity.name, row.bytes);
      sum_ += change.hash;
    }
    changes_[key] = std::move(change);
  }

  const ClientScope& scope_;
  Hash128 sum_;
  std::map<std::string, Change> changes_;
};

}  // namespace

Result<DiskBatch> patch_batch(const ClientScope& scope, const StagedPatch& staged,
                              const PatchEnd& end, Instant server_time) {
  PatchRows rows(scope);
  if (Status status = rows.take(staged); !status) return status.error();
  if (rows.sum() != end.checksum) {
    return refuse("checksum_differs", "This device's copy differs from the server's.");
  }
  DiskBatch batch = guarded(scope);
  rows.write(batch);
  if (trim_decided(batch, scope, end.last_number, server_time))
    batch.durability = Durability::strict;
  ScopeRecord record = scope.record();
  record.schema = scope.schema();
  record.epoch = staged.epoch;
  record.version = end.version;
  record.membership = end.membership;
  record.last_number = end.last_number;
  record.is_reset_wanted = false;
  if (record == scope.record() && batch.writes.empty()) return batch;
  record.seen_at = std::max(record.seen_at, server_time);
  forget_acknowledged(batch, scope, server_time);
  put_record(batch, scope.id(), record);
  return batch;
}

namespace {

// No tab queued anything that is not known.
void expect_queue(DiskBatch& batch, const ClientScope& scope) {
  const Id& id = scope.id();
  batch.expectations.push_back({client_key(id), scope.client().to_string()});
  batch.expectations.push_back({counter_key(id), scope.counter_bytes()});
}

// Writes the queue anew from number 1 under a new client id.
void renumber(DiskBatch& batch, const ClientScope& scope, const std::vector<Mutation>& queue,
              const Id& client) {
  const Id& id = scope.id();
  expect_queue(batch, scope);
  for (const auto& [number, entry] : scope.queue()) {
    batch.writes.push_back({queue_key(id, number), std::nullopt});
  }
  std::int64_t number = 1;
  for (const Mutation& mutation : queue) {
    batch.writes.push_back({queue_key(id, number++), encode_mutation(mutation)});
  }
  batch.writes.push_back({counter_key(id), std::to_string(number)});
  batch.writes.push_back({client_key(id), client.to_string()});
  batch.durability = Durability::strict;
}

void remove_all(DiskBatch& batch, const ClientScope& scope) {
  const Id& id = scope.id();
  const std::string text = "/" + id.to_string() + "/";
  for (const EntityInfo& entity : all_entities()) {
    scope.base().each_row(entity, [&](const Id& row, const RowPointer&) {
      batch.writes.push_back({base_key(id, entity.name, row), std::nullopt});
    });
  }
  for (const auto& [number, entry] : scope.queue()) {
    batch.writes.push_back({queue_key(id, number), std::nullopt});
  }
  for (const auto& [rest, record] : scope.refused()) {
    batch.writes.push_back({"r" + text + rest, std::nullopt});
  }
  for (const auto& [rest, mutation] : scope.acknowledged()) {
    batch.writes.push_back({"a" + text + rest, std::nullopt});
  }
  for (const std::string& key : {scope_key(id), client_key(id), counter_key(id)}) {
    batch.writes.push_back({key, std::nullopt});
  }
  batch.durability = Durability::strict;
}

}  // namespace

DiskBatch recovery_batch(const ClientScope& scope, const Recovered& recovered) {
  std::map<Id, const KnownOutcome*> known;
  for (const KnownOutcome& each : recovered.known) known.emplace(each.id, &each);
  DiskBatch batch = guarded(scope);
  std::vector<Mutation> queue;
  for (const auto& [rest, mutation] : scope.acknowledged()) {
    if (known.contains(mutation.id)) continue;
    queue.push_back(mutation);
    batch.writes.push_back({"a/" + scope.id().to_string() + "/" + rest, std::nullopt});
  }
  for (const auto& [number, entry] : scope.queue()) {
    const auto found = known.find(entry.mutation.id);
    if (found == known.end()) {
      queue.push_back(entry.mutation);
    } else if (found->second->status == OutcomeStatus::applied) {
      acknowledge(batch, scope.id(), number, entry.mutation, recovered.now);
    } else {
      refuse_change(batch, scope.id(), entry.mutation, found->second->error, recovered.now);
    }
  }
  renumber(batch, scope, queue, recovered.client);
  ScopeRecord record = scope.record();
  record.is_reset_wanted = true;
  record.last_number = 0;
  put_record(batch, scope.id(), record);
  return batch;
}

DiskBatch quarantine_batch(const ClientScope& scope, Instant now) {
  DiskBatch batch = guarded(scope);
  expect_queue(batch, scope);
  QuarantineRecord record;
  record.removed_at = now;
  for (const auto& [number, entry] : scope.queue()) record.unsent.push_back(entry.mutation);
  for (const auto& [rest, refused] : scope.refused()) record.unsent.push_back(refused.mutation);
  remove_all(batch, scope);
  batch.writes.push_back({quarantine_key(scope.id()), encode(record)});
  return batch;
}

DiskBatch wipe_batch(const ClientScope& scope) {
  DiskBatch batch;
  remove_all(batch, scope);
  batch.writes.push_back({quarantine_key(scope.id()), std::nullopt});
  return batch;
}

DiskBatch new_scope_batch(const Id& scope, const ScopeRecord& record, const Id& client) {
  DiskBatch batch;
  batch.expectations.push_back({scope_key(scope), std::nullopt});
  put_record(batch, scope, record);
  batch.writes.push_back({client_key(scope), client.to_string()});
  batch.durability = Durability::strict;
  return batch;
}

DiskBatch mode_batch(const ClientScope& scope, ScopeMode mode) {
  DiskBatch batch = guarded(scope);
  ScopeRecord record = scope.record();
  record.mode = mode;
  put_record(batch, scope.id(), record);
  batch.durability = Durability::strict;
  return batch;
}

DiskBatch synced_batch(const ClientScope& scope, const Id& client) {
  DiskBatch batch = guarded(scope);
  std::vector<Mutation> queue;
  for (const auto& [number, entry] : scope.queue()) queue.push_back(entry.mutation);
  renumber(batch, scope, queue, client);
  ScopeRecord record = scope.record();
  record.mode = ScopeMode::synced;
  record.epoch = Id{};
  record.version = 0;
  record.last_number = 0;
  put_record(batch, scope.id(), record);
  return batch;
}

void append(DiskBatch& batch, DiskBatch more) {
  for (DiskRecord& each : more.expectations) batch.expectations.push_back(std::move(each));
  for (DiskRecord& each : more.writes) batch.writes.push_back(std::move(each));
  if (more.durability == Durability::strict) batch.durability = Durability::strict;
}

}  // namespace rr::sync
