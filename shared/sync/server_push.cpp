#include <algorithm>

#include "shared/sync/row_changes.h"
#include "shared/sync/server_access.h"
#include "shared/sync/server_engine.h"

namespace rr::sync {
namespace {

Error epoch_changed() {
  return refuse("epoch_changed", "The server was restored from a backup.", "epoch");
}

Error copied_profile() {
  return refuse("copied_profile", "Another copy of this browser profile used this number.",
                "client");
}

Instant clamp_meant(const Mutation& mutation, Instant now) {
  return std::min(std::max(mutation.meant_at, std::min(mutation.seen_at, now)), now);
}

// The mutations of one request, one after another, in one scope that is locked.
class Pusher {
 public:
  Pusher(ServerStorage& storage, const ServerCall& call, const PushRequest& request,
         ScopeState state, ServerEffects& effects)
      : storage_(storage),
        call_(call),
        request_(request),
        state_(std::move(state)),
        effects_(effects),
        key_{request.scope, call.account, request.client},
        last_number_(storage.last_number(key_)) {}

  Result<PushAnswer> run() {
    if (Status status = check_numbers(); !status) return status.error();
    const std::int64_t before = state_.version;
    const std::int64_t number_before = last_number_;
    PushAnswer answer;
    for (const NumberedMutation& each : request_.mutations) {
      Result<Outcome> outcome = each.number <= last_number_ ? find_old(each) : take(each);
      if (!outcome) return outcome.error();
      answer.outcomes.push_back(std::move(*outcome));
    }
    storage_.erase_applied_up_to(key_, request_.acknowledged);
    if (last_number_ != number_before) storage_.put_last_number(key_, last_number_);
    if (state_.version != before) {
      storage_.put_scope(state_);
      effects_.pokes.push_back({state_.scope, state_.version});
    }
    answer.epoch = state_.epoch;
    answer.version = state_.version;
    answer.last_number = last_number_;
    answer.server_time = call_.now;
    return answer;
  }

 private:
  // Numbers that the server should have seen mean that it was restored from an older backup.
  Status check_numbers() {
    if (request_.epoch > state_.epoch) rotate_epoch(storage_, call_, state_.scope);
    if (!request_.epoch.is_nil() && request_.epoch != state_.epoch) return epoch_changed();
    const bool has_gap =
        !request_.mutations.empty() && request_.mutations.front().number > last_number_ + 1;
    if (request_.acknowledged > last_number_ || has_gap) {
      rotate_epoch(storage_, call_, state_.scope);
      return epoch_changed();
    }
    std::int64_t expected = request_.mutations.empty() ? 0 : request_.mutations.front().number;
    for (const NumberedMutation& each : request_.mutations) {
      if (each.number == expected++) continue;
      return refuse("out_of_order", "The numbers must follow each other.", "number");
    }
    return success();
  }

  Result<Outcome> find_old(const NumberedMutation& each) {
    if (const auto stored = storage_.find_outcome(key_, each.number)) {
      if (stored->content != content_hash(each.mutation)) return copied_profile();
      return stored->outcome;
    }
    Outcome outcome{each.number, each.mutation.id, OutcomeStatus::applied, {}};
    if (storage_.was_applied(state_.scope, call_.account, each.mutation.id)) return outcome;
    if (each.mutation.meant_at.unix_ms > call_.now.unix_ms - kOutcomeKeptMs) {
      return copied_profile();
    }
    outcome.status = OutcomeStatus::expired;
    outcome.error =
        refuse("outcome_expired", "This change is so old that nobody knows whether it was saved.");
    return outcome;
  }

  // A number that is used for the first time; the change itself may be known from another client
  // id.
  Result<Outcome> take(const NumberedMutation& each) {
    const Hash128 content = content_hash(each.mutation);
    Outcome outcome{each.number, each.mutation.id, OutcomeStatus::applied, {}};
    const auto known = storage_.find_outcome_by_id(state_.scope, call_.account, each.mutation.id);
    if (known) {
      outcome.status = known->outcome.status;
      outcome.error = known->outcome.error;
      if (known->content != content) {
        outcome.status = OutcomeStatus::refused;
        outcome.error = refuse("id_taken", "Another change has this id.", "id");
      }
    } else if (!storage_.was_applied(state_.scope, call_.account, each.mutation.id)) {
      apply(each.mutation, outcome);
    }
    last_number_ = each.number;
    storage_.put_outcome(key_, {outcome, content}, call_.now);
    return outcome;
  }

  void apply(const Mutation& mutation, Outcome& outcome) {
    const Result<Command> command = command_of(mutation);
    Status status = command.ok() ? success() : Status(command.error());
    if (status) status = check_texts(call_, command->info->fields, command->arguments.get());
    if (status) status = apply_command(mutation, *command);
    if (status) return;
    outcome.status = OutcomeStatus::refused;
    outcome.error = status.error();
  }

  Status apply_command(const Mutation& mutation, const Command& command) {
    const std::unique_ptr<Reader> rows = storage_.rows(state_.scope);
    Overlay changes(*rows);
    Context context;
    context.person = call_.account;
    context.scope = state_.scope;
    context.mutation_id = mutation.id;
    context.meant_at = clamp_meant(mutation, call_.now);
    context.now = call_.now;
    context.fresh_seed =
        derive_id(call_.entropy, "seed", static_cast<std::uint64_t>(state_.version));
    context.time_zones = call_.time_zones;
    if (Status status = run_command(changes, context, command); !status) return status;
    ScopeWriter(storage_, call_, state_, effects_).write(changes, *rows);
    storage_.append_audit({state_.scope, state_.version, mutation.id, ActorKind::person,
                           call_.account, context.meant_at, call_.now, context.fresh_seed,
                           mutation.command, mutation.version, mutation.schema, mutation.arguments,
                           call_.request});
    return success();
  }

  ServerStorage& storage_;
  const ServerCall& call_;
  const PushRequest& request_;
  ScopeState state_;
  ServerEffects& effects_;
  ClientKey key_;
  std::int64_t last_number_;
};

}  // namespace

Result<PushAnswer> push(ServerStorage& storage, const ServerCall& call, const PushRequest& request,
                        ServerEffects& effects) {
  if (Status status = check_schema(request.schema); !status) return status.error();
  if (request.mutations.size() > kMutationsPerPush) {
    return refuse("too_many", "A push carries at most 64 changes.", "mutations");
  }
  if (const auto access = check_access(storage, call.account, request.scope); !access) {
    return access.error();
  }
  if (request.scope == call.account) ensure_person_scope(storage, call);
  run_due_work(storage, call, request.scope, effects);
  auto state = storage.lock_scope(request.scope);
  if (!state) return refuse("not_found", "There is no such household.", "scope");
  return Pusher(storage, call, request, std::move(*state), effects).run();
}

void rotate_epoch(ServerStorage& storage, const ServerCall& call, const Id& scope) {
  auto state = storage.lock_scope(scope);
  if (!state) return;
  state->epoch = fresh_epoch(call, "epoch");
  storage.put_scope(*state);
}

}  // namespace rr::sync
