// POST /api/join: an invitation becomes a membership, and a device account where there is none yet.
//
// The request's id, which the guest makes and keeps to itself, makes it repeatable: when the answer
// was lost, the same request is answered the same and uses nothing up.
#pragma once

#include "server/http/router.h"
#include "server/ops/config.h"
#include "server/sync/sync_service.h"

namespace rr {

class JoinRoutes {
 public:
  // The service outlives the routes.
  JoinRoutes(SyncService& service, Toggle device_accounts)
      : service_(service), device_accounts_(device_accounts) {}

  void add_to(Router& router);

 private:
  [[nodiscard]] Response join(CallContext& call);

  SyncService& service_;
  Toggle device_accounts_;
};

}  // namespace rr
