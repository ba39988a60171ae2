// Everything a simulated server keeps: a plain value, so that a backup is a copy.
#pragma once

#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "shared/store/memory_store.h"
#include "shared/sync/server_storage.h"

namespace rr::sim {

using RowKey = std::pair<std::uint8_t, Id>;                    // entity, id
using ChangeKey = std::tuple<std::int64_t, std::uint8_t, Id>;  // version, entity, id
using ClientPlace = std::tuple<Id, Id, Id>;                    // scope, account, client
using OutcomePlace = std::pair<ClientPlace, std::int64_t>;     // and number
using MutationPlace = std::tuple<Id, Id, Id>;                  // scope, account, mutation

[[nodiscard]] inline ClientPlace place_of(const sync::ClientKey& key) {
  return {key.scope, key.account, key.client};
}
[[nodiscard]] inline RowKey key_of(const EntityInfo& entity, const Id& id) {
  return {static_cast<std::uint8_t>(entity.kind), id};
}

struct KeptOutcome {
  sync::StoredOutcome stored;
  Instant at;
};

struct ScopeData {
  std::optional<sync::ScopeState> state;
  MemoryStore rows;
  std::map<RowKey, std::int64_t> versions;              // of rows and tombstones
  std::map<ChangeKey, std::optional<Instant>> changes;  // with a time: a tombstone
  std::vector<sync::AuditEntry> audit;
};

struct ServerData {
  std::map<Id, ScopeData> scopes;
  std::map<ClientPlace, std::int64_t> last_numbers;
  std::map<OutcomePlace, KeptOutcome> outcomes;
  std::map<MutationPlace, std::set<OutcomePlace>> outcomes_by_id;
  std::set<MutationPlace> applied;
  std::map<std::pair<Id, Id>, sync::Membership> memberships;  // account, household
};

}  // namespace rr::sim
