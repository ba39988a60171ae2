#include "shared/sync/row_changes.h"
#include "shared/sync/server_access.h"
#include "shared/sync/server_engine.h"

namespace rr::sync {
namespace {

constexpr std::uint8_t kAfterAllEntities = 255;

// Everything of that version and before is known.
PagePlace after_version(std::int64_t version, std::int64_t floor) {
  return {version, kAfterAllEntities, Id{}, floor};
}

ScopePatch answer_without_rows(const Id& scope, PatchStatus status) {
  ScopePatch patch;
  patch.scope = scope;
  patch.status = status;
  return patch;
}

class Puller {
 public:
  Puller(ServerStorage& storage, const ServerCall& call, std::uint16_t schema,
         std::vector<Id>& ahead)
      : storage_(storage), call_(call), schema_(schema), ahead_(ahead) {}

  ScopePatch answer(const ScopeCookie& cookie) {
    const auto membership = check_access(storage_, call_.account, cookie.scope);
    if (!membership) {
      const bool was_removed = membership.error().code == "removed";
      return answer_without_rows(cookie.scope,
                                 was_removed ? PatchStatus::removed : PatchStatus::unknown);
    }
    const auto state = storage_.read_scope(cookie.scope);
    const bool was_known = !cookie.epoch.is_nil() && !cookie.is_reset_wanted;
    if (!state && was_known) {  // restored from a time before the scope was made
      return answer_without_rows(cookie.scope, PatchStatus::epoch_changed);
    }
    if (!state) return answer_empty(cookie.scope);
    if (is_ahead(cookie, *state)) {
      ahead_.push_back(cookie.scope);
      return answer_without_rows(cookie.scope, PatchStatus::epoch_changed);
    }
    if (was_known && cookie.epoch != state->epoch) {
      return answer_without_rows(cookie.scope, PatchStatus::epoch_changed);
    }
    return answer_rows(cookie, *state, *membership);
  }

 private:
  // The client knows what the server does not: a backup was restored. Epochs are time-ordered, so a
  // later one tells of a server that had already noticed an earlier restore.
  bool is_ahead(const ScopeCookie& cookie, const ScopeState& state) {
    if (cookie.epoch.is_nil()) return false;
    const bool is_same_epoch = cookie.epoch == state.epoch;
    return cookie.epoch > state.epoch || (is_same_epoch && cookie.version > state.version) ||
           cookie.acknowledged > storage_.last_number({cookie.scope, call_.account, cookie.client});
  }

  // Nothing was ever written to the person's own scope.
  static ScopePatch answer_empty(const Id& scope) {
    ScopePatch patch = answer_without_rows(scope, PatchStatus::patch);
    patch.is_reset = true;
    patch.end = PatchEnd{};
    return patch;
  }

  ScopePatch answer_rows(const ScopeCookie& cookie, const ScopeState& state,
                         std::int64_t membership) {
    ScopePatch patch = answer_without_rows(cookie.scope, PatchStatus::patch);
    patch.epoch = state.epoch;
    const bool is_reset = (cookie.place && cookie.place->floor > 0) || cookie.epoch.is_nil() ||
                          cookie.is_reset_wanted || cookie.membership != membership;
    const bool is_continued = cookie.place && is_reset == (cookie.place->floor > 0);
    PagePlace place =
        is_continued ? *cookie.place
                     : after_version(is_reset ? 0 : cookie.version, is_reset ? state.version : 0);
    patch.is_reset = is_reset;
    // Tombstones that this walk still needs are forgotten: begin at the beginning.
    if (!is_reset && place.version < state.purged_version) {
      patch.is_reset = true;
      place = after_version(0, state.version);
    }
    const auto changes = storage_.changes_after(cookie.scope, place, call_.rows_per_page);
    for (const ChangedRow& each : changes) add(patch, each);
    if (changes.size() < call_.rows_per_page) {
      const auto schema_place = static_cast<std::size_t>(schema_ - kSchemaOldest);
      const Hash128 checksum =
          schema_place < state.checksums.size() ? state.checksums[schema_place] : Hash128{};
      patch.end =
          PatchEnd{state.version, membership,
                   storage_.last_number({cookie.scope, call_.account, cookie.client}), checksum};
    } else {
      const ChangedRow& last = changes.back();
      patch.next = PagePlace{last.version, static_cast<std::uint8_t>(last.entity->kind), last.id,
                             place.floor};
    }
    return patch;
  }

  void add(ScopePatch& patch, const ChangedRow& each) const {
    if (each.entity->since > schema_) return;
    patch.rows.push_back(
        {std::string(each.entity->name), each.id,
         each.row ? visible_bytes(*each.entity, each.row.get(), schema_) : std::string()});
  }

  ServerStorage& storage_;
  const ServerCall& call_;
  std::uint16_t schema_;
  std::vector<Id>& ahead_;
};

}  // namespace

Result<PullAnswer> pull(ServerStorage& storage, const ServerCall& call, const PullRequest& request,
                        std::vector<Id>& ahead) {
  if (Status status = check_schema(request.schema); !status) return status.error();
  if (request.scopes.size() > kScopesPerPull) {
    return refuse("too_many", "A pull asks for at most 32 scopes.", "scopes");
  }
  PullAnswer answer;
  answer.server_time = call.now;
  answer.households = storage.households_of(call.account);
  Puller puller(storage, call, request.schema, ahead);
  for (const ScopeCookie& cookie : request.scopes) answer.scopes.push_back(puller.answer(cookie));
  return answer;
}

Result<OutcomesAnswer> find_outcomes(ServerStorage& storage, const ServerCall& call,
                                     const OutcomesRequest& request) {
  if (Status status = check_schema(request.schema); !status) return status.error();
  if (request.ids.size() > kIdsPerOutcomesRequest) {
    return refuse("too_many", "At most 1000 changes can be asked for at once.", "ids");
  }
  if (const auto access = check_access(storage, call.account, request.scope); !access) {
    return access.error();
  }
  OutcomesAnswer answer;
  answer.server_time = call.now;
  for (const Id& id : request.ids) {
    if (const auto stored = storage.find_outcome_by_id(request.scope, call.account, id)) {
      answer.known.push_back({id, stored->outcome.status, stored->outcome.error});
    } else if (storage.was_applied(request.scope, call.account, id)) {
      answer.known.push_back({id, OutcomeStatus::applied, {}});
    }
  }
  return answer;
}

}  // namespace rr::sync
