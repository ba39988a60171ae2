#include "tests/sim/memory_storage.h"

namespace rr::sim {
namespace {

class RowsOfScope final : public Reader {
 public:
  explicit RowsOfScope(const MemoryStore& rows) : rows_(rows) {}
  [[nodiscard]] RowPointer find_row(const EntityInfo& entity, const Id& id) const override {
    return rows_.find_row(entity, id);
  }
  void each_row(const EntityInfo& entity, const RowVisitor& visit) const override {
    rows_.each_row(entity, visit);
  }
  void each_row_where(const EntityInfo& entity, const FieldInfo& field, const Id& key,
                      const RowVisitor& visit) const override {
    rows_.each_row_where(entity, field, key, visit);
  }

 private:
  const MemoryStore& rows_;
};

const MemoryStore& no_rows() {
  static const MemoryStore kNone;
  return kNone;
}

}  // namespace

bool MemoryStorage::works() {
  if (left_ > 0 && --left_ == 0) is_faulted_ = true;
  return !is_faulted_;
}

void MemoryStorage::roll_back() {
  for (auto step = undo_.rbegin(); step != undo_.rend(); ++step) (*step)();
  undo_.clear();
}

template <class Map>
void MemoryStorage::change(Map& map, const typename Map::key_type& key,
                           std::optional<typename Map::mapped_type> value) {
  const auto found = map.find(key);
  if (found == map.end()) {
    undo_.emplace_back([&map, key] { map.erase(key); });
  } else {
    undo_.emplace_back([&map, key, before = found->second] { map.insert_or_assign(key, before); });
  }
  if (value) {
    map.insert_or_assign(key, std::move(*value));
  } else if (found != map.end()) {
    map.erase(found);
  }
}

std::optional<sync::ScopeState> MemoryStorage::read_scope(const Id& id) {
  if (!works()) return std::nullopt;
  const auto found = data_.scopes.find(id);
  return found == data_.scopes.end() ? std::nullopt : found->second.state;
}

std::optional<sync::ScopeState> MemoryStorage::lock_scope(const Id& id) { return read_scope(id); }

void MemoryStorage::put_scope(const sync::ScopeState& state) {
  if (!works()) return;
  ScopeData& at = scope(state.scope);
  undo_.emplace_back([&at, before = at.state] { at.state = before; });
  at.state = state;
  touched_scopes_.insert(state.scope);
}

std::unique_ptr<Reader> MemoryStorage::rows(const Id& id) {
  return std::make_unique<RowsOfScope>(works() ? scope(id).rows : no_rows());
}

void MemoryStorage::place_change(ScopeData& in, const RowKey& key, std::int64_t version,
                                 std::optional<Instant> erased_at) {
  const auto [entity, id] = key;
  if (const auto known = in.versions.find(key); known != in.versions.end()) {
    change(in.changes, {known->second, entity, id}, std::nullopt);
  }
  change(in.versions, key, version);
  change(in.changes, {version, entity, id}, std::make_optional(erased_at));
}

void MemoryStorage::put_row(const Id& id, std::int64_t version, const EntityInfo& entity,
                            const RowPointer& row) {
  if (!works()) return;
  ScopeData& at = scope(id);
  const Id row_id = entity.id_of(row.get());
  if (RowPointer before = at.rows.find_row(entity, row_id)) {
    undo_.emplace_back([&at, &entity, before] { at.rows.put_row(entity, before); });
  } else {
    undo_.emplace_back([&at, &entity, row_id] { at.rows.erase_row(entity, row_id); });
  }
  at.rows.put_row(entity, row);
  place_change(at, key_of(entity, row_id), version, std::nullopt);
  touched_.insert({id, key_of(entity, row_id)});
}

void MemoryStorage::erase_row(const Id& id, std::int64_t version, const EntityInfo& entity,
                              const Id& row_id, Instant now) {
  if (!works()) return;
  ScopeData& at = scope(id);
  if (RowPointer before = at.rows.find_row(entity, row_id)) {
    undo_.emplace_back([&at, &entity, before] { at.rows.put_row(entity, before); });
  }
  at.rows.erase_row(entity, row_id);
  place_change(at, key_of(entity, row_id), version, now);
  touched_.insert({id, key_of(entity, row_id)});
}

std::vector<sync::ChangedRow> MemoryStorage::changes_after(const Id& id,
                                                           const sync::PagePlace& place,
                                                           std::size_t limit) {
  std::vector<sync::ChangedRow> found;
  if (!works()) return found;
  ScopeData& at = scope(id);
  for (auto next = at.changes.upper_bound({place.version, place.entity, place.id});
       next != at.changes.end() && found.size() < limit; ++next) {
    const auto& [version, kind, row_id] = next->first;
    if (next->second && version <= place.floor) continue;
    const EntityInfo& entity = describe(static_cast<EntityKind>(kind));
    found.push_back(
        {&entity, row_id, version, next->second ? nullptr : at.rows.find_row(entity, row_id)});
  }
  return found;
}

std::int64_t MemoryStorage::purge_tombstones(const Id& id, Instant before) {
  if (!works()) return 0;
  ScopeData& at = scope(id);
  std::vector<ChangeKey> old;
  for (const auto& [key, erased_at] : at.changes) {
    if (erased_at && *erased_at < before) old.push_back(key);
  }
  std::int64_t highest = 0;
  for (const ChangeKey& key : old) {
    const auto [version, entity, row_id] = key;
    change(at.changes, key, std::nullopt);
    change(at.versions, {entity, row_id}, std::nullopt);
    highest = std::max(highest, version);
  }
  return highest;
}

std::int64_t MemoryStorage::last_number(const sync::ClientKey& key) {
  if (!works()) return 0;
  const auto found = data_.last_numbers.find(place_of(key));
  return found == data_.last_numbers.end() ? 0 : found->second;
}

void MemoryStorage::put_last_number(const sync::ClientKey& key, std::int64_t number) {
  if (works()) change(data_.last_numbers, place_of(key), number);
}

std::optional<sync::StoredOutcome> MemoryStorage::find_outcome(const sync::ClientKey& key,
                                                               std::int64_t number) {
  if (!works()) return std::nullopt;
  const auto found = data_.outcomes.find({place_of(key), number});
  if (found == data_.outcomes.end()) return std::nullopt;
  return found->second.stored;
}

std::optional<sync::StoredOutcome> MemoryStorage::find_outcome_by_id(const Id& id,
                                                                     const Id& account,
                                                                     const Id& mutation_id) {
  if (!works()) return std::nullopt;
  const auto found = data_.outcomes_by_id.find({id, account, mutation_id});
  if (found == data_.outcomes_by_id.end() || found->second.empty()) return std::nullopt;
  return data_.outcomes.at(*found->second.begin()).stored;
}

void MemoryStorage::put_outcome(const sync::ClientKey& key, const sync::StoredOutcome& outcome,
                                Instant now) {
  if (!works()) return;
  const OutcomePlace place{place_of(key), outcome.outcome.number};
  change(data_.outcomes, place, KeptOutcome{outcome, now});
  const MutationPlace mutation{key.scope, key.account, outcome.outcome.id};
  std::set<OutcomePlace> places = data_.outcomes_by_id[mutation];
  places.insert(place);
  change(data_.outcomes_by_id, mutation, std::move(places));
}

void MemoryStorage::forget_outcome(const OutcomePlace& place) {
  const auto& [scope, account, client] = place.first;
  const MutationPlace mutation{scope, account, data_.outcomes.at(place).stored.outcome.id};
  std::set<OutcomePlace> places = data_.outcomes_by_id[mutation];
  places.erase(place);
  change(data_.outcomes_by_id, mutation, std::move(places));
  change(data_.outcomes, place, std::nullopt);
}

void MemoryStorage::erase_applied_up_to(const sync::ClientKey& key, std::int64_t number) {
  if (!works()) return;
  std::vector<OutcomePlace> old;
  for (auto next = data_.outcomes.lower_bound({place_of(key), 0});
       next != data_.outcomes.end() && next->first.first == place_of(key) &&
       next->first.second <= number;
       ++next) {
    const bool is_applied = next->second.stored.outcome.status == sync::OutcomeStatus::applied;
    if (is_applied) old.push_back(next->first);
  }
  for (const OutcomePlace& place : old) forget_outcome(place);
}

void MemoryStorage::purge_outcomes(const Id& id, Instant before) {
  if (!works()) return;
  std::vector<OutcomePlace> old;
  for (const auto& [place, kept] : data_.outcomes) {
    if (std::get<0>(place.first) == id && kept.at < before) old.push_back(place);
  }
  for (const OutcomePlace& place : old) forget_outcome(place);
}

void MemoryStorage::append_audit(const sync::AuditEntry& entry) {
  if (!works()) return;
  ScopeData& at = scope(entry.scope);
  undo_.emplace_back([&at] { at.audit.pop_back(); });
  at.audit.push_back(entry);
  new_audit_.push_back(entry);
  const MutationPlace place{entry.scope, entry.person, entry.mutation_id};
  if (data_.applied.insert(place).second) {
    undo_.emplace_back([this, place] { data_.applied.erase(place); });
  }
}

bool MemoryStorage::was_applied(const Id& id, const Id& account, const Id& mutation_id) {
  return works() && data_.applied.contains({id, account, mutation_id});
}

std::optional<sync::Membership> MemoryStorage::membership(const Id& account, const Id& household) {
  if (!works()) return std::nullopt;
  const auto found = data_.memberships.find({account, household});
  if (found == data_.memberships.end()) return std::nullopt;
  return found->second;
}

void MemoryStorage::put_membership(const Id& account, const Id& household,
                                   const sync::Membership& membership) {
  if (works()) change(data_.memberships, {account, household}, membership);
}

std::vector<Id> MemoryStorage::households_of(const Id& account) {
  std::vector<Id> households;
  if (!works()) return households;
  for (auto next = data_.memberships.lower_bound({account, Id{}});
       next != data_.memberships.end() && next->first.first == account; ++next) {
    if (next->second.is_member) households.push_back(next->first.second);
  }
  return households;
}

}  // namespace rr::sim
