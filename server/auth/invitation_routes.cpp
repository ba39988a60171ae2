#include "server/auth/invitation_routes.h"

#include <set>

#include "server/auth/codes.h"
#include "server/auth/household_access.h"
#include "server/http/answers.h"
#include "server/http/body.h"
#include "server/http/call_context.h"
#include "server/ops/clock.h"

namespace rr {
namespace {

constexpr std::int64_t kInvitationMs = 7 * kMillisecondsPerDay;
constexpr std::size_t kMostOpenInvitations = 50;

struct InvitationBody {
  Id household;
  Id roommate;
  std::int64_t uses = 1;
};
constexpr FieldInfo kInvitationFields[] = {
    id_field<&InvitationBody::household>("household"),
    id_field<&InvitationBody::roommate>("roommate").nullable(),
    integer_field<&InvitationBody::uses>("uses", 1, 20)};
constexpr FieldMask kOptionalFields = 0b110;

struct CodeBody {
  std::string code;
};
constexpr FieldInfo kCodeFields[] = {text_field<&CodeBody::code>("code", 1, 100)};

nlohmann::json describe(const InvitationRow& invitation) {
  return {{"id", invitation.id.to_string()},
          {"roommate", invitation.roommate_id.is_nil()
                           ? nlohmann::json()
                           : nlohmann::json(invitation.roommate_id.to_string())},
          {"uses_left", invitation.uses_left},
          {"created_at", invitation.created_at.unix_ms},
          {"expires_at", invitation.expires_at.unix_ms}};
}

// Roommates that live here and nobody is linked to.
nlohmann::json free_roommates(const Reader& rows) {
  std::set<Id> linked;
  for (const auto& member : rows.all<Member>()) linked.insert(member->roommate_id);
  nlohmann::json list = nlohmann::json::array();
  for (const auto& roommate : rows.all<Roommate>()) {
    if (roommate->status == RoommateStatus::moved_out || linked.contains(roommate->id)) continue;
    list.push_back({{"id", roommate->id.to_string()}, {"name", roommate->name}});
  }
  return list;
}

Status check_invitation(UnitOfWork& work, const InvitationBody& body, Instant now) {
  if (!body.roommate.is_nil()) {
    const auto rows = work.rows(body.household);
    if (!rows->find<Roommate>(body.roommate)) {
      return refuse("not_found", "There is no such roommate.", "roommate");
    }
    if (!rows->where<Member>("roommate_id", body.roommate).empty()) {
      return refuse("already_linked", "Somebody is linked to this roommate already.", "roommate");
    }
  }
  if (work.accounts().open_invitations(body.household, now).size() >= kMostOpenInvitations) {
    return refuse("conflict", "There are too many open invitations. Revoke some first.");
  }
  return success();
}

}  // namespace

void InvitationRoutes::add_to(Router& router) {
  const auto add = [&](const char* method, const char* pattern, Access access,
                       RateCategory category, Response (InvitationRoutes::*handler)(CallContext&)) {
    router.add({method, pattern, access, category,
                [this, handler](CallContext& call) { return (this->*handler)(call); }});
  };
  add("POST", "/api/invitations", Access::session, RateCategory::api, &InvitationRoutes::make);
  add("GET", "/api/invitations", Access::session, RateCategory::api, &InvitationRoutes::list);
  add("DELETE", "/api/invitations/{id}", Access::session, RateCategory::api,
      &InvitationRoutes::revoke);
  add("POST", "/api/join/preview", Access::same_site, RateCategory::auth,
      &InvitationRoutes::preview);
}

Response InvitationRoutes::make(CallContext& call) {
  InvitationBody body;
  const auto given = read_body(call.request(), kInvitationFields, kOptionalFields, &body);
  if (!given) return error_response(given.error());
  const Id account_id = call.session().account_id;
  const std::string code = make_code(CodeStrength::long_lived);
  const InvitationRow row{body.household,   make_id(call.now()),
                          *hash_code(code), body.roommate,
                          body.uses,        account_id,
                          call.now(),       Instant{call.now().unix_ms + kInvitationMs}};
  Status judged = success();
  const Status written = store_.write([&](UnitOfWork& work) {
    judged = demand_role(work, body.household, account_id, Role::admin);
    if (judged) judged = check_invitation(work, body, call.now());
    if (!judged) return WorkEnding::roll_back;
    work.accounts().add_invitation(row);
    return WorkEnding::commit;
  });
  if (!written) return unavailable_response(written.error().message);
  if (!judged) return error_response(judged.error());
  nlohmann::json answer = describe(row);
  answer["code"] = code;
  return json_response(201, answer);
}

Response InvitationRoutes::list(CallContext& call) {
  const auto household = parse_id(call.request().query["household"]);
  if (!household) return error_response(refuse("wrong_type", "Say which household.", "household"));
  Status judged = success();
  nlohmann::json list = nlohmann::json::array();
  const Status read = store_.read([&](UnitOfWork& work) {
    judged = demand_role(work, *household, call.session().account_id, Role::admin);
    if (!judged) return;
    for (const InvitationRow& row : work.accounts().open_invitations(*household, call.now())) {
      list.push_back(describe(row));
    }
  });
  if (!read) return unavailable_response(read.error().message);
  if (!judged) return error_response(judged.error());
  return json_response(200, nlohmann::json{{"invitations", std::move(list)}});
}

// Whose invitation it is follows from where the account may revoke at all.
Response InvitationRoutes::revoke(CallContext& call) {
  const auto id = parse_id(call.parameter("id"));
  const Id account_id = call.session().account_id;
  bool was_there = false;
  const Status written = store_.write([&](UnitOfWork& work) {
    was_there = false;
    for (const Id& household : work.sync().households_of(account_id)) {
      if (!id || !demand_role(work, household, account_id, Role::admin)) continue;
      was_there = was_there || work.accounts().erase_invitation(household, *id);
    }
    return WorkEnding::commit;
  });
  if (!written) return unavailable_response(written.error().message);
  if (!was_there) return error_response(refuse("not_found", "There is no such invitation."));
  return empty_response();
}

Result<InvitationRow> open_invitation(UnitOfWork& work, std::string_view typed_code, Instant now) {
  const auto code_hash = hash_code(typed_code);
  const auto invitation = code_hash ? work.accounts().find_invitation(*code_hash) : std::nullopt;
  if (!invitation) {
    return refuse("unknown_code", "This invitation code is not valid.", "code");
  }
  if (invitation->expires_at <= now || invitation->uses_left == 0) {
    return refuse("code_expired", "This invitation is used up or too old. Ask for a new one.",
                  "code");
  }
  return *invitation;
}

Response InvitationRoutes::preview(CallContext& call) {
  CodeBody body;
  const auto given = read_body(call.request(), kCodeFields, 0, &body);
  if (!given) return error_response(given.error());
  Status judged = success();
  nlohmann::json answer;
  const Status read = store_.read([&](UnitOfWork& work) {
    const auto invitation = open_invitation(work, body.code, call.now());
    if (!invitation) {
      judged = invitation.error();
      return;
    }
    const auto rows = work.rows(invitation->household_id);
    const auto household = rows->find<Household>(invitation->household_id);
    if (!household) {
      judged = refuse("unknown_code", "The household of this invitation is gone.", "code");
      return;
    }
    answer = describe(*invitation);
    answer.erase("id");
    answer["household"] = {{"id", household->id.to_string()}, {"name", household->name}};
    answer["roommates"] = free_roommates(*rows);
  });
  if (!read) return unavailable_response(read.error().message);
  if (!judged) return error_response(judged.error());
  return json_response(200, answer);
}

}  // namespace rr
