#include "server/ops/health.h"

#include "server/http/answers.h"
#include "server/http/call_context.h"
#include "server/ops/log.h"

namespace rr {
namespace {

constexpr std::size_t kReportBytes = 16 * 1024;
constexpr std::size_t kReportsPerBody = 10;
constexpr std::size_t kShownLetters = 120;

nlohmann::json database_check(const Result<Store::Health>& health) {
  if (!health) {
    return {{"status", "unhealthy"}, {"connected", false}, {"details", {{"connection", "failed"}}}};
  }
  return {{"status", "healthy"},
          {"type", health->type},
          {"connected", true},
          {"details", {{"connection", "ok"}, {"tables_exist", health->has_core_tables}}}};
}

nlohmann::json migrations_check(const Result<Store::Health>& health) {
  if (!health) return {{"status", "unhealthy"}};
  return {{"status", health->is_schema_served ? "healthy" : "unhealthy"},
          {"current", health->schema_current},
          {"expected", health->schema_expected},
          {"pending", health->schema_pending}};
}

// Page addresses may carry codes: only what was violated, and by which host, is kept.
void log_report(const nlohmann::json& report) {
  const auto text = [&](const char* one, const char* other) {
    for (const char* name : {one, other}) {
      const auto place = report.find(name);
      if (place != report.end() && place->is_string()) {
        return place->get<std::string>().substr(0, kShownLetters);
      }
    }
    return std::string();
  };
  std::string blocked = text("blockedURL", "blocked-uri");
  blocked = blocked.substr(0, blocked.find_first_of("?#"));
  log_line(
      LogLevel::warning, "http", "content security policy violated",
      {{"directive", text("effectiveDirective", "effective-directive")}, {"blocked", blocked}});
}

Response take_report(CallContext& call) {
  const std::string& bytes = call.request().body;
  if (bytes.size() > kReportBytes) {
    return error_response(refuse("body_too_large", "The report is too large."));
  }
  const auto body = nlohmann::json::parse(bytes, nullptr, false);
  if (body.is_object() && body.contains("csp-report")) {
    log_report(body["csp-report"]);
  } else if (body.is_array()) {
    for (std::size_t place = 0; place < body.size() && place < kReportsPerBody; ++place) {
      if (body[place].is_object() && body[place].contains("body")) {
        log_report(body[place]["body"]);
      }
    }
  } else {
    return error_response(refuse("malformed_json", "This is no report."));
  }
  return empty_response();
}

}  // namespace

HealthRoutes::HealthRoutes(Store& store, const Scheduler& scheduler, std::string commit)
    : store_(store),
      scheduler_(scheduler),
      commit_(std::move(commit)),
      started_(std::chrono::steady_clock::now()) {}

void HealthRoutes::add_to(Router& router) {
  router.add({"GET", "/api/health/live", Access::open, RateCategory::none, [](CallContext&) {
                return json_response(200, nlohmann::json{{"status", "alive"}});
              }});
  const auto full = [this](CallContext& call) { return report(call); };
  router.add({"GET", "/api/health", Access::open, RateCategory::health, full});
  router.add({"GET", "/api/health/ready", Access::open, RateCategory::health, full});
}

Response HealthRoutes::report(CallContext& call) {
  const auto health = store_.probe();
  const bool is_fit = health.ok() && health->is_schema_served && health->has_core_tables;
  const bool is_ready = is_fit && !is_draining_;
  const bool is_whole = scheduler_.is_running();
  const auto uptime = std::chrono::steady_clock::now() - started_;
  nlohmann::json body{
      {"status", !is_ready  ? "unhealthy"
                 : is_whole ? "healthy"
                            : "degraded"},
      {"timestamp", to_rfc3339(call.now())},
      {"version", kProgramVersion},
      {"commit", commit_},
      {"uptime_s", std::chrono::duration_cast<std::chrono::seconds>(uptime).count()},
      {"draining", is_draining_.load()},
      {"auth_bypass", false},
      {"checks",
       {{"database", database_check(health)},
        {"features", {{"status", is_fit ? "healthy" : "unhealthy"}, {"core_features", is_fit}}},
        {"scheduler", {{"status", is_whole ? "running" : "stopped"}}},
        {"migrations", migrations_check(health)}}}};
  Response response = json_response(is_ready ? 200 : 503, body);
  if (!health) response.internal_note = health.error().message;
  return response;
}

void add_report_route(Router& router) {
  router.add({"POST", "/api/csp-report", Access::open, RateCategory::report, take_report});
}

}  // namespace rr
