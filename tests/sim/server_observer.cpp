#include "tests/sim/server_observer.h"

#include "shared/commands/cycles.h"
#include "shared/domain/verify.h"

namespace rr::sim {
namespace {

constexpr std::uint64_t kCommitsPerVerification = 16;

Sums sums_of(const EntityInfo& entity, const void* row) {
  Sums sums{};
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const auto schema = static_cast<std::uint16_t>(kSchemaOldest + i);
    const std::string bytes = sync::visible_bytes(entity, row, schema);
    if (!bytes.empty()) sums[i] = sync::row_hash(entity.name, bytes);
  }
  return sums;
}

}  // namespace

void ServerObserver::committed(const MemoryStorage& unit) {
  // Rows come first: an uploaded household's rows are the checkpoint of its audit log.
  take_rows(unit.touched_rows());
  for (const sync::AuditEntry& entry : unit.new_audit()) take_audit(entry);
  for (const Id& scope : unit.touched_scopes()) check_scope(scope);
}

void ServerObserver::take_rows(const std::set<std::pair<Id, RowKey>>& touched) {
  for (const auto& [scope, key] : touched) {
    Shadow& shadow = shadows_[scope];
    const EntityInfo& entity = describe(static_cast<EntityKind>(key.first));
    const RowPointer row = server_->data().scopes.at(scope).rows.find_row(entity, key.second);
    Sums& known = shadow.rows[key];
    const Sums sums = row ? sums_of(entity, row.get()) : Sums{};
    for (std::size_t i = 0; i < sums.size(); ++i) {
      shadow.sums[i] -= known[i];
      shadow.sums[i] += sums[i];
    }
    known = sums;
  }
}

void ServerObserver::take_audit(const sync::AuditEntry& entry) {
  Shadow& shadow = shadows_[entry.scope];
  if (entry.version != shadow.version + 1) {
    chronicle_.violate(10, "version " + std::to_string(entry.version) + " follows " +
                               std::to_string(shadow.version) + " for " + entry.command);
  }
  shadow.version = entry.version;
  const MutationPlace place{entry.scope, entry.person, entry.mutation_id};
  if (!applied_.emplace(place, entry.version).second) {
    chronicle_.violate(1, entry.command + " took effect twice");
  }
  effective_.insert({entry.person, entry.mutation_id});
  ++by_command_[entry.command];
  if (entry.actor == ActorKind::person) ++accepted_;
  if (entry.command == "snapshot") {
    const MemoryStore& rows = server_->data().scopes.at(entry.scope).rows;
    shadow.checkpoint = rows;
    for (const auto& cycle : rows.all<Cycle>()) {
      if (cycle->state == CycleState::closed) shadow.closed_cycles.insert(cycle->index);
    }
  }
  if (entry.command != "cycle.close") return;
  const auto command = decode_command(*find_command(entry.command, entry.command_version),
                                      entry.arguments, entry.schema);
  const auto index = command ? static_cast<const CloseCycle*>(command->arguments.get())->index : -1;
  if (!shadow.closed_cycles.insert(index).second) {
    chronicle_.violate(8, "cycle " + std::to_string(index) + " was closed twice");
  }
}

void ServerObserver::check_scope(const Id& scope) {
  const ScopeData& data = server_->data().scopes.at(scope);
  const Shadow& shadow = shadows_[scope];
  if (!data.state) return;
  for (std::size_t i = 0; i < shadow.sums.size(); ++i) {
    const Hash128 kept = i < data.state->checksums.size() ? data.state->checksums[i] : Hash128{};
    if (kept != shadow.sums[i]) chronicle_.violate(3, "the server's checksum is not its rows'");
  }
  if (data.state->version != shadow.version) {
    chronicle_.violate(10, "the scope's version is not that of its last change");
  }
  history_[{scope, data.state->epoch, data.state->version}].insert(shadow.sums);
  const bool is_household = data.state->kind == ScopeKind::household;
  if (is_household && ++commits_ % kCommitsPerVerification == 0) check_household(scope);
}

void ServerObserver::check_household(const Id& scope) {
  const auto violations = verify_household(server_->data().scopes.at(scope).rows);
  if (!violations.empty()) chronicle_.violate(6, violations.front().message);
}

// A number that is used up has an outcome until its client kept it, and none beyond it has.
void ServerObserver::check_numbers() {
  const ServerData& data = server_->data();
  for (const auto& [place, last] : data.last_numbers) {
    if (last > acknowledged_[place] && !data.outcomes.contains({place, last})) {
      chronicle_.violate(2, "number " + std::to_string(last) + " is used up without an outcome");
    }
    const auto beyond = data.outcomes.upper_bound({place, last});
    if (beyond != data.outcomes.end() && beyond->first.first == place) {
      chronicle_.violate(2, "an outcome is kept for a number that is not used up");
    }
  }
}

void ServerObserver::rolled_back() { check_numbers(); }

void ServerObserver::may_have_pushed(const Id& account, const sync::PushRequest& request) {
  std::int64_t& acknowledged = acknowledged_[{request.scope, account, request.client}];
  acknowledged = std::max(acknowledged, request.acknowledged);
}

void ServerObserver::pushed(const Id& account, const sync::PushRequest& request,
                            const Result<sync::PushAnswer>& answer) {
  const auto& scopes = server_->data().scopes;
  if (!answer.ok()) {
    const auto scope = scopes.find(request.scope);
    const bool is_told = answer.error().code == "epoch_changed" && !request.epoch.is_nil();
    if (is_told && scope != scopes.end() && scope->second.state->epoch == request.epoch) {
      chronicle_.violate(10, "a client is told of a new epoch that is still the old one");
    }
    return;
  }
  may_have_pushed(account, request);
  const ClientPlace place{request.scope, account, request.client};
  for (const auto& each : request.mutations) {
    if (each.number <= acknowledged_[place] ||
        server_->data().outcomes.contains({place, each.number})) {
      continue;
    }
    chronicle_.violate(2, "number " + std::to_string(each.number) + " lost its outcome");
  }
  check_numbers();
}

void ServerObserver::check_patch(const Id& account, std::uint16_t schema,
                                 const sync::ScopePatch& patch) {
  if (patch.status != sync::PatchStatus::patch) return;
  const auto found = server_->data().scopes.find(patch.scope);
  const bool is_own = patch.scope == account;
  if (found == server_->data().scopes.end()) {
    if (!patch.rows.empty()) chronicle_.violate(9, "rows of a scope that is not there");
    return;
  }
  const MemoryStore& rows = found->second.rows;
  if (!is_own && !rows.find<Member>(account)) {
    chronicle_.violate(9, "somebody who is no member is answered");
  }
  for (const sync::PatchRow& row : patch.rows) {
    const EntityInfo* entity = find_entity(row.entity);
    const ScopeKind kind = is_own ? ScopeKind::person : ScopeKind::household;
    if (entity == nullptr || entity->scope != kind) {
      chronicle_.violate(9, "a row of " + row.entity + " in the wrong scope");
      continue;
    }
    const RowPointer present = rows.find_row(*entity, row.id);
    const std::string bytes =
        present ? sync::visible_bytes(*entity, present.get(), schema) : std::string();
    // A walk over an older snapshot is judged when it is applied.
    if (!row.bytes.empty() && bytes != row.bytes) {
      chronicle_.violate(9, "a row of " + row.entity + " that the scope does not hold");
    }
  }
}

void ServerObserver::pulled(const Id& account, const sync::PullRequest& request,
                            const sync::PullAnswer& answer) {
  for (const sync::ScopePatch& patch : answer.scopes) {
    check_patch(account, request.schema, patch);
  }
}

void ServerObserver::asked_outcomes(const sync::OutcomesRequest&) {
  if (!has_cause_) chronicle_.violate(3, "a client recovers although nothing happened to it");
}

void ServerObserver::restored() {
  ++restores_;
  has_cause_ = true;
  rebuild();
}

void ServerObserver::rebuild() {
  applied_.clear();
  effective_.clear();
  std::erase_if(shadows_,
                [this](const auto& each) { return !server_->data().scopes.contains(each.first); });
  for (const auto& [id, data] : server_->data().scopes) {
    Shadow& shadow = shadows_[id];
    Shadow fresh;
    fresh.checkpoint = std::move(shadow.checkpoint);
    for (const auto& [key, version] : data.versions) {
      const EntityInfo& entity = describe(static_cast<EntityKind>(key.first));
      const RowPointer row = data.rows.find_row(entity, key.second);
      if (!row) continue;
      fresh.rows[key] = sums_of(entity, row.get());
      for (std::size_t i = 0; i < fresh.sums.size(); ++i) {
        fresh.sums[i] += fresh.rows[key][i];
      }
    }
    for (const auto& cycle : data.rows.all<Cycle>()) {
      if (cycle->state == CycleState::closed) fresh.closed_cycles.insert(cycle->index);
    }
    for (const sync::AuditEntry& entry : data.audit) {
      applied_.emplace(MutationPlace{id, entry.person, entry.mutation_id}, entry.version);
      effective_.insert({entry.person, entry.mutation_id});
    }
    fresh.version = data.state ? data.state->version : 0;
    shadow = std::move(fresh);
  }
}

bool ServerObserver::was_state(const Id& scope, const Id& epoch, std::int64_t version,
                               std::uint16_t schema, const Hash128& sum) const {
  const auto known = history_.find({scope, epoch, version});
  if (known == history_.end()) return false;
  for (const Sums& sums : known->second) {
    if (sums[schema - kSchemaOldest] == sum) return true;
  }
  return false;
}

std::int64_t ServerObserver::version_of(const Id& scope, const Id& account,
                                        const Id& mutation) const {
  const auto found = applied_.find({scope, account, mutation});
  return found == applied_.end() ? 0 : found->second;
}

}  // namespace rr::sim
