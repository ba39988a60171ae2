// Endpoints of accounts and sessions: making a device account, recovering one, adding a device,
// listing and ending sessions, signing out.
#pragma once

#include "server/auth/sessions.h"
#include "server/http/router.h"
#include "server/ops/config.h"
#include "server/sync/sync_service.h"

namespace rr {

class AuthRoutes {
 public:
  // The references outlive the routes.
  AuthRoutes(SyncService& service, Toggle device_accounts, SessionEndListener& listener)
      : service_(service),
        store_(service.store()),
        device_accounts_(device_accounts),
        listener_(listener) {}

  void add_to(Router& router);

 private:
  [[nodiscard]] Response describe_session(CallContext& call);
  [[nodiscard]] Response make_device_account(CallContext& call);
  [[nodiscard]] Response recover(CallContext& call);
  [[nodiscard]] Response make_device_code(CallContext& call);
  [[nodiscard]] Response make_recovery_code(CallContext& call);
  [[nodiscard]] Response list_sessions(CallContext& call);
  [[nodiscard]] Response end_session(CallContext& call);
  [[nodiscard]] Response end_other_sessions(CallContext& call);
  [[nodiscard]] Response sign_out(CallContext& call);

  SyncService& service_;
  Store& store_;
  Toggle device_accounts_;
  SessionEndListener& listener_;
};

}  // namespace rr
