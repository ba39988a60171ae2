// What became of changes: numbers, outcomes and the audit.
#include <algorithm>
#include <array>

#include "server/store/sqlite_sync_storage.h"

namespace rr {
namespace {

using namespace std::string_view_literals;

const std::string kLastNumber =
    "SELECT last_number FROM client_number WHERE scope=? AND account_id=? AND client=?";
const std::string kPutLastNumber =
    "INSERT INTO client_number (scope,account_id,client,last_number) VALUES (?,?,?,?)"
    " ON CONFLICT (scope,account_id,client) DO UPDATE SET last_number=excluded.last_number";
const std::string kOutcomeColumns =
    "SELECT number,mutation_id,status,error_code,error_message,error_field,content FROM outcome";
const std::string kFindOutcome =
    kOutcomeColumns + " WHERE scope=? AND account_id=? AND client=? AND number=?";
const std::string kFindOutcomeById =
    kOutcomeColumns + " WHERE scope=? AND account_id=? AND mutation_id=? LIMIT 1";
const std::string kPutOutcome =
    "INSERT INTO outcome (scope,account_id,client,number,mutation_id,status,error_code,"
    "error_message,error_field,content,at) VALUES (?,?,?,?,?,?,?,?,?,?,?)";
const std::string kEraseOutcomes =
    "DELETE FROM outcome WHERE scope=? AND account_id=? AND client=? AND number<=? "
    "AND status='applied'";
const std::string kPurgeOutcomes = "DELETE FROM outcome WHERE scope=? AND at<?";
const std::string kAppendAudit =
    "INSERT INTO audit (scope,version,mutation_id,actor,person,meant_at,at,fresh_seed,command,"
    "command_version,schema,arguments,request) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";
const std::string kWasApplied =
    "SELECT 1 FROM audit WHERE scope=? AND person=? AND mutation_id=? LIMIT 1";

constexpr std::array kStatuses{"applied"sv, "refused"sv, "expired"sv};

sync::StoredOutcome read_outcome(const Query& query) {
  sync::StoredOutcome stored;
  stored.outcome.number = query.integer(0);
  stored.outcome.id = query.id(1);
  const auto status = std::find(kStatuses.begin(), kStatuses.end(), query.text(2));
  stored.outcome.status = static_cast<sync::OutcomeStatus>(status - kStatuses.begin());
  stored.outcome.error = {std::string(query.text(3)), std::string(query.text(4)),
                          std::string(query.text(5))};
  stored.content = query.hash(6);
  return stored;
}

}  // namespace

std::int64_t SqliteSyncStorage::last_number(const sync::ClientKey& key) {
  Query query(database_, kLastNumber);
  return query.bind(key.scope).bind(key.account).bind(key.client).next() ? query.integer(0) : 0;
}

void SqliteSyncStorage::put_last_number(const sync::ClientKey& key, std::int64_t number) {
  Query(database_, kPutLastNumber)
      .bind(key.scope)
      .bind(key.account)
      .bind(key.client)
      .bind(number)
      .run();
}

std::optional<sync::StoredOutcome> SqliteSyncStorage::find_outcome(const sync::ClientKey& key,
                                                                   std::int64_t number) {
  Query query(database_, kFindOutcome);
  query.bind(key.scope).bind(key.account).bind(key.client).bind(number);
  if (!query.next()) return std::nullopt;
  return read_outcome(query);
}

std::optional<sync::StoredOutcome> SqliteSyncStorage::find_outcome_by_id(const Id& scope,
                                                                         const Id& account,
                                                                         const Id& mutation_id) {
  Query query(database_, kFindOutcomeById);
  if (!query.bind(scope).bind(account).bind(mutation_id).next()) return std::nullopt;
  return read_outcome(query);
}

void SqliteSyncStorage::put_outcome(const sync::ClientKey& key, const sync::StoredOutcome& stored,
                                    Instant now) {
  const sync::Outcome& outcome = stored.outcome;
  Query query(database_, kPutOutcome);
  query.bind(key.scope)
      .bind(key.account)
      .bind(key.client)
      .bind(outcome.number)
      .bind(outcome.id)
      .bind(kStatuses[static_cast<std::size_t>(outcome.status)]);
  if (outcome.status == sync::OutcomeStatus::applied) {
    query.bind_null().bind_null().bind_null();
  } else {
    query.bind(outcome.error.code).bind(outcome.error.message).bind(outcome.error.field);
  }
  query.bind(stored.content).bind(now.unix_ms).run();
}

void SqliteSyncStorage::erase_applied_up_to(const sync::ClientKey& key, std::int64_t number) {
  Query(database_, kEraseOutcomes)
      .bind(key.scope)
      .bind(key.account)
      .bind(key.client)
      .bind(number)
      .run();
}

void SqliteSyncStorage::purge_outcomes(const Id& scope, Instant before) {
  Query(database_, kPurgeOutcomes).bind(scope).bind(before.unix_ms).run();
}

void SqliteSyncStorage::append_audit(const sync::AuditEntry& entry) {
  Query(database_, kAppendAudit)
      .bind(entry.scope)
      .bind(entry.version)
      .bind(entry.mutation_id)
      .bind(entry.actor == ActorKind::system ? "system"sv : "person"sv)
      .bind(entry.person)
      .bind(entry.meant_at.unix_ms)
      .bind(entry.at.unix_ms)
      .bind(entry.fresh_seed)
      .bind(entry.command)
      .bind(std::int64_t{entry.command_version})
      .bind(std::int64_t{entry.schema})
      .bind(entry.arguments)
      .bind(entry.request)
      .run();
}

bool SqliteSyncStorage::was_applied(const Id& scope, const Id& account, const Id& mutation_id) {
  Query query(database_, kWasApplied);
  return query.bind(scope).bind(account).bind(mutation_id).next();
}

}  // namespace rr
