#include "server/http/origin.h"

#include <algorithm>

namespace rr {
namespace {

std::string own_origin(const OriginPolicy& policy, const Request& request) {
  if (!policy.base_origin.empty()) return policy.base_origin;
  const std::string scheme = request.scheme == Scheme::https ? "https://" : "http://";
  return scheme + std::string(request.headers.get("Host"));
}

}  // namespace

bool is_allowed_foreign_origin(const OriginPolicy& policy, std::string_view origin) {
  return std::find(policy.allowed_origins.begin(), policy.allowed_origins.end(), origin) !=
         policy.allowed_origins.end();
}

bool is_origin_acceptable(const OriginPolicy& policy, const Request& request, OriginDemand demand) {
  const std::string_view origin = request.headers.get("Origin");
  const std::string_view site = request.headers.get("Sec-Fetch-Site");
  const bool is_allowed_foreign = is_allowed_foreign_origin(policy, origin);
  if (!origin.empty() && !is_allowed_foreign &&
      !equals_ignoring_case(origin, own_origin(policy, request))) {
    return false;
  }
  if (!site.empty() && site != "same-origin" && !is_allowed_foreign) return false;
  if (demand == OriginDemand::not_foreign) return true;
  // Browsers send Sec-Fetch-Site to secure contexts only.
  return !origin.empty() && (!site.empty() || !is_secure_context(request));
}

bool is_loopback_host(std::string_view host) {
  if (host.starts_with("[::1]")) return host.size() == 5 || host[5] == ':';
  host = host.substr(0, host.find(':'));
  if (equals_ignoring_case(host, "localhost")) return true;
  constexpr std::string_view kEnding = ".localhost";
  if (host.size() > kEnding.size() &&
      equals_ignoring_case(host.substr(host.size() - kEnding.size()), kEnding)) {
    return true;
  }
  const bool has_only_digits = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return has_only_digits && host.starts_with("127.");
}

bool is_secure_context(const Request& request) {
  return request.scheme == Scheme::https || is_loopback_host(request.headers.get("Host"));
}

std::string origin_of(std::string_view address) {
  const std::size_t scheme_end = address.find("://");
  if (scheme_end == std::string_view::npos) return {};
  const std::size_t end = std::min(address.find('/', scheme_end + 3), address.size());
  return std::string(address.substr(0, end));
}

}  // namespace rr
