// Every request's way: correlation id, site and session checks, rate limit, route or file, security
// headers, log line. Nothing throws past it and no internal text leaves it.
#pragma once

#include <memory>
#include <string>

#include "server/http/call_context.h"
#include "server/http/http_server.h"
#include "server/http/origin.h"
#include "server/http/rate_limiter.h"
#include "server/http/router.h"
#include "server/http/security_headers.h"
#include "server/http/static_files.h"
#include "server/ops/clock.h"

namespace rr {

class Application final : public RequestHandler {
 public:
  struct Options {
    OriginPolicy origins;
    SecurityHeaderOptions headers;
  };

  // The references outlive the application.
  Application(Options options, const Clock& clock, RateLimiter& limiter, SessionSource& sessions,
              StaticFiles files);

  // Routes are added before the first request.
  [[nodiscard]] Router& router() { return router_; }

  [[nodiscard]] Response handle(Request& request) override;
  [[nodiscard]] Response refuse(const HeadRefusal& refusal, const std::string& address) override;
  [[nodiscard]] Response busy() override;

 private:
  [[nodiscard]] Response dispatch(Request& request);
  [[nodiscard]] Response call(const Route& route, Request& request);
  [[nodiscard]] Response answer_preflight(const Request& request) const;
  [[nodiscard]] bool is_https_missing(const Request& request) const;
  [[nodiscard]] Response answer_without_https(const Request& request) const;
  void finish(const Request& request, Response& response) const;
  void add_correlation(const std::string& correlation_id, Response& response) const;

  Options options_;
  const Clock& clock_;
  RateLimiter& limiter_;
  SessionSource& sessions_;
  StaticFiles files_;
  Router router_;
};

// The request's own id when it is 1-64 letters, digits, dashes, underscores or dots, else a new
// one.
[[nodiscard]] std::string choose_correlation_id(std::string_view offered, Instant now);

// Constant time for texts of equal length.
[[nodiscard]] bool equals_secretly(std::string_view left, std::string_view right);

}  // namespace rr
