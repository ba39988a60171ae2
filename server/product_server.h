// The whole server as one object: store, routes, live streams and the listening socket.
//
// main.cpp starts one; tests start as many as they like in their own process.
#pragma once

#include <memory>

#include "server/auth/auth_routes.h"
#include "server/auth/invitation_routes.h"
#include "server/auth/join_routes.h"
#include "server/auth/sessions.h"
#include "server/http/application.h"
#include "server/http/http_server.h"
#include "server/ops/config.h"
#include "server/ops/health.h"
#include "server/ops/scheduler.h"
#include "server/sync/event_hub.h"
#include "server/sync/sync_routes.h"

namespace rr {

class ProductServer {
 public:
  // Opens the store, which must be migrated, and listens. The clock outlives the server.
  // `limits` are those of the HTTP layer. Codes: those of the store, no_web_directory,
  // cannot_listen.
  [[nodiscard]] static Result<std::unique_ptr<ProductServer>> start(const Config& config,
                                                                    const Clock& clock,
                                                                    Limits limits = {});

  [[nodiscard]] int port() const { return port_; }
  // Serves until stop().
  void run();
  // From any thread, not from a signal handler.
  void stop();

  [[nodiscard]] Store& store() { return *store_; }
  [[nodiscard]] EventHub& hub() { return hub_; }
  [[nodiscard]] Scheduler& scheduler() { return scheduler_; }

 private:
  ProductServer(const Config& config, const Clock& clock, std::unique_ptr<Store> store,
                StaticFiles files, Limits limits);

  std::unique_ptr<Store> store_;
  EventHub hub_;
  LocalRateLimiter limiter_;
  Sessions sessions_;
  Application application_;
  SyncService sync_;
  Scheduler scheduler_;
  HealthRoutes health_;
  AuthRoutes auth_;
  InvitationRoutes invitations_;
  JoinRoutes join_;
  SyncRoutes sync_routes_;
  HttpServer server_;
  int port_ = 0;
};

}  // namespace rr
