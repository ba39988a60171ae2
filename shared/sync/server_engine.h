// The server's side of the protocol, without any input or output of its own: every function works
// on one unit of work and is safe to run again after it was rolled back.
#pragma once

#include <string>
#include <vector>

#include "shared/sync/messages.h"
#include "shared/sync/server_storage.h"

namespace rr {
class TimeZones;
}

namespace rr::sync {

// Judges texts beyond their bounds, where shared code cannot: their Unicode normal form.
using TextCheck = Status (*)(FieldList fields, const void* row);

// Whoever calls, and what the engine may not make itself.
struct ServerCall {
  Id account;
  Instant now;
  Id entropy;  // fresh and secret; the same when the unit of work runs again
  const TimeZones* time_zones = nullptr;
  TextCheck check_texts = nullptr;  // null: every text is taken
  std::size_t rows_per_page = kRowsPerPage;
  std::string request;  // correlation id, for the audit
};

[[nodiscard]] inline Status check_texts(const ServerCall& call, FieldList fields, const void* row) {
  return call.check_texts == nullptr ? success() : call.check_texts(fields, row);
}

// What the caller does after the commit.
struct ServerEffects {
  struct Poke {
    Id scope;
    std::int64_t version = 0;
  };
  std::vector<Poke> pokes;
  std::vector<Id> accounts_with_changed_memberships;
};

// The refusals below are those of the whole request; nothing was stored when one is answered,
// except for epoch_changed, which may have given the scope a new epoch (commit it).
//
// Codes: client_too_old, too_many, not_found (no such scope for this account), removed (no member
// any more), epoch_changed, copied_profile.
[[nodiscard]] Result<PushAnswer> push(ServerStorage& storage, const ServerCall& call,
                                      const PushRequest& request, ServerEffects& effects);

// Reads only; scopes whose cookies are ahead of the server are answered epoch_changed and listed in
// `ahead`: call rotate_epoch for them in a writing unit of work. Codes: client_too_old, too_many.
[[nodiscard]] Result<PullAnswer> pull(ServerStorage& storage, const ServerCall& call,
                                      const PullRequest& request, std::vector<Id>& ahead);
void rotate_epoch(ServerStorage& storage, const ServerCall& call, const Id& scope);

// Codes: client_too_old, too_many, not_found, removed.
[[nodiscard]] Result<OutcomesAnswer> find_outcomes(ServerStorage& storage, const ServerCall& call,
                                                   const OutcomesRequest& request);

// A household (and its starter's own rows) that lived on one device. The account becomes what its
// member row says. The same snapshot again answers success and changes nothing. Codes:
// client_too_old, too_many, those of decode_row, id_taken, not_valid (what verify_household found).
[[nodiscard]] Status accept_snapshot(ServerStorage& storage, const ServerCall& call,
                                     const Snapshot& snapshot, ServerEffects& effects);

// Issues a command as the program itself (a join, for example). Refusals are those of the command.
[[nodiscard]] Status run_as_system(ServerStorage& storage, const ServerCall& call, const Id& scope,
                                   const Id& mutation_id, const Command& command,
                                   ServerEffects& effects);

// Closes cycles that are over, and whatever else is due by now. Also done by push.
void run_due_work(ServerStorage& storage, const ServerCall& call, const Id& scope,
                  ServerEffects& effects);

// Makes the account's own scope unless it is there. Done by pull's caller at sign-in and by push.
void ensure_person_scope(ServerStorage& storage, const ServerCall& call);

// Forgets tombstones and outcomes that are older than the protocol keeps them.
void forget_old(ServerStorage& storage, const ServerCall& call, const Id& scope);

}  // namespace rr::sync
