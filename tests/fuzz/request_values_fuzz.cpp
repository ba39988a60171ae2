// Any bytes where a request carries text of its own: cookies, origins, forwarded addresses, typed
// codes, names in whatever Unicode form.
#include "server/auth/codes.h"
#include "server/auth/session_cookie.h"
#include "server/http/origin.h"
#include "server/http/trusted_proxies.h"
#include "server/ops/normal_form.h"
#include "shared/base/text.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

void judge_cookie(std::string_view bytes) {
  rr::Request request;
  request.headers.add("Cookie", std::string(bytes));
  const std::string session = rr::read_session_cookie(request);
  rr::fuzz::require(bytes.find(session) != std::string_view::npos);
  rr::fuzz::require(session.find(';') == std::string::npos);
}

void judge_origin(std::string_view bytes) {
  rr::Request request;
  request.headers.add("Host", "roomies.example");
  request.headers.add("Origin", std::string(bytes));
  const bool is_taken =
      rr::is_origin_acceptable({"https://roomies.example", {}}, request, rr::OriginDemand::proven);
  // Schemes and hosts are the same in either case.
  rr::fuzz::require(!is_taken || rr::equals_ignoring_case(bytes, "https://roomies.example"));
  const std::string origin = rr::origin_of(bytes);
  rr::fuzz::require(rr::origin_of(origin) == origin);
}

void judge_proxies(std::string_view bytes) {
  const auto proxies = rr::TrustedProxies::parse(bytes);
  rr::HeaderList headers;
  headers.add("X-Forwarded-For", std::string(bytes));
  const auto nobody = rr::TrustedProxies{}.find_client("192.0.2.1", headers);
  rr::fuzz::require(nobody.address == "192.0.2.1");
  if (proxies) rr::fuzz::require(!proxies->find_client("192.0.2.1", headers).address.empty());
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = rr::fuzz::text_of(data, size);
  judge_cookie(bytes);
  judge_origin(bytes);
  judge_proxies(bytes);
  const auto code = rr::hash_code(bytes);
  if (code) rr::fuzz::require(rr::hash_code("-" + std::string(bytes)) == code);
  const bool is_normal = rr::is_normal_form_c(bytes);
  rr::fuzz::require(!is_normal || bytes.find('\0') != std::string_view::npos ||
                    rr::is_clean_utf8(bytes));
  return 0;
}
