// Which peers may speak for somebody else through X-Forwarded-For and X-Forwarded-Proto.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "shared/base/result.h"

namespace rr {

class TrustedProxies {
 public:
  // A comma-separated list of addresses and ranges ("10.0.0.0/8, ::1"); empty trusts nobody.
  [[nodiscard]] static Result<TrustedProxies> parse(std::string_view list);

  [[nodiscard]] bool contains(std::string_view address) const;

  struct Client {
    std::string address;
    Scheme scheme = Scheme::http;
    // A trusted proxy said that it was asked without TLS.
    bool is_plain_at_proxy = false;
  };
  // Who really asks: the last address in X-Forwarded-For that is no trusted proxy.
  [[nodiscard]] Client find_client(std::string_view peer, const HeaderList& headers) const;

 private:
  // IPv4 addresses are kept as IPv4-mapped IPv6.
  using Bytes = std::array<std::uint8_t, 16>;
  struct Range {
    Bytes address{};
    int bits = 128;
  };
  [[nodiscard]] static std::optional<Bytes> parse_address(std::string_view text);

  std::vector<Range> ranges_;
};

}  // namespace rr
