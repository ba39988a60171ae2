// A household that lived on one device becomes a synced one.

#include "shared/domain/verify.h"
#include "shared/store/memory_store.h"
#include "shared/sync/row_changes.h"
#include "shared/sync/server_access.h"
#include "shared/sync/server_engine.h"

namespace rr::sync {
namespace {

// The same rows sent again by a newer program are the same content.
Hash128 content_of(const Overlay& household, const Overlay& person) {
  Hash128 sum;
  for (const Overlay* rows : {&household, &person}) {
    rows->each_change([&sum](const EntityInfo& entity, const Id&, const RowPointer& row) {
      sum += row_hash(entity.name, encode_row(entity, row.get()));
    });
  }
  return sum;
}

// Reads rows into `target`, which holds what the store would show. Codes: unknown_entity,
// repeated_row, wrong_scope, those of decode_row.
Status read_rows(const ServerCall& call, const std::vector<SnapshotRow>& rows, ScopeKind kind,
                 std::uint16_t schema, Overlay& target) {
  for (const SnapshotRow& each : rows) {
    const EntityInfo* entity = find_entity(each.entity);
    if (entity == nullptr || entity->since > schema) {
      return refuse("unknown_entity", "There is no entity called " + each.entity + ".", "entity");
    }
    if (entity->scope != kind) {
      return refuse("wrong_scope", each.entity + " does not belong here.", "entity");
    }
    const Result<RowPointer> row = decode_row(*entity, each.bytes, schema);
    if (!row) return row.error();
    if (Status status = check_texts(call, entity->fields, row->get()); !status) return status;
    if (target.find_row(*entity, entity->id_of(row->get()))) {
      return refuse("repeated_row", "A row of " + each.entity + " comes twice.", "id");
    }
    target.put_row(*entity, *row);
  }
  return success();
}

// The one household row is the scope's, and its one member is the account, as owner.
Status check_household(const Reader& rows, const Id& household, const Id& account) {
  const auto households = rows.all<Household>();
  if (households.size() != 1 || households.front()->id != household) {
    return refuse("not_valid", "The snapshot must hold exactly its own household.", "household");
  }
  const auto members = rows.all<Member>();
  if (members.size() != 1 || members.front()->id != account ||
      members.front()->role != Role::owner) {
    return refuse("not_valid", "The snapshot must have its starter as its only member.", "member");
  }
  const std::vector<Violation> violations = verify_household(rows);
  if (violations.empty()) return success();
  return refuse("not_valid", violations.front().message);
}

Status check_person(const Reader& rows, const Id& account) {
  for (const auto& settings : rows.all<PersonalSettings>()) {
    if (settings->id == account) continue;
    return refuse("not_valid", "The settings belong to another person.", "id");
  }
  return success();
}

void write_scope(ServerStorage& storage, const ServerCall& call, ScopeState state,
                 const Overlay& rows, const Reader& before, ServerEffects& effects) {
  ScopeWriter(storage, call, state, effects).write(rows, before);
  storage.append_audit(
      {state.scope, state.version,
       derive_id(state.scope, "snapshot", static_cast<std::uint64_t>(state.version)),
       ActorKind::system, call.account, call.now, call.now, Id{}, "snapshot", 1, kSchemaCurrent,
       "{}", call.request});
  storage.put_scope(state);
  effects.pokes.push_back({state.scope, state.version});
}

}  // namespace

Status accept_snapshot(ServerStorage& storage, const ServerCall& call, const Snapshot& snapshot,
                       ServerEffects& effects) {
  if (Status status = check_schema(snapshot.schema); !status) return status;
  if (snapshot.household == call.account) {
    return refuse("id_taken", "A household and a person cannot have the same id.", "household");
  }
  const MemoryStore nothing;
  Overlay household(nothing);
  Overlay person(nothing);
  const auto read = [&](const std::vector<SnapshotRow>& rows, ScopeKind kind, Overlay& target) {
    return read_rows(call, rows, kind, snapshot.schema, target);
  };
  if (Status status = read(snapshot.household_rows, ScopeKind::household, household); !status) {
    return status;
  }
  if (Status status = read(snapshot.person_rows, ScopeKind::person, person); !status) return status;
  const Hash128 content = content_of(household, person);
  if (const auto present = storage.lock_scope(snapshot.household)) {
    const auto membership = storage.membership(call.account, snapshot.household);
    if (membership && present->snapshot == content) return success();
    return refuse("id_taken", "This household exists already.", "household");
  }
  if (Status status = check_household(household, snapshot.household, call.account); !status) {
    return status;
  }
  if (Status status = check_person(person, call.account); !status) return status;
  ensure_person_scope(storage, call);
  const std::unique_ptr<Reader> person_before = storage.rows(call.account);
  ScopeState state = make_scope(call, snapshot.household, ScopeKind::household);
  state.snapshot = content;
  storage.put_scope(state);
  write_scope(storage, call, state, household, nothing, effects);
  if (person.is_empty()) return success();
  const auto person_state = storage.lock_scope(call.account);
  if (!person_state) return success();  // the storage faulted: nothing of this is committed
  write_scope(storage, call, *person_state, person, *person_before, effects);
  return success();
}

}  // namespace rr::sync
