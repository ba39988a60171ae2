#include "shared/sync/row_changes.h"

#include <algorithm>

namespace rr::sync {
namespace {

// The oldest schema that sees the entity exactly as `schema` does.
bool looks_alike(const EntityInfo& entity, std::uint16_t older, std::uint16_t newer) {
  const auto is_between = [&](std::uint16_t since) { return since > older && since <= newer; };
  return !is_between(entity.since) &&
         std::none_of(entity.fields.begin(), entity.fields.end(),
                      [&](const FieldInfo& field) { return is_between(field.since); });
}

struct Change {
  const EntityInfo* entity;
  Id id;
  RowPointer row;
};

}  // namespace

std::string visible_bytes(const EntityInfo& entity, const void* row, std::uint16_t schema) {
  return entity.since > schema ? std::string() : encode_row(entity, row, schema);
}

Id fresh_epoch(const ServerCall& call, std::string_view tag) {
  const Id random = derive_id(call.entropy, tag);
  return make_time_ordered_id(call.now.unix_ms,
                              std::span<const std::uint8_t, 10>(random.bytes.data(), 10));
}

ScopeState make_scope(const ServerCall& call, const Id& scope, ScopeKind kind) {
  ScopeState state;
  state.scope = scope;
  state.kind = kind;
  state.epoch = fresh_epoch(call, kind == ScopeKind::person ? "person" : "household");
  state.checksums.resize(kServedSchemas);
  return state;
}

// Rows are put in the order in which they may point to each other, and erased the other way round.
void ScopeWriter::write(const Overlay& changes, const Reader& before) {
  ++state_.version;
  std::vector<Change> erased;
  changes.each_change([&](const EntityInfo& entity, const Id& id, const RowPointer& row) {
    if (row) {
      put(entity, row, before.find_row(entity, id));
    } else {
      erased.push_back({&entity, id, before.find_row(entity, id)});
    }
  });
  for (auto each = erased.rbegin(); each != erased.rend(); ++each) {
    erase(*each->entity, each->id, each->row);
  }
}

void ScopeWriter::put(const EntityInfo& entity, const RowPointer& row, const RowPointer& before) {
  count(entity, before, row);
  storage_.put_row(state_.scope, state_.version, entity, row);
  if (entity.kind == EntityKind::member) follow_member(entity.id_of(row.get()), before, row);
}

void ScopeWriter::erase(const EntityInfo& entity, const Id& id, const RowPointer& before) {
  if (!before) return;  // made and erased by the same command
  count(entity, before, nullptr);
  storage_.erase_row(state_.scope, state_.version, entity, id, call_.now);
  if (entity.kind == EntityKind::member) follow_member(id, before, nullptr);
}

void ScopeWriter::count(const EntityInfo& entity, const RowPointer& before,
                        const RowPointer& after) {
  state_.checksums.resize(kServedSchemas);
  Hash128 taken;
  Hash128 given;
  for (std::uint16_t schema = kSchemaCurrent; schema >= kSchemaOldest; --schema) {
    if (schema == kSchemaCurrent || !looks_alike(entity, schema, schema + 1)) {
      const bool is_visible = entity.since <= schema;
      taken = before && is_visible ? row_hash(entity.name, encode_row(entity, before.get(), schema))
                                   : Hash128{};
      given = after && is_visible ? row_hash(entity.name, encode_row(entity, after.get(), schema))
                                  : Hash128{};
    }
    Hash128& sum = state_.checksums[schema - kSchemaOldest];
    sum -= taken;
    sum += given;
  }
}

void ScopeWriter::follow_member(const Id& account, const RowPointer& before,
                                const RowPointer& after) {
  if ((before != nullptr) == (after != nullptr)) return;
  Membership membership = storage_.membership(account, state_.scope).value_or(Membership{});
  ++membership.version;
  membership.is_member = after != nullptr;
  storage_.put_membership(account, state_.scope, membership);
  effects_.accounts_with_changed_memberships.push_back(account);
}

}  // namespace rr::sync
