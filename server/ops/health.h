// Health: is the process alive, may it get traffic, and what is the matter if not.
//
// Liveness never touches the database, so that a database outage causes no restarts. Readiness and
// the full report answer 503 when the database or its schema is not fit, or while draining.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "server/http/router.h"
#include "server/ops/clock.h"
#include "server/ops/scheduler.h"
#include "server/store/store.h"

namespace rr {

inline constexpr const char* kProgramVersion = "0.1.0";

class HealthRoutes {
 public:
  // The references outlive the routes.
  HealthRoutes(Store& store, const Scheduler& scheduler, std::string commit);
  void add_to(Router& router);
  // From now on readiness says no.
  void begin_draining() { is_draining_ = true; }

 private:
  [[nodiscard]] Response report(CallContext& call);

  Store& store_;
  const Scheduler& scheduler_;
  std::string commit_;
  std::chrono::steady_clock::time_point started_;
  std::atomic<bool> is_draining_ = false;
};

// POST /api/csp-report: what browsers say about violated policies goes to the log, capped.
void add_report_route(Router& router);

}  // namespace rr
