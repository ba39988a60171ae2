#include "server/http/application.h"

#include <algorithm>
#include <chrono>
#include <exception>

#include "server/http/answers.h"
#include "server/ops/log.h"
#include "shared/base/text.h"

namespace rr {
namespace {

using Steady = std::chrono::steady_clock;

bool is_api(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

bool is_changing(std::string_view method) { return method != "GET" && method != "HEAD"; }

bool has_control_characters(std::string_view path) {
  return std::any_of(path.begin(), path.end(), [](char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte < 0x20 || byte == 0x7f;
  });
}

Response fault_response(std::string note) {
  Response response = error_response(
      500, rr::refuse("internal", "Something went wrong on the server. It has been noted."));
  response.internal_note = std::move(note);
  return response;
}

Response limited_response(const RateVerdict& verdict) {
  Response response = error_response(
      429, rr::refuse("too_many_requests", "Too many requests. Wait a moment, then try again."));
  response.set_header("Retry-After", std::to_string((verdict.retry_after_ms + 999) / 1000));
  response.set_header("X-RateLimit-Remaining", "0");
  return response;
}

LogLevel level_of(int status) {
  if (status >= 500) return LogLevel::error;
  return status >= 400 ? LogLevel::warning : LogLevel::info;
}

// One IPv6 customer has 2^64 addresses: the network part names the client.
std::string client_key(const std::string& address) {
  if (address.find(':') == std::string::npos) return address;
  std::size_t end = 0;
  for (int group = 0; group < 4 && end != std::string::npos; ++group) {
    end = address.find(':', end == 0 ? 0 : end + 1);
  }
  return address.substr(0, end);
}

}  // namespace

std::string choose_correlation_id(std::string_view offered, Instant now) {
  const auto is_allowed = [](char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || character == '-' || character == '_' ||
           character == '.';
  };
  const bool fits = !offered.empty() && offered.size() <= 64 &&
                    std::all_of(offered.begin(), offered.end(), is_allowed);
  return fits ? std::string(offered) : make_id(now).to_string();
}

bool equals_secretly(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  unsigned difference = 0;
  for (std::size_t place = 0; place < left.size(); ++place) {
    difference |= static_cast<unsigned char>(left[place] ^ right[place]);
  }
  return difference == 0;
}

Application::Application(Options options, const Clock& clock, RateLimiter& limiter,
                         SessionSource& sessions, StaticFiles files)
    : options_(std::move(options)),
      clock_(clock),
      limiter_(limiter),
      sessions_(sessions),
      files_(std::move(files)) {}

Response Application::handle(Request& request) {
  const auto started = Steady::now();
  request.correlation_id =
      choose_correlation_id(request.headers.get("X-Correlation-ID"), clock_.now());
  nlohmann::json fields{{"method", request.method},
                        {"path", request.path},
                        {"remote_addr", request.remote_address},
                        {"correlation_id", request.correlation_id},
                        {"user_agent", request.headers.get("User-Agent").substr(0, 200)}};
  log_line(LogLevel::debug, "http", "request started", {{"request", fields}});

  Response response;
  try {
    response = dispatch(request);
  } catch (const std::exception& error) {
    response = fault_response(error.what());
  } catch (...) {
    response = fault_response("unknown exception");
  }
  finish(request, response);

  const bool is_health = request.path.starts_with("/api/health");
  if (is_health && response.status < 400) return response;
  const auto elapsed =
      std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - started);
  nlohmann::json line{{"request", std::move(fields)},
                      {"status", response.status},
                      {"duration_ms", static_cast<double>(elapsed.count()) / 1000.0}};
  if (!response.internal_note.empty()) line["cause"] = response.internal_note;
  if (!response.log_code.empty()) line["refusal"] = response.log_code;
  log_line(level_of(response.status), "http", "request completed", std::move(line));
  return response;
}

Response Application::refuse(const HeadRefusal& refusal, const std::string& address) {
  Response response = error_response(refusal.status, rr::refuse(refusal.code, refusal.message));
  Request request;
  request.correlation_id = choose_correlation_id({}, clock_.now());
  finish(request, response);
  log_line(LogLevel::warning, "http", "request refused",
           {{"status", refusal.status},
            {"refusal", refusal.code},
            {"remote_addr", address},
            {"correlation_id", request.correlation_id}});
  return response;
}

Response Application::busy() {
  Response response =
      error_response(503, rr::refuse("busy", "The server is busy. Try again in a moment."));
  Request request;
  request.correlation_id = choose_correlation_id({}, clock_.now());
  finish(request, response);
  return response;
}

Response Application::dispatch(Request& request) {
  if (has_control_characters(request.path) || !is_clean_utf8(request.path)) {
    return error_response(400, rr::refuse("malformed_request", "Bad address."));
  }
  if (is_https_missing(request)) return answer_without_https(request);
  if (!is_api(request.path)) {
    if (is_changing(request.method)) {
      return error_response(405, rr::refuse("method_not_allowed", "Only GET works here."));
    }
    return files_.answer(request);
  }
  if (request.method == "OPTIONS") return answer_preflight(request);
  auto match = router_.find(request.method, request.path);
  if (match.route == nullptr) {
    if (match.allowed_methods.empty()) {
      return error_response(404, rr::refuse("not_found", "There is nothing at this address."));
    }
    Response response =
        error_response(405, rr::refuse("method_not_allowed", "This method does not work here."));
    response.set_header("Allow", match.allowed_methods);
    return response;
  }
  request.parameters = std::move(match.parameters);
  return call(*match.route, request);
}

// Only what a trusted proxy says counts: a server that takes everything for http would send people
// round in a circle. Probes come from beside the proxy.
bool Application::is_https_missing(const Request& request) const {
  return options_.headers.is_production && request.is_plain_at_proxy &&
         options_.origins.base_origin.starts_with("https://") &&
         !request.path.starts_with("/api/health");
}

Response Application::answer_without_https(const Request& request) const {
  if (is_api(request.path)) {
    return error_response(403, rr::refuse("https_needed", "Use https for this address."));
  }
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.";
  const bool is_plain = request.path.find_first_not_of(kPlain) == std::string::npos;
  Response response = empty_response();
  response.status = 308;
  response.set_header("Location", options_.origins.base_origin + (is_plain ? request.path : "/"));
  return response;
}

Response Application::call(const Route& route, Request& request) {
  const Instant now = clock_.now();
  std::optional<Session> session;
  if (route.access != Access::open) {
    auto found = sessions_.find_session(request, now);
    if (!found) return unavailable_response(found.error().message);
    session = std::move(*found);
  }
  const std::string who =
      session ? session->account_id.to_string() : client_key(request.remote_address);
  const RateVerdict verdict = limiter_.admit(who, route.category, now);
  if (!verdict.is_allowed) return limited_response(verdict);

  const bool changes = is_changing(request.method);
  if (route.access == Access::same_site || (route.access == Access::session && changes)) {
    const OriginDemand demand =
        route.access == Access::same_site ? OriginDemand::proven : OriginDemand::not_foreign;
    if (!is_origin_acceptable(options_.origins, request, demand)) {
      return error_response(rr::refuse("cross_site", "This call must come from this site."));
    }
  }
  if (route.access == Access::session && !session) {
    return error_response(rr::refuse("not_signed_in", "Sign in first."));
  }
  if (route.access == Access::session && changes &&
      !equals_secretly(request.headers.get("X-CSRF-Token"), session->csrf_token)) {
    return error_response(rr::refuse("csrf", "The page is out of date. Reload it."));
  }
  CallContext context(request, std::move(session), now);
  return route.handler(context);
}

Response Application::answer_preflight(const Request& request) const {
  Response response = empty_response();
  if (is_allowed_foreign_origin(options_.origins, request.headers.get("Origin"))) {
    response.set_header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
    response.set_header("Access-Control-Allow-Headers", "Content-Type, X-CSRF-Token");
    response.set_header("Access-Control-Max-Age", "600");
  }
  return response;
}

void Application::add_correlation(const std::string& correlation_id, Response& response) const {
  response.set_header("X-Correlation-ID", correlation_id);
  if (response.status < 400 || response.stream) return;
  auto body = nlohmann::json::parse(response.body, nullptr, false);
  if (!body.is_object()) {
    body = {{"code", "internal"}, {"message", "Something went wrong."}, {"field", nullptr}};
  }
  body["correlation_id"] = correlation_id;
  response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  response.set_header("Content-Type", "application/json; charset=utf-8");
}

void Application::finish(const Request& request, Response& response) const {
  add_correlation(request.correlation_id, response);
  const std::string_view origin = request.headers.get("Origin");
  if (is_allowed_foreign_origin(options_.origins, origin)) {
    response.set_header("Access-Control-Allow-Origin", std::string(origin));
    response.set_header("Access-Control-Allow-Credentials", "true");
    response.add_header("Vary", "Origin");
  }
  add_security_headers(options_.headers, request.scheme, Caching::no_store, response);
}

}  // namespace rr
