// AccountTables on SQLite.
#pragma once

#include "server/store/account_tables.h"
#include "server/store/sqlite.h"

namespace rr {

class SqliteAccountTables final : public AccountTables {
 public:
  explicit SqliteAccountTables(Database& database) : database_(database) {}

  void add_account(const AccountRow& account) override;
  [[nodiscard]] std::optional<AccountRow> find_account(const Id& id) override;
  [[nodiscard]] std::optional<AccountRow> find_account_by_request(const Id& request_id) override;
  void add_session(const SessionRow& session) override;
  [[nodiscard]] std::optional<SessionRow> find_session(std::string_view id_hash) override;
  void prolong_session(std::string_view id_hash, Instant last_used_at, Instant expires_at) override;
  bool end_session(const Id& account_id, std::string_view id_hash) override;
  [[nodiscard]] std::vector<SessionRow> sessions_of(const Id& account_id) override;
  void set_recovery_code(const Id& account_id, std::string_view code_hash, Instant now) override;
  [[nodiscard]] std::optional<Id> take_recovery_code(std::string_view code_hash) override;
  void set_device_code(const Id& account_id, std::string_view code_hash,
                       Instant expires_at) override;
  [[nodiscard]] std::optional<Id> take_device_code(std::string_view code_hash,
                                                   Instant now) override;
  void add_invitation(const InvitationRow& invitation) override;
  [[nodiscard]] std::optional<InvitationRow> find_invitation(std::string_view code_hash) override;
  [[nodiscard]] std::vector<InvitationRow> open_invitations(const Id& household_id,
                                                            Instant now) override;
  void use_invitation(const InvitationRow& invitation) override;
  bool erase_invitation(const Id& household_id, const Id& id) override;
  [[nodiscard]] std::optional<JoinOutcomeRow> find_join_outcome(const Id& request_id) override;
  void add_join_outcome(const JoinOutcomeRow& outcome) override;
  void forget_ended(Instant now) override;

 private:
  Database& database_;
};

}  // namespace rr
