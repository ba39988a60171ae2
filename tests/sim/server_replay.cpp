// Invariant 13: the audit log, run again from its checkpoint, gives the state.
#include "server/ops/built_in_time_zones.h"
#include "shared/store/overlay.h"
#include "tests/sim/server_observer.h"

namespace rr::sim {
namespace {

Context context_of(const sync::AuditEntry& entry) {
  Context context;
  context.actor = entry.actor;
  if (entry.actor == ActorKind::person) context.person = entry.person;
  context.scope = entry.scope;
  context.mutation_id = entry.mutation_id;
  context.meant_at = entry.meant_at;
  context.now = entry.at;
  context.fresh_seed = entry.fresh_seed;
  context.time_zones = &built_in_time_zones();
  return context;
}

std::string differing_row(const MemoryStore& left, const MemoryStore& right) {
  std::string difference;
  for (const EntityInfo& entity : all_entities()) {
    const auto compare = [&](const MemoryStore& from, const MemoryStore& to) {
      from.each_row(entity, [&](const Id& id, const RowPointer& row) {
        const RowPointer other = to.find_row(entity, id);
        if (other && encode_row(entity, other.get()) == encode_row(entity, row.get())) return;
        difference = std::string(entity.name) + " " + encode_row(entity, row.get());
      });
    };
    compare(left, right);
    compare(right, left);
  }
  return difference;
}

}  // namespace

void ServerObserver::replay(const Id& scope, const ScopeData& data, const Shadow& shadow) {
  MemoryStore rows;
  for (const sync::AuditEntry& entry : data.audit) {
    if (entry.command == "snapshot") {
      // A checkpoint of its own: nothing before it counts.
      rows = shadow.checkpoint;
      continue;
    }
    const CommandInfo* info = find_command(entry.command, entry.command_version);
    const auto command = decode_command(*info, entry.arguments, entry.schema);
    Overlay changes(rows);
    const Status status =
        command ? run_command(changes, context_of(entry), *command) : Status(command.error());
    if (!status) {
      return chronicle_.violate(13, entry.command + " is refused when the audit log is replayed: " +
                                        status.error().message);
    }
    changes.apply_to(rows);
  }
  const std::string difference = differing_row(rows, data.rows);
  if (!difference.empty()) {
    chronicle_.violate(13, "the replayed audit log of " + scope.to_string() +
                               " gives another state: " + difference);
  }
}

void ServerObserver::check_at_rest() {
  check_numbers();
  for (const auto& [id, data] : server_->data().scopes) {
    if (!data.state) continue;
    check_scope(id);
    if (data.state->kind == ScopeKind::household) check_household(id);
    replay(id, data, shadows_[id]);
  }
}

}  // namespace rr::sim
