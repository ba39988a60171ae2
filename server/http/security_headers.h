// The headers that every answer carries.
#pragma once

#include <string>

#include "server/http/message.h"

namespace rr {

enum class Caching : std::uint8_t { no_store, revalidate, immutable };

struct SecurityHeaderOptions {
  bool is_production = false;
};

// Adds all security headers; `caching` fills Cache-Control unless the answer has one.
void add_security_headers(const SecurityHeaderOptions& options, Scheme scheme, Caching caching,
                          Response& response);

[[nodiscard]] std::string content_security_policy(Scheme scheme);

}  // namespace rr
