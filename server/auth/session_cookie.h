// The cookie that carries a session: its name, attributes and reading.
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace rr {

// Device accounts cannot be given back by anybody, so their cookie lives as long as browsers allow.
inline constexpr std::int64_t kSessionDays = 400;

// __Host-rr where browsers take it (https and loopback), rr elsewhere.
[[nodiscard]] std::string_view session_cookie_name(const Request& request);
// Empty when there is none.
[[nodiscard]] std::string read_session_cookie(const Request& request);
[[nodiscard]] std::string make_session_cookie(const Request& request, std::string_view value);
// Makes the browser forget it.
[[nodiscard]] std::string end_session_cookie(const Request& request);

}  // namespace rr
