// What the program itself does to a scope: system commands, new scopes, forgetting.

#include "shared/commands/system_work.h"
#include "shared/sync/row_changes.h"
#include "shared/sync/server_engine.h"

namespace rr::sync {
namespace {

Status apply_as_system(ServerStorage& storage, const ServerCall& call, ScopeState& state,
                       const Id& mutation_id, const Command& command, ServerEffects& effects) {
  const std::unique_ptr<Reader> rows = storage.rows(state.scope);
  Overlay changes(*rows);
  Context context;
  context.actor = ActorKind::system;
  context.scope = state.scope;
  context.mutation_id = mutation_id;
  context.meant_at = call.now;
  context.now = call.now;
  context.fresh_seed = derive_id(call.entropy, "seed", static_cast<std::uint64_t>(state.version));
  context.time_zones = call.time_zones;
  if (Status status = run_command(changes, context, command); !status) return status;
  ScopeWriter(storage, call, state, effects).write(changes, *rows);
  storage.append_audit({state.scope, state.version, mutation_id, ActorKind::system, Id{}, call.now,
                        call.now, context.fresh_seed, std::string(command.info->name),
                        command.info->version, kSchemaCurrent, encode_arguments(command),
                        call.request});
  storage.put_scope(state);
  effects.pokes.push_back({state.scope, state.version});
  return success();
}

}  // namespace

Status run_as_system(ServerStorage& storage, const ServerCall& call, const Id& scope,
                     const Id& mutation_id, const Command& command, ServerEffects& effects) {
  auto state = storage.lock_scope(scope);
  if (!state) return refuse("not_found", "There is no such household.", "scope");
  if (storage.was_applied(scope, Id{}, mutation_id)) return success();
  return apply_as_system(storage, call, *state, mutation_id, command, effects);
}

// Each command makes the next one due or none; the bound is a guard against a rule that never ends.
void run_due_work(ServerStorage& storage, const ServerCall& call, const Id& scope,
                  ServerEffects& effects) {
  constexpr int kMostSteps = 1000;
  auto state = storage.lock_scope(scope);
  if (!state || state->kind != ScopeKind::household || call.time_zones == nullptr) return;
  for (int step = 0; step < kMostSteps; ++step) {
    const auto command = next_system_command(*storage.rows(scope), call.now, *call.time_zones);
    if (!command) return;
    const Id id = derive_id(scope, "system", static_cast<std::uint64_t>(state->version) + 1);
    if (!apply_as_system(storage, call, *state, id, *command, effects)) return;
  }
}

void ensure_person_scope(ServerStorage& storage, const ServerCall& call) {
  if (storage.lock_scope(call.account)) return;
  storage.put_scope(make_scope(call, call.account, ScopeKind::person));
}

void forget_old(ServerStorage& storage, const ServerCall& call, const Id& scope) {
  const Instant before{call.now.unix_ms - kTombstoneKeptMs};
  auto state = storage.lock_scope(scope);
  if (!state) return;
  const std::int64_t purged = storage.purge_tombstones(scope, before);
  storage.purge_outcomes(scope, Instant{call.now.unix_ms - kOutcomeKeptMs});
  if (purged <= state->purged_version) return;
  state->purged_version = purged;
  storage.put_scope(*state);
}

}  // namespace rr::sync
