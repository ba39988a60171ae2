#include "client/app/sync_session.h"

#include <algorithm>

#include "client/app/change_words.h"
#include "client/platform/frame.h"
#include "client/platform/network.h"
#include "client/platform/system.h"
#include "client/text/texts.h"

namespace rr::app {
namespace {

constexpr std::string_view kPersonSetting = "person";
constexpr std::size_t kUndoSteps = 50;
constexpr std::uint32_t kTimeZonesToken = 0x5000'0000;
constexpr double kTimeZonesTimeoutMs = 60'000;

// What was meant, for people: the command's words and the text that was typed.
RefusedChange describe(const sync::RefusedRecord& record) {
  RefusedChange change;
  change.mutation_id = record.mutation.id;
  change.what = change_words(record.mutation.command, record.mutation.arguments);
  change.why = refusal_reason(record.error);
  change.code = record.error.code;
  change.when = record.at;
  change.typed = typed_words(record.mutation.arguments);
  return change;
}

}  // namespace

void SyncSession::start() {
  const auto person = parse_id(platform::load_setting(kPersonSetting));
  if (person && !person->is_nil()) open_profile(*person);
  account_.ask_session();
}

// Only who has a household needs them; a first visit is lighter without.
void SyncSession::ask_time_zones() {
  if (time_zones_ || !port_) return;
  platform::http_send(kTimeZonesToken, "GET", platform::time_zones_path(), {}, {},
                      kTimeZonesTimeoutMs);
}

// Without them nothing that needs local days can be decided here; asked for again when online.
void SyncSession::took_time_zones(const platform::Event& event) {
  if (event.number != 200 || time_zones_) return;
  Result<TimeZones> zones = TimeZones::parse(event.text);
  if (!zones) return;
  time_zones_ = std::make_unique<TimeZones>(std::move(*zones));
  if (port_) port_->engine().set_time_zones(time_zones_.get(), wall_clock());
  account_changed();
}

void SyncSession::open_profile(const Id& person) {
  person_ = person;
  platform::save_setting(kPersonSetting, person.to_string());
  port_ = std::make_unique<EnginePort>(person, time_zones_.get());
  port_->set_csrf(account_.csrf());
  port_->open();
  ask_time_zones();
  account_changed();
}

void SyncSession::close_profile() {
  if (port_) {
    port_->engine().suspended();
    port_->flush();
  }
  port_.reset();
  person_ = Id{};
  undo_.clear();
  platform::save_setting(kPersonSetting, "");
  account_changed();
}

void SyncSession::account_changed() {
  ++own_version_;
  platform::request_frame();
}

void SyncSession::take(const platform::Event& event) {
  const std::uint64_t before = version();
  if (event.kind == platform::EventKind::update_ready) {
    is_update_ready_ = true;
    ++own_version_;
  } else if (event.kind == platform::EventKind::texts) {
    if (event.number == 1 && text::renew()) ++own_version_;
  } else if (event.kind == platform::EventKind::http && event.token == kTimeZonesToken) {
    took_time_zones(event);
  } else if (!account_.take(event) && port_) {
    static_cast<void>(port_->take(event));
  }
  if (event.kind == platform::EventKind::online) {
    account_.ask_session();
    ask_time_zones();
  }
  settle();
  if (version() != before) platform::request_frame();
}

// Lets jobs go on that waited for what just happened.
void SyncSession::settle() {
  account_.advance();
  if (!port_) return;
  // Perhaps only the CSRF token is old: the server's answer tells.
  const bool is_signed_out = port_->engine().obstacle() == sync::Obstacle::signed_out;
  if (is_signed_out && !is_signed_out_) account_.ask_session();
  is_signed_out_ = is_signed_out;
  port_->flush();
}

const sync::ClientScope* SyncSession::open_household() const {
  if (!port_) return nullptr;
  for (const auto& [id, scope] : port_->engine().scopes()) {
    if (scope.exists() && scope.record().kind == ScopeKind::household) return &scope;
  }
  return nullptr;
}

Place SyncSession::place() const {
  if (!port_) return Place::gate;
  if (!port_->engine().is_open()) return Place::loading;
  const sync::ClientScope* scope = open_household();
  if (scope == nullptr) return Place::gate;
  return scope->view().find<Household>(scope->id()) ? Place::home : Place::loading;
}

const Reader& SyncSession::household() const {
  const sync::ClientScope* scope = open_household();
  return scope == nullptr ? static_cast<const Reader&>(nothing_) : scope->view();
}

const Reader& SyncSession::person() const {
  const sync::ClientScope* scope = port_ ? port_->engine().find_scope(person_) : nullptr;
  return scope == nullptr ? static_cast<const Reader&>(nothing_) : scope->view();
}

Id SyncSession::household_id() const {
  const sync::ClientScope* scope = open_household();
  return scope == nullptr ? Id{} : scope->id();
}

std::uint64_t SyncSession::version() const {
  return own_version_ + (port_ ? port_->engine().version() : 0);
}

Instant SyncSession::now() const {
  return port_ ? port_->engine().server_time(wall_clock()) : wall_clock();
}

bool SyncSession::is_requested(const EntityInfo& entity, const Id& row) const {
  const sync::ClientScope* scope = open_household();
  if (scope == nullptr || scope->record().mode != sync::ScopeMode::synced) return false;
  if (scope->base().find_row(entity, row) || !scope->view().find_row(entity, row)) return false;
  const auto is_guarded = [](const Command& command) {
    return command.info->command_class == CommandClass::guarded;
  };
  const auto& queue = scope->queue();
  const auto& pending = scope->pending();
  return std::any_of(queue.begin(), queue.end(),
                     [&](const auto& each) {
                       return each.second.command && is_guarded(*each.second.command);
                     }) ||
         std::any_of(pending.begin(), pending.end(),
                     [&](const auto& each) { return is_guarded(each.command); });
}

bool SyncSession::is_ahead(const EntityInfo& entity, const Id& row) const {
  const sync::ClientScope* scope = open_household();
  if (scope == nullptr || scope->record().mode != sync::ScopeMode::synced) return false;
  return scope->base().find_row(entity, row) != scope->view().find_row(entity, row);
}

Status SyncSession::issue(const Command& command) {
  if (!port_) return refuse("not_open", "No household is open on this device.");
  const bool is_household = command.info->scope == ScopeKind::household;
  const Id scope = is_household ? household_id() : person_;
  const Reader& before = is_household ? household() : person();
  std::optional<Command> inverse;
  if (command.info->inverse != nullptr) {
    Context context;
    context.person = person_;
    context.scope = scope;
    context.meant_at = context.now = now();
    context.time_zones = time_zones_.get();
    inverse = command.info->inverse(before, context, command.arguments.get());
  }
  const Result<Id> issued = port_->engine().issue(scope, command, wall_clock());
  if (!issued) return issued.error();
  if (inverse) undo_.push_back(*inverse);
  if (undo_.size() > kUndoSteps) undo_.erase(undo_.begin());
  settle();
  account_changed();
  return success();
}

void SyncSession::undo() {
  if (undo_.empty()) return;
  const Command command = undo_.back();
  undo_.pop_back();
  const std::size_t left = undo_.size();
  static_cast<void>(issue(command).ok());
  undo_.resize(left, command);  // undoing is not itself undone
}

SaveStatus SyncSession::save_status() const {
  SaveStatus status;
  if (!port_) return status;
  const sync::ClientEngine& engine = port_->engine();
  status.refused = engine.unsaved().size();
  const bool is_local = account_.is_device_only();  // also while it is on its way to the server
  std::size_t pending = 0;
  for (const auto& [id, scope] : engine.scopes()) {
    status.waiting += scope.queue().size();
    pending += scope.pending().size();
    status.refused += scope.refused().size();
  }
  status.waiting += pending;
  const bool is_busy = pending > 0 || (status.waiting > 0 && (is_local || engine.is_online()));
  if (status.refused > 0) {
    status.state = SaveState::refused;
  } else if (is_busy) {
    status.state = SaveState::saving;
  } else if (is_local) {
    status.state = SaveState::saved_on_device;
  } else {
    status.state = engine.is_online() ? SaveState::saved : SaveState::offline;
  }
  return status;
}

std::vector<RefusedChange> SyncSession::refusals() const {
  std::vector<RefusedChange> changes;
  if (!port_) return changes;
  for (const sync::RefusedRecord& each : port_->engine().unsaved()) {
    changes.push_back(describe(each));
  }
  for (const auto& [id, scope] : port_->engine().scopes()) {
    for (const auto& [rest, each] : scope.refused()) changes.push_back(describe(each));
  }
  return changes;
}

Id SyncSession::scope_of_mutation(const Id& mutation_id) const {
  for (const auto& [id, scope] : port_->engine().scopes()) {
    if (scope.refused().contains(mutation_id.to_string())) return id;
  }
  return household_id();
}

void SyncSession::retry(const Id& mutation_id) {
  if (!port_) return;
  static_cast<void>(port_->engine()
                        .retry_refused(scope_of_mutation(mutation_id), mutation_id, wall_clock())
                        .ok());
  settle();
}

void SyncSession::discard(const Id& mutation_id) {
  if (!port_) return;
  port_->engine().discard_refused(scope_of_mutation(mutation_id), mutation_id);
  settle();
}

void SyncSession::reload() { platform::reload_page(); }

}  // namespace rr::app
