// POST /api/sync/push, /pull and /outcomes, and POST /api/households: the protocol of
// docs/protocol.md over HTTP.
#pragma once

#include "server/http/router.h"
#include "server/sync/sync_service.h"

namespace rr {

inline constexpr std::string_view kPushPath = "/api/sync/push";
inline constexpr std::string_view kHouseholdsPath = "/api/households";
// A full push and its envelope.
inline constexpr std::size_t kPushBodyBytes = sync::kPushBytes + 64 * 1024;
inline constexpr std::size_t kSnapshotBodyBytes = 8 * 1024 * 1024;

class SyncRoutes {
 public:
  // The service outlives the routes.
  explicit SyncRoutes(SyncService& service) : service_(service) {}

  void add_to(Router& router);

 private:
  [[nodiscard]] Response push(CallContext& call);
  [[nodiscard]] Response pull(CallContext& call);
  [[nodiscard]] Response find_outcomes(CallContext& call);
  [[nodiscard]] Response take_household(CallContext& call);

  SyncService& service_;
};

}  // namespace rr
