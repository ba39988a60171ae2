#include "server/auth/join_routes.h"

#include "server/auth/invitation_routes.h"
#include "server/auth/new_account.h"
#include "server/http/answers.h"
#include "server/http/body.h"
#include "server/ops/clock.h"
#include "shared/commands/members.h"

namespace rr {
namespace {

struct JoinBody {
  std::string code;
  Id request_id;
  Id roommate;                      // nil: new here
  std::optional<std::string> name;  // needed when new here
  Id account;                       // as in new_account.h
};
constexpr FieldInfo kJoinFields[] = {text_field<&JoinBody::code>("code", 1, 100),
                                     id_field<&JoinBody::request_id>("request_id"),
                                     id_field<&JoinBody::roommate>("roommate").nullable(),
                                     text_field<&JoinBody::name>("name", 1, 100),
                                     id_field<&JoinBody::account>("account").nullable()};
constexpr FieldMask kOptionalFields = 0b11100;

struct Joined {
  Id account;
  Id household;
  Id roommate;
  std::optional<OpenedAccount> opened;  // for a guest without a session
};

// One attempt within one unit of work.
class Joining {
 public:
  Joining(UnitOfWork& work, SyncService& service, const CallContext& call, const JoinBody& body,
          sync::ServerEffects& effects)
      : work_(work), service_(service), call_(call), body_(body), effects_(effects) {}

  Result<Joined> run() {
    if (const auto earlier = work_.accounts().find_join_outcome(body_.request_id)) {
      return repeat(*earlier);
    }
    const auto invitation = open_invitation(work_, body_.code, call_.now());
    if (!invitation) return invitation.error();
    household_ = invitation->household_id;
    if (call_.has_session()) {
      const auto member = work_.rows(household_)->find<Member>(call_.session().account_id);
      if (member && !member->roommate_id.is_nil()) {
        return Joined{member->id, household_, member->roommate_id, std::nullopt};
      }
    }
    if (Status status = choose_roommate(*invitation); !status) return status.error();
    if (Status status = find_account(); !status) return status.error();
    if (Status status = add_member(); !status) return status.error();
    work_.accounts().use_invitation(*invitation);
    work_.accounts().add_join_outcome(
        {body_.request_id, joined_.account, household_, join_.roommate_id, call_.now()});
    joined_.household = household_;
    joined_.roommate = join_.roommate_id;
    return std::move(joined_);
  }

 private:
  Result<Joined> repeat(const JoinOutcomeRow& earlier) {
    const auto opened = work_.accounts().find_account_by_request(body_.request_id);
    const Id account =
        call_.has_session() ? call_.session().account_id : (opened ? opened->id : Id{});
    if (account != earlier.account_id) {
      return refuse("conflict", "Somebody else made this request.", "request_id");
    }
    if (Status status = find_account(); !status) return status.error();
    joined_.household = earlier.household_id;
    joined_.roommate = earlier.roommate_id;
    return std::move(joined_);
  }

  Status choose_roommate(const InvitationRow& invitation) {
    join_.roommate_id = invitation.roommate_id.is_nil() ? body_.roommate : invitation.roommate_id;
    if (!join_.roommate_id.is_nil()) {
      const auto roommate = work_.rows(household_)->find<Roommate>(join_.roommate_id);
      if (!roommate) return refuse("not_found", "This roommate is not here any more.", "roommate");
      join_.name = body_.name.value_or(roommate->name);
      return success();
    }
    if (!body_.name) return refuse("missing", "Your name is required.", "name");
    join_.name = *body_.name;
    join_.roommate_id = make_id(call_.now());
    join_.roommate_name = join_.name;
    return success();
  }

  Status find_account() {
    if (call_.has_session()) {
      joined_.account = call_.session().account_id;
      return success();
    }
    auto opened =
        open_device_account(work_, service_, call_, {join_.name, body_.account, body_.request_id});
    if (!opened) return opened.error();
    joined_.account = opened->session.row.account_id;
    joined_.opened = std::move(*opened);
    return success();
  }

  Status add_member() {
    join_.person_id = joined_.account;
    const auto command = make_command(join_);
    if (!command) return command.error();
    const auto engine =
        service_.make_call(joined_.account, call_.now(), call_.request().correlation_id);
    // As before every other command of a later cycle.
    sync::run_due_work(work_.sync(), engine, household_, effects_);
    Status status = sync::run_as_system(work_.sync(), engine, household_, make_id(call_.now()),
                                        *command, effects_);
    if (status) return status;
    // The command's fields are not those of the body.
    Error error = status.error();
    if (error.field == "roommate_id") error.field = "roommate";
    if (error.field == "roommate_name") error.field = "name";
    return error;
  }

  UnitOfWork& work_;
  SyncService& service_;
  const CallContext& call_;
  const JoinBody& body_;
  sync::ServerEffects& effects_;
  Id household_;
  JoinMember join_;
  Joined joined_;
};

}  // namespace

void JoinRoutes::add_to(Router& router) {
  router.add({"POST", "/api/join", Access::same_site, RateCategory::auth,
              [this](CallContext& call) { return join(call); }});
}

Response JoinRoutes::join(CallContext& call) {
  JoinBody body;
  const auto given = read_body(call.request(), kJoinFields, kOptionalFields, &body);
  if (!given) return error_response(given.error());
  if (!call.has_session() && device_accounts_ == Toggle::off) {
    return error_response(refuse("accounts_off", "Sign in first, then use the invitation."));
  }
  std::optional<Result<Joined>> joined;
  const Status written = service_.write([&](UnitOfWork& work, sync::ServerEffects& effects) {
    joined = Joining(work, service_, call, body, effects).run();
    return joined->ok() ? WorkEnding::commit : WorkEnding::roll_back;
  });
  if (!written) return unavailable_response(written.error().message);
  if (!*joined) return error_response(joined->error());
  const Joined& done = **joined;
  nlohmann::json answer{{"account_id", done.account.to_string()},
                        {"household", done.household.to_string()},
                        {"roommate", done.roommate.to_string()}};
  if (!done.opened) return json_response(201, answer);
  answer["recovery_code"] = done.opened->recovery_code;
  return signed_in_response(call, 201, done.opened->session, std::move(answer));
}

}  // namespace rr
