// Opening device accounts: for whoever starts a household here or uses an invitation.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "server/auth/sessions.h"
#include "server/http/call_context.h"
#include "server/sync/sync_service.h"

namespace rr {

struct NewAccount {
  std::string name;
  // Chosen by a device whose household lived there alone, so that its rows keep pointing to the
  // same person; nil: the server makes one.
  Id id;
  // Known to the device alone. The same again, within a day, opens the same account once more:
  // its answer was lost. Nil: no repetition.
  Id request_id;
};

struct OpenedAccount {
  Sessions::Fresh session;
  std::string recovery_code;
};

// Within a unit of work: the account with its own scope, a session and a recovery code. Code:
// id_taken (also when a household has that id: it would be opened as the account's own scope).
[[nodiscard]] Result<OpenedAccount> open_device_account(UnitOfWork& work,
                                                        const SyncService& service,
                                                        const CallContext& call,
                                                        const NewAccount& wish);

// Sets the session's cookie and adds account_id and csrf to the body.
[[nodiscard]] Response signed_in_response(const CallContext& call, int status,
                                          const Sessions::Fresh& fresh, nlohmann::json body);

}  // namespace rr
