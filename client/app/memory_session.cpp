#include "client/app/memory_session.h"

#include "shared/store/overlay.h"

namespace rr::app {

MemorySession::MemorySession(Instant now, const Id& first_id) : now_(now), seed_(first_id) {
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

Context MemorySession::context() {
  Context made;
  made.person = person_id_;
  made.scope = household_id_;
  made.mutation_id = new_id();
  made.meant_at = now_;
  made.now = now_;
  return made;
}

Status MemorySession::issue(const Command& command) {
  const Context acting = context();
  std::optional<Command> inverse;
  if (command.info->inverse != nullptr) {
    inverse = command.info->inverse(household_, acting, command.arguments.get());
  }
  Overlay attempt(household_);
  if (Status status = run_command(attempt, acting, command); !status) return status;
  attempt.apply_to(household_);
  if (inverse) undo_.push_back(*inverse);
  ++version_;
  return success();
}

void MemorySession::undo() {
  if (undo_.empty()) return;
  const Command command = undo_.back();
  undo_.pop_back();
  Overlay attempt(household_);
  if (run_command(attempt, context(), command).ok()) {
    attempt.apply_to(household_);
    ++version_;
  }
}

SaveStatus MemorySession::save_status() const { return {SaveState::saved_on_device, 0, 0}; }

}  // namespace rr::app
