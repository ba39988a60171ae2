#include "server/store/sqlite_sync_storage.h"

#include "server/store/checksum_list.h"
#include "server/store/row_table.h"
#include "server/store/sqlite_changes.h"
#include "server/store/sqlite_scope_reader.h"
#include "shared/sync/row_changes.h"

namespace rr {
namespace {

const std::string kReadScope =
    "SELECT kind,epoch,version,purged_version,checksums,snapshot FROM scope_state WHERE scope=?";
const std::string kPutScope =
    "INSERT INTO scope_state (scope,kind,epoch,version,purged_version,checksums,snapshot)"
    " VALUES (?,?,?,?,?,?,?) ON CONFLICT (scope) DO UPDATE SET kind=excluded.kind,"
    "epoch=excluded.epoch,version=excluded.version,purged_version=excluded.purged_version,"
    "checksums=excluded.checksums,snapshot=excluded.snapshot";
const std::string kScopesAfter =
    "SELECT scope FROM scope_state WHERE kind=? AND scope>? ORDER BY scope LIMIT ?";
const std::string kAddTombstone =
    "INSERT INTO tombstone (scope,version,entity,id,erased_at) VALUES (?,?,?,?,?)";
const std::string kLastOldTombstone =
    "SELECT max(version) FROM tombstone WHERE scope=? AND erased_at<?";
const std::string kPurgeTombstones = "DELETE FROM tombstone WHERE scope=? AND erased_at<?";
const std::string kMembership =
    "SELECT version,is_member FROM membership WHERE account_id=? AND household_id=?";
const std::string kPutMembership =
    "INSERT INTO membership (account_id,household_id,version,is_member) VALUES (?,?,?,?)"
    " ON CONFLICT (account_id,household_id) DO UPDATE SET version=excluded.version,"
    "is_member=excluded.is_member";
const std::string kHouseholdsOf =
    "SELECT household_id FROM membership WHERE account_id=? AND is_member=1 ORDER BY household_id";

constexpr std::string_view word_of(ScopeKind kind) {
  return kind == ScopeKind::person ? "person" : "household";
}

// The sum over all rows as a client of that schema sees them: for a schema that the program which
// last wrote the scope did not serve yet.
Hash128 sum_rows(Database& database, const Id& scope, std::uint16_t schema) {
  Hash128 sum;
  for (const EntityInfo& entity : all_entities()) {
    if (entity.since > schema) continue;
    for (const VersionedRow& each : row_table(entity).all(database, scope)) {
      sum += sync::row_hash(entity.name, sync::visible_bytes(entity, each.row.get(), schema));
    }
  }
  return sum;
}

}  // namespace

std::optional<sync::ScopeState> SqliteSyncStorage::lock_scope(const Id& scope) {
  return read_scope(scope);
}

std::optional<sync::ScopeState> SqliteSyncStorage::read_scope(const Id& scope) {
  Query query(database_, kReadScope);
  if (!query.bind(scope).next()) return std::nullopt;
  sync::ScopeState state;
  state.scope = scope;
  state.kind =
      query.text(0) == word_of(ScopeKind::person) ? ScopeKind::person : ScopeKind::household;
  state.epoch = query.id(1);
  state.version = query.integer(2);
  state.purged_version = query.integer(3);
  state.snapshot = query.hash(5);
  std::uint16_t schema = kSchemaOldest;
  for (const auto& sum : read_checksums(query.text(4))) {
    state.checksums.push_back(sum ? *sum : sum_rows(database_, scope, schema));
    ++schema;
  }
  return state;
}

void SqliteSyncStorage::put_scope(const sync::ScopeState& state) {
  const std::string checksums = write_checksums(state.checksums);
  Query(database_, kPutScope)
      .bind(state.scope)
      .bind(word_of(state.kind))
      .bind(state.epoch)
      .bind(state.version)
      .bind(state.purged_version)
      .bind(checksums)
      .bind(state.snapshot)
      .run();
}

std::vector<Id> SqliteSyncStorage::scopes_after(ScopeKind kind, const Id& last, std::size_t limit) {
  std::vector<Id> scopes;
  Query query(database_, kScopesAfter);
  query.bind(word_of(kind)).bind(last).bind(static_cast<std::int64_t>(limit));
  while (query.next()) scopes.push_back(query.id(0));
  return scopes;
}

std::unique_ptr<Reader> SqliteSyncStorage::rows(const Id& scope) {
  return std::make_unique<SqliteScopeReader>(database_, scope);
}

void SqliteSyncStorage::put_row(const Id& scope, std::int64_t version, const EntityInfo& entity,
                                const RowPointer& row) {
  row_table(entity).put(database_, scope, version, row.get());
}

void SqliteSyncStorage::erase_row(const Id& scope, std::int64_t version, const EntityInfo& entity,
                                  const Id& id, Instant now) {
  row_table(entity).erase(database_, scope, id);
  Query(database_, kAddTombstone)
      .bind(scope)
      .bind(version)
      .bind(entity.name)
      .bind(id)
      .bind(now.unix_ms)
      .run();
}

std::vector<sync::ChangedRow> SqliteSyncStorage::changes_after(const Id& scope,
                                                               const sync::PagePlace& place,
                                                               std::size_t limit) {
  return read_changes(database_, scope, place, limit);
}

std::int64_t SqliteSyncStorage::purge_tombstones(const Id& scope, Instant before) {
  Query last(database_, kLastOldTombstone);
  if (!last.bind(scope).bind(before.unix_ms).next() || last.is_null(0)) return 0;
  const std::int64_t version = last.integer(0);
  Query(database_, kPurgeTombstones).bind(scope).bind(before.unix_ms).run();
  return version;
}

std::optional<sync::Membership> SqliteSyncStorage::membership(const Id& account,
                                                              const Id& household) {
  Query query(database_, kMembership);
  if (!query.bind(account).bind(household).next()) return std::nullopt;
  return sync::Membership{query.integer(0), query.integer(1) != 0};
}

void SqliteSyncStorage::put_membership(const Id& account, const Id& household,
                                       const sync::Membership& membership) {
  Query(database_, kPutMembership)
      .bind(account)
      .bind(household)
      .bind(membership.version)
      .bind(std::int64_t{membership.is_member ? 1 : 0})
      .run();
}

std::vector<Id> SqliteSyncStorage::households_of(const Id& account) {
  std::vector<Id> households;
  Query query(database_, kHouseholdsOf);
  query.bind(account);
  while (query.next()) households.push_back(query.id(0));
  return households;
}

}  // namespace rr
