#include "tests/sim/disk_observer.h"

namespace rr::sim {
namespace {

std::vector<Id> mutations_in(char kind, std::string_view rest, const std::string& bytes) {
  std::vector<Id> found;
  if (kind == 'q' || kind == 'a') {
    if (const auto mutation = sync::decode_mutation(bytes)) found.push_back(mutation->id);
  } else if (kind == 'r') {
    if (const auto id = parse_id(rest)) found.push_back(*id);
  } else if (kind == 'x') {
    if (const auto record = sync::decode_quarantine_record(bytes)) {
      for (const sync::Mutation& each : record->unsent) found.push_back(each.id);
    }
  }
  return found;
}

}  // namespace

void DiskObserver::index(const std::string& key, const std::string& bytes, bool is_there) {
  const auto parts = sync::split_key(key);
  if (!parts) return;
  for (const Id& mutation : mutations_in(parts->kind, parts->rest, bytes)) {
    if (is_there) {
      places_[mutation][key] = parts->kind;
      if (parts->kind == 'q') {
        tracked_.emplace(mutation, parts->scope);
        settled_.erase(mutation);
      }
    } else {
      places_[mutation].erase(key);
    }
  }
}

std::optional<sync::ScopeRecord> DiskObserver::record_of(const Id& scope) const {
  const auto found = disk_->records().find(sync::scope_key(scope));
  if (found == disk_->records().end()) return std::nullopt;
  const auto record = sync::decode_scope_record(found->second);
  if (!record) return std::nullopt;
  return *record;
}

std::string DiskObserver::standing(const Id& mutation) const {
  std::string kinds;
  const auto found = places_.find(mutation);
  if (found == places_.end()) return kinds;
  for (const auto& [key, kind] : found->second) kinds += kind;
  return kinds;
}

// What was acknowledged is kept for 48 hours by the world's clock, whatever the device's says.
void DiskObserver::forget_old(const DiskChange& change, const Id& mutation) {
  constexpr std::int64_t kSlackMs = 60'000;
  const auto parts = sync::split_key(change.key);
  const bool is_removed = !record_of(parts->scope);  // with the whole scope
  if (parts->kind == 'a' && standing(mutation).empty() && !is_removed) {
    const std::int64_t at = sync::parse_number(parts->rest.substr(0, parts->rest.find('/')));
    const std::int64_t age_ms = setting_.scheduler.now().unix_ms - at;
    if (age_ms + kSlackMs < sync::kAcknowledgedKeptMs) {
      setting_.chronicle.violate(
          1, "an acknowledged change is forgotten after " + std::to_string(age_ms) + " ms");
    }
  }
  if (parts->kind != 'q') settled_.insert(mutation);
}

void DiskObserver::take_change(const DiskChange& change, std::set<Id>& left) {
  const auto parts = sync::split_key(change.key);
  if (!parts) return;
  if (change.before) {
    for (const Id& mutation : mutations_in(parts->kind, parts->rest, *change.before)) {
      left.insert(mutation);
    }
    index(change.key, *change.before, false);
  }
  if (change.after) index(change.key, *change.after, true);
}

void DiskObserver::check_trimmed(const Id& scope, const Id& mutation) {
  const auto record = record_of(scope);
  if (!record || record->mode != sync::ScopeMode::synced || record->is_reset_wanted) return;
  const std::int64_t version = setting_.server.version_of(scope, setting_.account, mutation);
  if (version <= record->version || setting_.server.was_restored()) return;
  setting_.chronicle.violate(4, "a change left the queue before the base contained it");
}

void DiskObserver::note_change(const DiskChange& change) {
  if (!setting_.chronicle.is_kept() || change.key[0] == 'b') return;
  setting_.chronicle.note(setting_.scheduler.now(), setting_.name + " disk " + change.key + " = " +
                                                        change.after.value_or("(gone)"));
}

void DiskObserver::committed(const std::vector<DiskChange>& changes) {
  std::set<Id> left;
  for (const DiskChange& change : changes) {
    note_change(change);
    take_change(change, left);
  }
  for (const DiskChange& change : changes) {
    const auto parts = sync::split_key(change.key);
    if (!parts) continue;
    if (parts->kind == 's' && change.after) take_cookie(parts->scope, *change.after);
    if (!change.before) continue;
    for (const Id& mutation : mutations_in(parts->kind, parts->rest, *change.before)) {
      forget_old(change, mutation);
      const bool has_left_queue =
          parts->kind == 'q' && standing(mutation).find('q') == std::string::npos;
      if (has_left_queue && standing(mutation).find('a') != std::string::npos) {
        check_trimmed(parts->scope, mutation);
      }
    }
  }
  for (const Id& mutation : left) {
    if (!standing(mutation).empty() || settled_.contains(mutation)) continue;
    const auto record = record_of(tracked_[mutation]);
    if (record && record->mode != sync::ScopeMode::synced) {
      settled_.insert(mutation);  // decided on this device alone
      continue;
    }
    setting_.chronicle.violate(
        11, "change " + mutation.to_string() + " was in the queue and is nowhere on the disk");
  }
}

void DiskObserver::power_was_cut() {
  places_.clear();
  cookies_.clear();
  for (const auto& [key, bytes] : disk_->records()) index(key, bytes, true);
  for (const auto& [mutation, scope] : tracked_) {
    if (!standing(mutation).empty() || settled_.contains(mutation)) continue;
    setting_.chronicle.violate(
        11, "change " + mutation.to_string() + " was durable and did not survive the power cut");
  }
}

void DiskObserver::begin_with_copy() {
  for (const auto& [key, bytes] : disk_->records()) index(key, bytes, true);
}

void DiskObserver::take_cookie(const Id& scope, const std::string& bytes) {
  const auto record = sync::decode_scope_record(bytes);
  if (!record) return setting_.chronicle.violate(0, "a scope's record cannot be read");
  if (record->mode != sync::ScopeMode::synced || record->epoch.is_nil()) {
    cookies_.erase(scope);
    return;
  }
  Cookie& cookie = cookies_[scope];
  if (cookie.epoch == record->epoch && cookie.version > record->version) {
    setting_.chronicle.violate(10, "a cookie went back from " + std::to_string(cookie.version) +
                                       " to " + std::to_string(record->version));
  }
  cookie = {record->epoch, record->version};
  check_base(scope, *record);
}

// Whatever the base holds, the server once held exactly that.
void DiskObserver::check_base(const Id& scope, const sync::ScopeRecord& record) {
  Hash128 sum;
  const std::string prefix = "b/" + scope.to_string() + "/";
  const Records& records = disk_->records();
  for (auto next = records.lower_bound(prefix);
       next != records.end() && next->first.starts_with(prefix); ++next) {
    const auto parts = sync::split_key(next->first);
    sum += sync::row_hash(parts->rest.substr(0, parts->rest.find('/')), next->second);
  }
  if (setting_.server.was_state(scope, record.epoch, record.version, record.schema, sum)) return;
  setting_.chronicle.violate(3, setting_.name + "'s base at version " +
                                    std::to_string(record.version) +
                                    " is no state that the server ever had");
}

bool DiskObserver::may_have_forgotten() const {
  const ServerObserver& server = setting_.server;
  return server.may_have_forgotten() || (server.was_restored() && setting_.may_have_two_leaders);
}

void DiskObserver::check_at_rest() {
  for (const auto& [mutation, scope] : tracked_) {
    const std::string kinds = standing(mutation);
    const bool was_applied = setting_.server.version_of(scope, setting_.account, mutation) != 0;
    if (kinds.find('q') != std::string::npos) {
      setting_.chronicle.violate(
          12, setting_.name + " keeps change " + mutation.to_string() + " in its queue at rest");
    }
    if (kinds == "a" && !was_applied && !may_have_forgotten()) {
      setting_.chronicle.violate(1, "change " + mutation.to_string() + " was acknowledged to " +
                                        setting_.name + " and did not take effect");
    }
    const bool is_shown_refused = kinds.find('r') != std::string::npos;
    if (is_shown_refused && was_applied && !setting_.server.may_judge_twice()) {
      setting_.chronicle.violate(1, "change " + mutation.to_string() +
                                        " took effect and is shown as refused by " + setting_.name);
    }
  }
}

}  // namespace rr::sim
