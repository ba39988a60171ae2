#include "server/auth/session_cookie.h"

#include <algorithm>

#include "server/http/origin.h"
#include "shared/base/text.h"

namespace rr {
namespace {

constexpr std::int64_t kSecondsPerDay = 24 * 60 * 60;

std::string cookie(const Request& request, std::string_view value, std::int64_t age_s) {
  std::string text = std::string(session_cookie_name(request)) + "=" + std::string(value) +
                     "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(age_s);
  if (is_secure_context(request)) text += "; Secure";
  return text;
}

}  // namespace

std::string_view session_cookie_name(const Request& request) {
  return is_secure_context(request) ? "__Host-rr" : "rr";
}

std::string read_session_cookie(const Request& request) {
  const std::string_view name = session_cookie_name(request);
  std::string_view list = request.headers.get("Cookie");
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    const std::string_view entry = trim(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    const std::size_t equals = entry.find('=');
    if (equals == std::string_view::npos || entry.substr(0, equals) != name) continue;
    return std::string(entry.substr(equals + 1));
  }
  return {};
}

std::string make_session_cookie(const Request& request, std::string_view value) {
  return cookie(request, value, kSessionDays * kSecondsPerDay);
}

std::string end_session_cookie(const Request& request) { return cookie(request, "", 0); }

}  // namespace rr
