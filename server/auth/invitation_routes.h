// Endpoints of invitations: make, list, revoke, look at.
#pragma once

#include "server/http/router.h"
#include "server/store/store.h"

namespace rr {

class InvitationRoutes {
 public:
  // The store outlives the routes.
  explicit InvitationRoutes(Store& store) : store_(store) {}
  void add_to(Router& router);

 private:
  [[nodiscard]] Response make(CallContext& call);
  [[nodiscard]] Response list(CallContext& call);
  [[nodiscard]] Response revoke(CallContext& call);
  [[nodiscard]] Response preview(CallContext& call);

  Store& store_;
};

// The invitation that a code opens now. Codes: unknown_code, code_expired.
[[nodiscard]] Result<InvitationRow> open_invitation(UnitOfWork& work, std::string_view typed_code,
                                                    Instant now);

}  // namespace rr
