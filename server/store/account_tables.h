// Accounts, sessions, codes and invitations as the database keeps them.
//
// Codes and session ids come in as hashes. Part of a UnitOfWork: faults are asked there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/time.h"

namespace rr {

struct AccountRow {
  Id id;
  std::string name;
  Instant created_at;
  Id request_id;  // nil: none was given
};

struct SessionRow {
  std::string id_hash;
  Id account_id;
  std::string csrf_token;
  std::string device;  // what the browser says it is, for the list of sessions
  Instant created_at;
  Instant last_used_at;
  Instant expires_at;
};

struct InvitationRow {
  Id household_id;
  Id id;
  std::string code_hash;
  Id roommate_id;  // nil: the guest chooses
  std::int64_t uses_left = 1;
  Id created_by;
  Instant created_at;
  Instant expires_at;
};

struct JoinOutcomeRow {
  Id request_id;  // made by the guest, known to nobody else
  Id account_id;
  Id household_id;
  Id roommate_id;
  Instant joined_at;
};

class AccountTables {
 public:
  virtual ~AccountTables() = default;

  virtual void add_account(const AccountRow& account) = 0;
  [[nodiscard]] virtual std::optional<AccountRow> find_account(const Id& id) = 0;
  [[nodiscard]] virtual std::optional<AccountRow> find_account_by_request(const Id& request_id) = 0;

  virtual void add_session(const SessionRow& session) = 0;
  // Also one that is over: the caller judges expires_at.
  [[nodiscard]] virtual std::optional<SessionRow> find_session(std::string_view id_hash) = 0;
  virtual void prolong_session(std::string_view id_hash, Instant last_used_at,
                               Instant expires_at) = 0;
  // Only a session of that account; false when there was none.
  virtual bool end_session(const Id& account_id, std::string_view id_hash) = 0;
  [[nodiscard]] virtual std::vector<SessionRow> sessions_of(const Id& account_id) = 0;

  // Replaces the account's earlier code.
  virtual void set_recovery_code(const Id& account_id, std::string_view code_hash, Instant now) = 0;
  // Whose it was; the code is used up.
  [[nodiscard]] virtual std::optional<Id> take_recovery_code(std::string_view code_hash) = 0;

  // Replaces the account's earlier codes.
  virtual void set_device_code(const Id& account_id, std::string_view code_hash,
                               Instant expires_at) = 0;
  [[nodiscard]] virtual std::optional<Id> take_device_code(std::string_view code_hash,
                                                           Instant now) = 0;

  virtual void add_invitation(const InvitationRow& invitation) = 0;
  // Also one that is over or used up.
  [[nodiscard]] virtual std::optional<InvitationRow> find_invitation(
      std::string_view code_hash) = 0;
  [[nodiscard]] virtual std::vector<InvitationRow> open_invitations(const Id& household_id,
                                                                    Instant now) = 0;
  virtual void use_invitation(const InvitationRow& invitation) = 0;
  // False when there was none.
  virtual bool erase_invitation(const Id& household_id, const Id& id) = 0;
  [[nodiscard]] virtual std::optional<JoinOutcomeRow> find_join_outcome(const Id& request_id) = 0;
  virtual void add_join_outcome(const JoinOutcomeRow& outcome) = 0;

  // Removes sessions, codes and invitations that ended before `now`.
  virtual void forget_ended(Instant now) = 0;
};

}  // namespace rr
