#include "server/store/sqlite_account_tables.h"

namespace rr {
namespace {

const std::string kAddAccount =
    "INSERT INTO account (id,kind,name,created_at,request_id) VALUES (?,'device',?,?,?)";
const std::string kFindAccount = "SELECT id,name,created_at,request_id FROM account WHERE id=?";
const std::string kFindAccountByRequest =
    "SELECT id,name,created_at,request_id FROM account WHERE request_id=?";
const std::string kAddSession =
    "INSERT INTO session (id_hash,account_id,csrf_token,device,created_at,last_used_at,expires_at)"
    " VALUES (?,?,?,?,?,?,?)";
const std::string kSessionColumns =
    "SELECT id_hash,account_id,csrf_token,device,created_at,last_used_at,expires_at FROM session ";
const std::string kFindSession = kSessionColumns + "WHERE id_hash=?";
const std::string kSessionsOf = kSessionColumns + "WHERE account_id=? ORDER BY created_at,id_hash";
const std::string kProlongSession =
    "UPDATE session SET last_used_at=?,expires_at=? WHERE id_hash=?";
const std::string kEndSession = "DELETE FROM session WHERE id_hash=? AND account_id=? RETURNING 1";
const std::string kSetRecoveryCode =
    "INSERT INTO recovery_code (account_id,code_hash,created_at) VALUES (?,?,?)"
    " ON CONFLICT (account_id) DO UPDATE SET code_hash=excluded.code_hash,"
    " created_at=excluded.created_at";
const std::string kTakeRecoveryCode =
    "DELETE FROM recovery_code WHERE code_hash=? RETURNING account_id";
const std::string kDropDeviceCodes = "DELETE FROM device_code WHERE account_id=?";
const std::string kAddDeviceCode =
    "INSERT INTO device_code (code_hash,account_id,expires_at) VALUES (?,?,?)";
const std::string kTakeDeviceCode =
    "DELETE FROM device_code WHERE code_hash=? AND expires_at>? RETURNING account_id";
const std::string kAddInvitation =
    "INSERT INTO invitation (household_id,id,code_hash,roommate_id,uses_left,created_by,"
    "created_at,expires_at) VALUES (?,?,?,?,?,?,?,?)";
const std::string kInvitationColumns =
    "SELECT household_id,id,code_hash,roommate_id,uses_left,created_by,created_at,expires_at"
    " FROM invitation ";
const std::string kFindInvitation = kInvitationColumns + "WHERE code_hash=?";
const std::string kOpenInvitations =
    kInvitationColumns + "WHERE household_id=? AND expires_at>? AND uses_left>0 ORDER BY id";
const std::string kUseInvitation =
    "UPDATE invitation SET uses_left=uses_left-1 WHERE household_id=? AND id=?";
const std::string kEraseInvitation =
    "DELETE FROM invitation WHERE household_id=? AND id=? RETURNING 1";
const std::string kFindJoinOutcome =
    "SELECT request_id,account_id,household_id,roommate_id,joined_at FROM join_outcome"
    " WHERE request_id=?";
const std::string kAddJoinOutcome =
    "INSERT INTO join_outcome (request_id,account_id,household_id,roommate_id,joined_at)"
    " VALUES (?,?,?,?,?)";
const std::string kForgetSessions = "DELETE FROM session WHERE expires_at<=?";
const std::string kForgetDeviceCodes = "DELETE FROM device_code WHERE expires_at<=?";
const std::string kForgetInvitations = "DELETE FROM invitation WHERE expires_at<=?";

AccountRow read_account(const Query& query) {
  return AccountRow{query.id(0), std::string(query.text(1)), Instant{query.integer(2)},
                    query.id(3)};
}

SessionRow read_session(const Query& query) {
  return SessionRow{std::string(query.text(0)), query.id(1),
                    std::string(query.text(2)), std::string(query.text(3)),
                    Instant{query.integer(4)},  Instant{query.integer(5)},
                    Instant{query.integer(6)}};
}

InvitationRow read_invitation(const Query& query) {
  return InvitationRow{
      query.id(0),      query.id(1), std::string(query.text(2)), query.id(3),
      query.integer(4), query.id(5), Instant{query.integer(6)},  Instant{query.integer(7)}};
}

}  // namespace

void SqliteAccountTables::add_account(const AccountRow& account) {
  Query(database_, kAddAccount)
      .bind(account.id)
      .bind(account.name)
      .bind(account.created_at.unix_ms)
      .bind_unless_nil(account.request_id)
      .run();
}

std::optional<AccountRow> SqliteAccountTables::find_account(const Id& id) {
  Query query(database_, kFindAccount);
  if (!query.bind(id).next()) return std::nullopt;
  return read_account(query);
}

std::optional<AccountRow> SqliteAccountTables::find_account_by_request(const Id& request_id) {
  Query query(database_, kFindAccountByRequest);
  if (!query.bind(request_id).next()) return std::nullopt;
  return read_account(query);
}

void SqliteAccountTables::add_session(const SessionRow& session) {
  Query(database_, kAddSession)
      .bind(session.id_hash)
      .bind(session.account_id)
      .bind(session.csrf_token)
      .bind(session.device)
      .bind(session.created_at.unix_ms)
      .bind(session.last_used_at.unix_ms)
      .bind(session.expires_at.unix_ms)
      .run();
}

std::optional<SessionRow> SqliteAccountTables::find_session(std::string_view id_hash) {
  Query query(database_, kFindSession);
  if (!query.bind(id_hash).next()) return std::nullopt;
  return read_session(query);
}

void SqliteAccountTables::prolong_session(std::string_view id_hash, Instant last_used_at,
                                          Instant expires_at) {
  Query(database_, kProlongSession)
      .bind(last_used_at.unix_ms)
      .bind(expires_at.unix_ms)
      .bind(id_hash)
      .run();
}

bool SqliteAccountTables::end_session(const Id& account_id, std::string_view id_hash) {
  Query query(database_, kEndSession);
  return query.bind(id_hash).bind(account_id).next();
}

std::vector<SessionRow> SqliteAccountTables::sessions_of(const Id& account_id) {
  std::vector<SessionRow> sessions;
  Query query(database_, kSessionsOf);
  query.bind(account_id);
  while (query.next()) sessions.push_back(read_session(query));
  return sessions;
}

void SqliteAccountTables::set_recovery_code(const Id& account_id, std::string_view code_hash,
                                            Instant now) {
  Query(database_, kSetRecoveryCode).bind(account_id).bind(code_hash).bind(now.unix_ms).run();
}

std::optional<Id> SqliteAccountTables::take_recovery_code(std::string_view code_hash) {
  Query query(database_, kTakeRecoveryCode);
  if (!query.bind(code_hash).next()) return std::nullopt;
  return query.id(0);
}

void SqliteAccountTables::set_device_code(const Id& account_id, std::string_view code_hash,
                                          Instant expires_at) {
  Query(database_, kDropDeviceCodes).bind(account_id).run();
  Query(database_, kAddDeviceCode).bind(code_hash).bind(account_id).bind(expires_at.unix_ms).run();
}

std::optional<Id> SqliteAccountTables::take_device_code(std::string_view code_hash, Instant now) {
  Query query(database_, kTakeDeviceCode);
  if (!query.bind(code_hash).bind(now.unix_ms).next()) return std::nullopt;
  return query.id(0);
}

void SqliteAccountTables::add_invitation(const InvitationRow& invitation) {
  Query query(database_, kAddInvitation);
  query.bind(invitation.household_id)
      .bind(invitation.id)
      .bind(invitation.code_hash)
      .bind_unless_nil(invitation.roommate_id)
      .bind(invitation.uses_left)
      .bind(invitation.created_by)
      .bind(invitation.created_at.unix_ms)
      .bind(invitation.expires_at.unix_ms)
      .run();
}

std::optional<InvitationRow> SqliteAccountTables::find_invitation(std::string_view code_hash) {
  Query query(database_, kFindInvitation);
  if (!query.bind(code_hash).next()) return std::nullopt;
  return read_invitation(query);
}

std::vector<InvitationRow> SqliteAccountTables::open_invitations(const Id& household_id,
                                                                 Instant now) {
  std::vector<InvitationRow> invitations;
  Query query(database_, kOpenInvitations);
  query.bind(household_id).bind(now.unix_ms);
  while (query.next()) invitations.push_back(read_invitation(query));
  return invitations;
}

void SqliteAccountTables::use_invitation(const InvitationRow& invitation) {
  Query(database_, kUseInvitation).bind(invitation.household_id).bind(invitation.id).run();
}

bool SqliteAccountTables::erase_invitation(const Id& household_id, const Id& id) {
  Query query(database_, kEraseInvitation);
  return query.bind(household_id).bind(id).next();
}

std::optional<JoinOutcomeRow> SqliteAccountTables::find_join_outcome(const Id& request_id) {
  Query query(database_, kFindJoinOutcome);
  if (!query.bind(request_id).next()) return std::nullopt;
  return JoinOutcomeRow{query.id(0), query.id(1), query.id(2), query.id(3),
                        Instant{query.integer(4)}};
}

void SqliteAccountTables::add_join_outcome(const JoinOutcomeRow& outcome) {
  Query(database_, kAddJoinOutcome)
      .bind(outcome.request_id)
      .bind(outcome.account_id)
      .bind(outcome.household_id)
      .bind(outcome.roommate_id)
      .bind(outcome.joined_at.unix_ms)
      .run();
}

void SqliteAccountTables::forget_ended(Instant now) {
  Query(database_, kForgetSessions).bind(now.unix_ms).run();
  Query(database_, kForgetDeviceCodes).bind(now.unix_ms).run();
  Query(database_, kForgetInvitations).bind(now.unix_ms).run();
}

}  // namespace rr
