#include "server/http/trusted_proxies.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "shared/base/text.h"

namespace rr {
namespace {

bool shares_prefix(const std::array<std::uint8_t, 16>& left,
                   const std::array<std::uint8_t, 16>& right, int bits) {
  for (int bit = 0; bit < bits; ++bit) {
    const auto mask = static_cast<std::uint8_t>(0x80 >> (bit % 8));
    const auto place = static_cast<std::size_t>(bit / 8);
    if ((left[place] & mask) != (right[place] & mask)) return false;
  }
  return true;
}

}  // namespace

std::optional<TrustedProxies::Bytes> TrustedProxies::parse_address(std::string_view text) {
  const std::string copy(text);
  Bytes bytes{};
  if (::inet_pton(AF_INET6, copy.c_str(), bytes.data()) == 1) return bytes;
  bytes[10] = bytes[11] = 0xff;
  if (::inet_pton(AF_INET, copy.c_str(), bytes.data() + 12) == 1) return bytes;
  return std::nullopt;
}

Result<TrustedProxies> TrustedProxies::parse(std::string_view list) {
  TrustedProxies proxies;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view entry = trim(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
    if (entry.empty()) continue;
    const std::size_t slash = std::min(entry.find('/'), entry.size());
    const auto address = parse_address(entry.substr(0, slash));
    const bool is_version_4 = entry.find(':') == std::string_view::npos;
    int bits = is_version_4 ? 32 : 128;
    if (slash < entry.size()) {
      const std::string_view digits = entry.substr(slash + 1);
      const int most = bits;
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
      if (error != std::errc{} || end != digits.data() + digits.size() || bits < 0 || bits > most) {
        return refuse("bad_proxy_list", "Not an address range: " + std::string(entry));
      }
    }
    if (!address) return refuse("bad_proxy_list", "Not an address: " + std::string(entry));
    proxies.ranges_.push_back(Range{*address, is_version_4 ? bits + 96 : bits});
  }
  return proxies;
}

bool TrustedProxies::contains(std::string_view address) const {
  const auto bytes = parse_address(address);
  return bytes && std::any_of(ranges_.begin(), ranges_.end(), [&](const Range& range) {
           return shares_prefix(range.address, *bytes, range.bits);
         });
}

TrustedProxies::Client TrustedProxies::find_client(std::string_view peer,
                                                   const HeaderList& headers) const {
  Client client{std::string(peer), Scheme::http, false};
  if (ranges_.empty() || !contains(peer)) return client;
  const std::string_view scheme = headers.get("X-Forwarded-Proto");
  if (equals_ignoring_case(scheme, "https")) client.scheme = Scheme::https;
  client.is_plain_at_proxy = equals_ignoring_case(scheme, "http");
  std::string joined;
  for (const auto& [name, value] : headers.all()) {
    if (equals_ignoring_case(name, "X-Forwarded-For"))
      joined += (joined.empty() ? "" : ",") + value;
  }
  std::string_view list = joined;
  while (!list.empty()) {
    const std::size_t comma = list.rfind(',');
    const bool is_last = comma == std::string_view::npos;
    const std::string_view entry = trim(is_last ? list : list.substr(comma + 1));
    if (!parse_address(entry)) break;
    client.address = entry;
    if (is_last || !contains(entry)) break;
    list = list.substr(0, comma);
  }
  return client;
}

}  // namespace rr
