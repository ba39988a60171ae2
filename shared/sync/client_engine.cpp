#include "shared/sync/client_engine.h"

#include <algorithm>
#include <utility>

namespace rr::sync {
namespace {

Error not_saved() { return refuse("not_saved", "This change could not be stored on this device."); }

// The scope's own record comes first: rows are read by the schema it names.
std::vector<std::pair<KeyParts, const DiskRecord*>> in_loading_order(
    const std::vector<DiskRecord>& records) {
  std::vector<std::pair<KeyParts, const DiskRecord*>> parts;
  for (const bool is_scope : {true, false}) {
    for (const DiskRecord& each : records) {
      const auto key = split_key(each.key);
      if (key && (key->kind == 's') == is_scope) parts.emplace_back(*key, &each);
    }
  }
  return parts;
}

Hash128 hash_of(const std::vector<DiskRecord>& records) {
  Hash128 sum;
  for (const DiskRecord& each : records) {
    sum += hash_bytes(each.key + '\0' + each.bytes.value_or(""));
  }
  return sum;
}

}  // namespace

ClientEngine::ClientEngine(const Options& options) : options_(options) {}

Id ClientEngine::make_id(Instant now) {
  const Id random = derive_id(options_.entropy, "id", next_id_++);
  return make_time_ordered_id(server_time(now).unix_ms,
                              std::span<const std::uint8_t, 10>(random.bytes.data(), 10));
}

const ClientScope* ClientEngine::find_scope(const Id& scope) const {
  const auto found = scopes_.find(scope);
  return found == scopes_.end() ? nullptr : &found->second;
}

std::vector<Action> ClientEngine::take_actions() { return std::exchange(actions_, {}); }

// ---- disk --------------------------------------------------------------------------------------

ClientScope& ClientEngine::make_scope(const Id& id) {
  ClientScope& scope = scopes_.try_emplace(id, id, options_.person, options_.schema).first->second;
  scope.set_time_zones(options_.time_zones);
  return scope;
}

void ClientEngine::take_records(const std::vector<DiskRecord>& records) {
  std::set<Id> touched;
  for (const auto& [key, record] : in_loading_order(records)) {
    make_scope(key.scope).load(key, record->bytes);
    progress_.try_emplace(key.scope);
    touched.insert(key.scope);
  }
  for (const Id& id : touched) {
    ClientScope& scope = scopes_.at(id);
    scope.end_reload();
    if (scope.exists() || scope.quarantine() || !scope.pending().empty()) {
      scope.rebuild_view();
    } else {
      scopes_.erase(id);
      progress_.erase(id);
    }
  }
}

void ClientEngine::disk_loaded(std::uint32_t token, const std::vector<DiskRecord>& records,
                               Instant now) {
  if (token != reload_token_) return;
  reload_token_ = 0;
  for (auto& [id, scope] : scopes_) scope.begin_reload();
  take_records(records);
  // Most reloads find what is known, and nobody needs to draw that again.
  const Hash128 loaded = hash_of(records);
  if (std::exchange(loaded_, loaded) != loaded) changed();
  for (auto& [id, scope] : scopes_) {
    if (scope.exists()) continue;
    scope.end_reload();
    scope.rebuild_view();
  }
  std::erase_if(scopes_, [this](const auto& each) {
    const ClientScope& scope = each.second;
    const bool is_kept = scope.exists() || scope.quarantine() || !scope.pending().empty();
    if (!is_kept) progress_.erase(each.first);
    return !is_kept;
  });
  if (!is_open_) {
    is_open_ = true;
    is_lock_wanted_ = true;
    actions_.push_back(RequestLock{});
    tell_tabs(TabMessageKind::ping);
  }
  if (is_reload_wanted_) reload();
  watch_leader();
  give_up_orphans(now);
  enqueue_pending();
  work(now);
}

void ClientEngine::reload() {
  is_reload_wanted_ = reload_token_ != 0;
  if (is_reload_wanted_ || !is_open_) return;
  reload_token_ = next_token_++;
  actions_.push_back(ReloadDisk{reload_token_});
}

std::uint32_t ClientEngine::write(std::vector<Id> scopes, DiskBatch batch) {
  const std::uint32_t token = next_token_++;
  for (const Id& id : scopes) progress_[id].is_writing = true;
  writings_[token] = {std::move(scopes), batch.writes};
  actions_.push_back(WriteDisk{token, std::move(batch)});
  return token;
}

void ClientEngine::disk_answered(std::uint32_t token, DiskOutcome outcome, std::int64_t number,
                                 Instant now) {
  if (token == reload_token_ && token != 0) {
    reload_token_ = 0;
    obstacle_ = Obstacle::storage_failed;
    changed();
  } else if (const auto writing = writings_.find(token); writing != writings_.end()) {
    Writing done = std::move(writing->second);
    writings_.erase(writing);
    wrote(std::move(done), outcome, now);
  } else {
    enqueued(token, outcome, number, now);
  }
  work(now);
}

void ClientEngine::wrote(Writing writing, DiskOutcome outcome, Instant now) {
  for (const Id& id : writing.scopes) {
    Progress& progress = progress_[id];
    progress.is_writing = false;
    progress.is_recovering = false;
    progress.recovered.clear();
    if (outcome != DiskOutcome::done) {
      progress.staged.reset();
      progress.needs_pull = true;
    }
  }
  if (outcome == DiskOutcome::done) {
    if (obstacle_ == Obstacle::storage_failed) obstacle_ = Obstacle::none;
    take_records(writing.records);
    loaded_.reset();
    changed();
    forget_started(writing.scopes);
    tell_tabs(TabMessageKind::changed);
    enqueue_pending();
  } else if (outcome == DiskOutcome::conflict) {
    reload();
  } else {
    obstacle_ =
        outcome == DiskOutcome::closed ? Obstacle::storage_closed : Obstacle::storage_failed;
    wait_before_retry(0);
    give_up_orphans(now);
    changed();
  }
}

// What start_local() wrote is in the queue now.
void ClientEngine::forget_started(const std::vector<Id>& scopes) {
  for (const Id& id : scopes) {
    const auto found = scopes_.find(id);
    if (found == scopes_.end() || found->second.pending().empty()) continue;
    ClientScope& scope = found->second;
    const auto first = scope.queue().find(1);
    if (first == scope.queue().end()) continue;
    const Id& started = first->second.mutation.id;
    const auto erased = std::erase_if(
        scope.pending(), [&](const auto& each) { return each.mutation.id == started; });
    if (erased != 0) scope.rebuild_view();
  }
}

void ClientEngine::disk_closed() {
  obstacle_ = Obstacle::storage_closed;
  lose_lead();
  changed();
}

// ---- the queue ---------------------------------------------------------------------------------

void ClientEngine::enqueue(ClientScope& scope, PendingChange& change) {
  change.token = next_token_++;
  actions_.push_back(EnqueueOnDisk{change.token,
                                   {{client_key(scope.id()), scope.client().to_string()}},
                                   counter_key(scope.id()),
                                   queue_prefix(scope.id()),
                                   encode_mutation(change.mutation)});
}

// Those that wait for the scope's client id, or whose id turned out to be an old one. While one is
// asked for, later ones wait too, so that the order people acted in is kept.
void ClientEngine::enqueue_pending() {
  for (auto& [id, scope] : scopes_) {
    if (scope.client().is_nil()) continue;
    for (PendingChange& each : scope.pending()) {
      if (each.token == 0) enqueue(scope, each);
    }
  }
}

void ClientEngine::enqueued(std::uint32_t token, DiskOutcome outcome, std::int64_t number,
                            Instant now) {
  for (auto& [id, scope] : scopes_) {
    auto& pending = scope.pending();
    const auto found = std::find_if(pending.begin(), pending.end(),
                                    [&](const auto& each) { return each.token == token; });
    if (found == pending.end()) continue;
    const auto place = static_cast<std::size_t>(found - pending.begin());
    if (outcome == DiskOutcome::done) {
      if (!took_number(scope, place, number)) scope.rebuild_view();
    } else if (outcome == DiskOutcome::conflict) {
      found->token = 0;
      reload();
    } else {
      give_up_pending(scope, place, now);
    }
    changed();
    return;
  }
}

// True when the view still shows the queue in order without a new replay.
bool ClientEngine::took_number(ClientScope& scope, std::size_t place, std::int64_t number) {
  // A copy of this profile may have used the number up: then the base seems to contain it.
  const bool is_in_order =
      place == 0 && number == scope.next_number() && number > scope.record().last_number;
  const bool has_gap = number > scope.next_number();  // other tabs' changes come before it
  TabMessage message;
  message.kind = TabMessageKind::queued;
  message.scope = scope.id();
  message.client = scope.client();
  message.queued = {number, scope.pending()[place].mutation};
  scope.pending().erase(scope.pending().begin() + static_cast<std::ptrdiff_t>(place));
  const std::string key = queue_key(scope.id(), number);
  if (has_gap) {
    scope.note_gap();
    reload();
  } else {
    scope.note_number(number);
  }
  scope.load(*split_key(key), encode_mutation(message.queued.mutation));
  actions_.push_back(PostToTabs{encode(message)});
  watch_leader();
  return is_in_order;
}

void ClientEngine::give_up_pending(ClientScope& scope, std::size_t place, Instant now) {
  unsaved_.push_back({scope.pending()[place].mutation, not_saved(), now});
  scope.pending().erase(scope.pending().begin() + static_cast<std::ptrdiff_t>(place));
  scope.rebuild_view();
}

// Changes of a scope that is gone, or was never made, have no disk to wait for.
void ClientEngine::give_up_orphans(Instant now) {
  for (auto& [id, scope] : scopes_) {
    if (scope.exists() || scope.pending().empty() || progress_[id].is_writing) continue;
    while (!scope.pending().empty()) give_up_pending(scope, 0, now);
    changed();
  }
}

Result<Id> ClientEngine::issue(const Id& scope_id, const Command& command, Instant now) {
  const auto found = scopes_.find(scope_id);
  if (!is_open_ || found == scopes_.end()) {
    return refuse("not_open", "This household is not open on this device.");
  }
  ClientScope& scope = found->second;
  const bool is_synced = scope.record().mode == ScopeMode::synced;
  if (command.info->command_class == CommandClass::online_only && is_synced && !is_online()) {
    return refuse("offline", "This needs a connection to the server.");
  }
  const Instant seen = scope.record().seen_at;
  const Mutation mutation =
      make_mutation(command, make_id(now), std::max(server_time(now), seen), seen, options_.schema);
  if (mutation.arguments.size() > kArgumentBytes) {
    return refuse("too_long", "This change is too large.");
  }
  if (Status status = scope.try_on_view(mutation, command); !status) return status.error();
  scope.pending().push_back({mutation, command, 0});
  if (!scope.client().is_nil()) enqueue(scope, scope.pending().back());
  changed();
  return mutation.id;
}

Status ClientEngine::retry_refused(const Id& scope, const Id& mutation, Instant now) {
  const ClientScope* found = find_scope(scope);
  const RefusedRecord* record = nullptr;
  for (const RefusedRecord& each : unsaved_) {
    if (each.mutation.id == mutation) record = &each;
  }
  if (record == nullptr && found != nullptr) {
    const auto kept = found->refused().find(mutation.to_string());
    if (kept != found->refused().end()) record = &kept->second;
  }
  if (record == nullptr) return refuse("not_found", "This change is not there any more.");
  const Result<Command> command = command_of(record->mutation);
  if (!command) return command.error();
  if (const auto issued = issue(scope, *command, now); !issued) return issued.error();
  discard_refused(scope, mutation);
  return success();
}

void ClientEngine::discard_refused(const Id& scope, const Id& mutation) {
  std::erase_if(unsaved_, [&](const auto& each) { return each.mutation.id == mutation; });
  changed();
  const ClientScope* found = find_scope(scope);
  if (found == nullptr || !found->refused().contains(mutation.to_string())) return;
  DiskBatch batch;
  batch.writes.push_back({refused_key(scope, mutation), std::nullopt});
  write({}, std::move(batch));
}

// ---- scopes ------------------------------------------------------------------------------------

Status ClientEngine::start_local(const Id& id, const Command& start, Instant now) {
  if (scopes_.contains(id))
    return refuse("id_taken", "This household exists already.", "household");
  ClientScope& scope = make_scope(id);
  const Mutation mutation =
      make_mutation(start, make_id(now), server_time(now), Instant{}, options_.schema);
  if (Status status = scope.try_on_view(mutation, start); !status) {
    scopes_.erase(id);
    return status;
  }
  ScopeRecord record;
  record.schema = options_.schema;
  record.kind = ScopeKind::household;
  record.mode = ScopeMode::local;
  DiskBatch batch = new_scope_batch(id, record, derive_id(options_.entropy, "client", next_id_++));
  batch.writes.push_back({counter_key(id), "2"});
  batch.writes.push_back({queue_key(id, 1), encode_mutation(mutation)});
  scope.pending().push_back({mutation, start, write({id}, std::move(batch))});
  changed();
  return success();
}

void ClientEngine::create_local(const Id& scope, ScopeKind kind) {
  static_cast<void>(make_scope(scope));
  ScopeRecord record;
  record.schema = options_.schema;
  record.kind = kind;
  record.mode = ScopeMode::local;
  write({scope}, new_scope_batch(scope, record, derive_id(options_.entropy, "client", next_id_++)));
}

void ClientEngine::add_synced(const Id& scope, ScopeKind kind) {
  if (scopes_.contains(scope) && scopes_.at(scope).exists()) return;
  ScopeRecord record;
  record.schema = options_.schema;
  record.kind = kind;
  write({scope}, new_scope_batch(scope, record, derive_id(options_.entropy, "client", next_id_++)));
}

void ClientEngine::wipe(const Id& scope) {
  const ClientScope* found = find_scope(scope);
  if (found != nullptr) write({scope}, wipe_batch(*found));
}

void ClientEngine::set_time_zones(const TimeZones* time_zones, Instant now) {
  options_.time_zones = time_zones;
  for (auto& [id, scope] : scopes_) {
    scope.set_time_zones(time_zones);
    scope.rebuild_view();
  }
  changed();
  work(now);
}

}  // namespace rr::sync
