#include "shared/sync/client_scope.h"

#include <algorithm>

namespace rr::sync {

void ClientScope::load(const KeyParts& key, const std::optional<std::string>& bytes) {
  switch (key.kind) {
    case 's': load_record(bytes); break;
    case 'c': load_client(bytes ? parse_id(*bytes).value_or(Id{}) : Id{}); break;
    case 'n':
      has_counter_ = bytes.has_value();
      next_number_ = bytes ? std::max<std::int64_t>(1, parse_number(*bytes)) : 1;
      break;
    case 'b': load_row(key.rest, bytes); break;
    case 'q': load_queued(key.rest, bytes); break;
    case 'r': {
      refused_.erase(std::string(key.rest));
      if (!bytes) break;
      if (auto record = decode_refused_record(*bytes)) refused_.emplace(key.rest, *record);
      break;
    }
    case 'a': {
      acknowledged_.erase(std::string(key.rest));
      if (!bytes) break;
      if (auto mutation = decode_mutation(*bytes)) acknowledged_.emplace(key.rest, *mutation);
      break;
    }
    case 'x': {
      quarantine_.reset();
      if (!bytes) break;
      if (auto record = decode_quarantine_record(*bytes)) quarantine_ = *record;
      break;
    }
    default: break;
  }
}

// Outcomes were told to a client id: under another one everything is offered again.
void ClientScope::load_client(const Id& client) {
  client_ = client;
  if (client == outcomes_client_) return;
  outcomes_client_ = client;
  outcomes_.clear();
  for (auto& [number, entry] : queue_) entry.outcome.reset();
}

void ClientScope::load_record(const std::optional<std::string>& bytes) {
  record_ = {};
  record_bytes_.clear();
  if (!bytes) return;
  const auto record = decode_scope_record(*bytes);
  if (!record) return;
  record_ = *record;
  record_bytes_ = *bytes;
}

void ClientScope::drop_row(const EntityInfo& entity, const Id& id) {
  const auto known = hashes_.find({static_cast<std::uint8_t>(entity.kind), id});
  if (known == hashes_.end()) return;
  checksum_ -= known->second;
  hashes_.erase(known);
  base_.erase_row(entity, id);
}

// Rows that this program cannot read are left out: the checksum then differs and brings them anew.
void ClientScope::load_row(std::string_view rest, const std::optional<std::string>& bytes) {
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return;
  const EntityInfo* entity = find_entity(rest.substr(0, slash));
  const auto id = parse_id(rest.substr(slash + 1));
  if (entity == nullptr || !id) return;
  const std::pair place{static_cast<std::uint8_t>(entity->kind), *id};
  const Hash128 hash = bytes ? row_hash(entity->name, *bytes) : Hash128{};
  const auto known = hashes_.find(place);
  const bool is_reloaded = not_reloaded_.erase(place) != 0 && rows_schema_ == record_.schema;
  if (is_reloaded && bytes && known->second == hash) return;
  drop_row(*entity, *id);
  if (!bytes) return;
  Result<RowPointer> row = decode_row(*entity, *bytes, record_.schema);
  if (!row) return;
  hashes_.emplace(place, hash);
  checksum_ += hash;
  base_.put_row(*entity, std::move(*row));
}

void ClientScope::load_queued(std::string_view rest, const std::optional<std::string>& bytes) {
  const std::int64_t number = parse_number(rest);
  if (number <= 0) return;
  if (const auto present = queue_.find(number); present != queue_.end()) {
    if (!bytes) outcomes_.erase(present->second.mutation.id);
    queue_.erase(present);
  }
  if (!bytes) return;
  const auto mutation = decode_mutation(*bytes);
  if (!mutation) return;
  QueueEntry entry;
  entry.mutation = *mutation;
  if (Result<Command> command = command_of(*mutation)) entry.command = *command;
  if (const auto known = outcomes_.find(mutation->id); known != outcomes_.end()) {
    entry.outcome = known->second;
  }
  queue_.emplace(number, std::move(entry));
}

void ClientScope::begin_reload() {
  rows_schema_ = record_.schema;
  for (const auto& [place, hash] : hashes_) not_reloaded_.insert(place);
  record_ = {};
  record_bytes_.clear();
  client_ = {};
  next_number_ = 1;
  has_counter_ = false;
  has_gap_ = false;
  queue_.clear();
  refused_.clear();
  acknowledged_.clear();
  quarantine_.reset();
}

void ClientScope::end_reload() {
  for (const auto& [kind, id] : std::exchange(not_reloaded_, {})) {
    for (const EntityInfo& entity : all_entities()) {
      if (static_cast<std::uint8_t>(entity.kind) == kind) drop_row(entity, id);
    }
  }
}

Context ClientScope::context_of(const Mutation& mutation) const {
  Context context;
  context.person = person_;
  context.scope = id_;
  context.mutation_id = mutation.id;
  context.meant_at = mutation.meant_at;
  context.now = mutation.meant_at;
  context.time_zones = time_zones_;
  return context;
}

Status ClientScope::try_on_view(const Mutation& mutation, const Command& command) {
  Overlay attempt(view_);
  if (Status status = run_command(attempt, context_of(mutation), command); !status) return status;
  if (command.info->command_class != CommandClass::online_only) attempt.apply_to(view_);
  return success();
}

void ClientScope::rebuild_view() {
  view_.clear();
  for (auto& [number, entry] : queue_) {
    entry.replay_error.reset();
    const bool is_in_base = number <= record_.last_number;
    const bool is_refused = entry.outcome && entry.outcome->status != OutcomeStatus::applied;
    if (is_in_base || is_refused || !entry.command) continue;
    if (Status status = try_on_view(entry.mutation, *entry.command); !status) {
      entry.replay_error = status.error();
    }
  }
  for (const PendingChange& each : pending_) {
    static_cast<void>(try_on_view(each.mutation, each.command).ok());
  }
}

void ClientScope::note_number(std::int64_t number) {
  has_counter_ = true;
  next_number_ = std::max(next_number_, number + 1);
}

void ClientScope::set_outcome(const Outcome& outcome) {
  const auto entry = queue_.find(outcome.number);
  if (entry == queue_.end() || entry->second.mutation.id != outcome.id) return;
  entry->second.outcome = outcome;
  outcomes_[outcome.id] = outcome;
}

std::int64_t ClientScope::acknowledged_number() const {
  const std::int64_t before_queue = (queue_.empty() ? next_number_ : queue_.begin()->first) - 1;
  return std::min(before_queue, record_.last_number);
}

std::int64_t ClientScope::highest_decided() const {
  std::int64_t highest = record_.last_number;
  for (const auto& [number, entry] : queue_) {
    if (entry.outcome) highest = std::max(highest, number);
  }
  return highest;
}

Hash128 ClientScope::hash_in_base(const EntityInfo& entity, const Id& id) const {
  const auto known = hashes_.find({static_cast<std::uint8_t>(entity.kind), id});
  return known == hashes_.end() ? Hash128{} : known->second;
}

}  // namespace rr::sync
