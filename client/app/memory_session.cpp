#include "client/app/memory_session.h"

#include "shared/commands/system_work.h"
#include "shared/store/overlay.h"

namespace rr::app {

MemorySession::MemorySession(Instant now, const Id& first_id, const TimeZones* time_zones)
    : now_(now), time_zones_(time_zones), seed_(first_id) {
  household_id_ = new_id();
  person_id_ = new_id();
  Household household;
  household.id = household_id_;
  household.name = "Our home";
  household.time_zone = "America/Los_Angeles";
  household.currency = "USD";
  household.next_run_seed = new_id();
  household.created_at = now;
  household_.put(household);
  Member member;
  member.id = person_id_;
  member.name = "Me";
  member.role = Role::owner;
  member.joined_at = now;
  household_.put(member);
}

Id MemorySession::new_id() { return derive_id(seed_, "row", next_id_++); }

MemoryStore& MemorySession::store_of(const Command& command) {
  return command.info->scope == ScopeKind::person ? person_ : household_;
}

Context MemorySession::context(ScopeKind kind) {
  Context made;
  made.person = person_id_;
  made.scope = kind == ScopeKind::person ? person_id_ : household_id_;
  made.mutation_id = new_id();
  made.meant_at = now_;
  made.now = now_;
  made.fresh_seed = new_id();
  made.time_zones = time_zones_;
  return made;
}

// This household decides for itself, as a device does that lives alone.
void MemorySession::run_system_commands() {
  if (time_zones_ == nullptr) return;
  while (const auto command = next_system_command(household_, now_, *time_zones_)) {
    Context acting = context(ScopeKind::household);
    acting.actor = ActorKind::system;
    acting.person = Id{};
    Overlay attempt(household_);
    if (!run_command(attempt, acting, *command)) return;
    attempt.apply_to(household_);
    ++version_;
  }
}

void MemorySession::move_to(Instant now) {
  now_ = now;
  run_system_commands();
}

Status MemorySession::issue(const Command& command) {
  run_system_commands();
  const Context acting = context(command.info->scope);
  MemoryStore& store = store_of(command);
  std::optional<Command> inverse;
  if (command.info->inverse != nullptr) {
    inverse = command.info->inverse(store, acting, command.arguments.get());
  }
  Overlay attempt(store);
  if (Status status = run_command(attempt, acting, command); !status) return status;
  attempt.apply_to(store);
  if (inverse) undo_.push_back(*inverse);
  ++version_;
  return success();
}

Status MemorySession::issue_for_program(const Command& command) {
  Context acting = context(command.info->scope);
  acting.actor = ActorKind::system;
  acting.person = Id{};
  Overlay attempt(household_);
  if (Status status = run_command(attempt, acting, command); !status) return status;
  attempt.apply_to(household_);
  ++version_;
  return success();
}

void MemorySession::undo() {
  if (undo_.empty()) return;
  const Command command = undo_.back();
  undo_.pop_back();
  MemoryStore& store = store_of(command);
  Overlay attempt(store);
  if (run_command(attempt, context(command.info->scope), command).ok()) {
    attempt.apply_to(store);
    ++version_;
  }
}

SaveStatus MemorySession::save_status() const {
  SaveStatus status = save_status_;
  if (status.state == SaveState::refused) status.refused = refusals_.size();
  if (status.state == SaveState::refused && refusals_.empty()) status.state = SaveState::saved;
  return status;
}

void MemorySession::discard(const Id& mutation_id) {
  std::erase_if(refusals_, [&](const auto& each) { return each.mutation_id == mutation_id; });
  ++version_;
}

}  // namespace rr::app
