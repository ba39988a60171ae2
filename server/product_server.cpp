#include "server/product_server.h"

#include "server/ops/built_in_time_zones.h"
#include "server/store/sqlite_store.h"
#include "server/sync/event_routes.h"

namespace rr {
namespace {

HttpServer::Options http_options(const Config& config, Limits limits) {
  HttpServer::Options options;
  options.host = config.host;
  options.port = config.port;
  options.limits = std::move(limits);
  options.limits.streams = config.stream_limit;
  options.limits.body_rules = {{kPushPath, kPushBodyBytes}, {kHouseholdsPath, kSnapshotBodyBytes}};
  options.proxies = config.proxies;
  options.stop_grace_ms = config.drain_ms;
  return options;
}

EventHub::Options hub_options(const Config& config) {
  EventHub::Options options;
  options.streams = config.stream_limit;
  return options;
}

Application::Options application_options(const Config& config) {
  Application::Options options;
  options.origins = config.origins;
  options.headers.is_production = config.environment == Environment::production;
  return options;
}

}  // namespace

ProductServer::ProductServer(const Config& config, const Clock& clock, std::unique_ptr<Store> store,
                             StaticFiles files, Limits limits)
    : store_(std::move(store)),
      hub_(hub_options(config)),
      limiter_(config.rate_limit_factor),
      sessions_(*store_),
      application_(application_options(config), clock, limiter_, sessions_, std::move(files)),
      sync_(*store_, hub_, built_in_time_zones()),
      scheduler_(sync_, clock),
      health_(*store_, scheduler_, config.commit),
      auth_(sync_, config.device_accounts, hub_),
      invitations_(*store_),
      join_(sync_, config.device_accounts),
      sync_routes_(sync_),
      server_(http_options(config, std::move(limits)), application_, [this] { hub_.stop(); }) {
  health_.add_to(application_.router());
  add_report_route(application_.router());
  auth_.add_to(application_.router());
  invitations_.add_to(application_.router());
  join_.add_to(application_.router());
  sync_routes_.add_to(application_.router());
  add_event_routes(application_.router(), *store_, hub_);
}

Result<std::unique_ptr<ProductServer>> ProductServer::start(const Config& config,
                                                            const Clock& clock, Limits limits) {
  auto store = SqliteStore::open({config.database_path, {}, 4}, clock);
  if (!store) return store.error();
  auto files = StaticFiles::scan(config.web_directory);
  if (!files) return files.error();
  std::unique_ptr<ProductServer> server(
      new ProductServer(config, clock, std::move(*store), std::move(*files), std::move(limits)));
  const auto port = server->server_.bind();
  if (!port) return port.error();
  server->port_ = *port;
  return server;
}

void ProductServer::run() {
  scheduler_.start();
  server_.run();
  scheduler_.stop();
}

void ProductServer::stop() {
  health_.begin_draining();
  server_.stop();
}

}  // namespace rr
