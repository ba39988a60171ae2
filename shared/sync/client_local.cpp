// A household that lives on one device: the leading tab decides as the server would.
#include <algorithm>

#include "shared/commands/system_work.h"
#include "shared/sync/client_batches.h"

namespace rr::sync {
namespace {

class LocalDecider {
 public:
  LocalDecider(const ClientScope& scope, const LocalDecision& decision)
      : scope_(scope), decision_(decision), changes_(scope.base()), record_(scope.record()) {}

  DiskBatch decide() {
    batch_.expectations.push_back({scope_key(scope_.id()), scope_.record_bytes()});
    run_due_work();
    for (const auto& [number, entry] : scope_.queue()) {
      decide_change(entry);
      batch_.writes.push_back({queue_key(scope_.id(), number), std::nullopt});
      record_.last_number = number;
    }
    upgrade_rows();
    if (record_ == scope_.record()) return batch_;
    changes_.each_change([this](const EntityInfo& entity, const Id& id, const RowPointer& row) {
      // A program of that version has no such rows.
      if (entity.since > scope_.schema()) return;
      std::optional<std::string> bytes;
      if (row) bytes = encode_row(entity, row.get(), scope_.schema());
      batch_.writes.push_back({base_key(scope_.id(), entity.name, id), std::move(bytes)});
    });
    batch_.writes.push_back({scope_key(scope_.id()), encode(record_)});
    batch_.durability = Durability::strict;
    return std::move(batch_);
  }

 private:
  // Rows of an older program are written anew, so that all have the same shape.
  void upgrade_rows() {
    if (record_.schema == scope_.schema()) return;
    record_.schema = scope_.schema();
    for (const EntityInfo& entity : all_entities()) {
      if (entity.since > scope_.schema()) continue;
      scope_.base().each_row(entity, [&](const Id& id, const RowPointer& row) {
        batch_.writes.push_back({base_key(scope_.id(), entity.name, id),
                                 encode_row(entity, row.get(), scope_.schema())});
      });
    }
  }

  Status run(Context context, const Command& command) {
    context.now = decision_.now;
    context.time_zones = decision_.time_zones;
    context.fresh_seed =
        derive_id(decision_.entropy, "seed", static_cast<std::uint64_t>(record_.version));
    Overlay attempt(changes_);
    if (Status status = run_command(attempt, context, command); !status) return status;
    attempt.apply_to(changes_);
    ++record_.version;
    return success();
  }

  void run_due_work() {
    constexpr int kMostSteps = 1000;
    if (decision_.time_zones == nullptr || scope_.record().kind != ScopeKind::household) return;
    for (int step = 0; step < kMostSteps; ++step) {
      const auto command = next_system_command(changes_, decision_.now, *decision_.time_zones);
      if (!command) return;
      Context context;
      context.actor = ActorKind::system;
      context.scope = scope_.id();
      context.mutation_id =
          derive_id(scope_.id(), "system", static_cast<std::uint64_t>(record_.version) + 1);
      context.meant_at = decision_.now;
      if (!run(context, *command)) return;
    }
  }

  void decide_change(const QueueEntry& entry) {
    Status status =
        entry.command ? success()
                      : Status(refuse("unknown_command", "This program does not know the change."));
    if (status) {
      Context context = scope_.context_of(entry.mutation);
      context.meant_at = std::min(context.meant_at, decision_.now);
      status = run(context, *entry.command);
    }
    if (status) return;
    batch_.writes.push_back({refused_key(scope_.id(), entry.mutation.id),
                             encode(RefusedRecord{entry.mutation, status.error(), decision_.now})});
  }

  const ClientScope& scope_;
  const LocalDecision& decision_;
  Overlay changes_;
  ScopeRecord record_;
  DiskBatch batch_;
};

}  // namespace

DiskBatch local_batch(const ClientScope& scope, const LocalDecision& decision) {
  return LocalDecider(scope, decision).decide();
}

}  // namespace rr::sync
