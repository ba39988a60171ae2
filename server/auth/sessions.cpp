#include "server/auth/sessions.h"

#include <array>
#include <utility>

#include "server/auth/session_cookie.h"
#include "server/ops/clock.h"
#include "server/ops/digest.h"
#include "server/ops/log.h"

namespace rr {
namespace {

constexpr std::size_t kSecretBytes = 32;
// Writing on every request would make reading a write.
constexpr std::int64_t kProlongAfterMs = kMillisecondsPerDay;

Instant end_of_session(Instant now) {
  return Instant{now.unix_ms + kSessionDays * kMillisecondsPerDay};
}

}  // namespace

Result<std::optional<Session>> Sessions::find_session(const Request& request, Instant now) {
  const std::string value = read_session_cookie(request);
  if (value.empty()) return std::optional<Session>{};
  const std::string id_hash = sha256_hex(value);
  std::optional<SessionRow> row;
  const Status read =
      store_.read([&](UnitOfWork& work) { row = work.accounts().find_session(id_hash); });
  if (!read) return read.error();
  if (!row || row->expires_at <= now) return std::optional<Session>{};
  if (now.unix_ms - row->last_used_at.unix_ms > kProlongAfterMs) {
    const Status prolonged = store_.write([&](UnitOfWork& work) {
      work.accounts().prolong_session(id_hash, now, end_of_session(now));
      return WorkEnding::commit;
    });
    // The session is good all the same; the next request tries again.
    if (!prolonged) log_line(LogLevel::warning, "auth", "a session could not be prolonged");
  }
  return std::optional<Session>{Session{id_hash, row->account_id, row->csrf_token}};
}

Sessions::Fresh Sessions::make(const Id& account_id, const Request& request, Instant now) {
  Fresh fresh;
  fresh.cookie_value = random_token(kSecretBytes);
  fresh.row.id_hash = sha256_hex(fresh.cookie_value);
  fresh.row.account_id = account_id;
  fresh.row.csrf_token = random_token(kSecretBytes);
  fresh.row.device = describe_device(request.headers.get("User-Agent"));
  fresh.row.created_at = now;
  fresh.row.last_used_at = now;
  fresh.row.expires_at = end_of_session(now);
  return fresh;
}

std::string describe_device(std::string_view user_agent) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kBrowsers{
      {{"Edg/", "Edge"},
       {"OPR/", "Opera"},
       {"Firefox/", "Firefox"},
       {"Chrome/", "Chrome"},
       {"CriOS/", "Chrome"},
       {"Safari/", "Safari"}}};
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSystems{
      {{"Android", "Android"},
       {"iPhone", "iPhone"},
       {"iPad", "iPad"},
       {"Windows", "Windows"},
       {"Mac OS X", "Mac"},
       {"Linux", "Linux"}}};
  const auto find = [&](const auto& table) -> std::string_view {
    for (const auto& [mark, name] : table) {
      if (user_agent.find(mark) != std::string_view::npos) return name;
    }
    return {};
  };
  const std::string_view browser = find(kBrowsers);
  const std::string_view system = find(kSystems);
  if (browser.empty()) return "Unknown device";
  return std::string(browser) + (system.empty() ? "" : " on " + std::string(system));
}

}  // namespace rr
