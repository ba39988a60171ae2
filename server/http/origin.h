// Which site a request comes from, judged by what browsers say and pages cannot forge.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace rr {

struct OriginPolicy {
  // Scheme, host and port the product is reached at; empty: whatever Host says.
  std::string base_origin;
  // Other origins that may call with credentials.
  std::vector<std::string> allowed_origins;
};

enum class OriginDemand : std::uint8_t {
  not_foreign,  // what is said must not be another site; nothing said passes
  proven,       // the browser must have said that it is this site
};

[[nodiscard]] bool is_origin_acceptable(const OriginPolicy& policy, const Request& request,
                                        OriginDemand demand);
[[nodiscard]] bool is_allowed_foreign_origin(const OriginPolicy& policy, std::string_view origin);

// localhost, *.localhost, 127.0.0.0/8 and [::1], with or without a port. Browsers treat these as
// secure although they are plain http.
[[nodiscard]] bool is_loopback_host(std::string_view host);
// https, or http on a loopback host.
[[nodiscard]] bool is_secure_context(const Request& request);

// "https://host[:port]" of an address; empty when it is none.
[[nodiscard]] std::string origin_of(std::string_view address);

}  // namespace rr
