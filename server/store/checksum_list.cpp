#include "server/store/checksum_list.h"

#include <algorithm>
#include <charconv>

#include "shared/domain/schema.h"

namespace rr {

std::string write_checksums(const std::vector<Hash128>& sums) {
  std::string text;
  std::size_t schema = kSchemaOldest;
  for (const Hash128& sum : sums) {
    if (!text.empty()) text += ',';
    text += std::to_string(schema++) + ":" + sum.to_string();
  }
  return text;
}

std::vector<std::optional<Hash128>> read_checksums(std::string_view text) {
  std::vector<std::optional<Hash128>> sums(kSchemaCurrent - kSchemaOldest + 1);
  while (!text.empty()) {
    const std::string_view entry = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), entry.size() + 1));
    const std::size_t colon = entry.find(':');
    if (colon == std::string_view::npos) continue;
    std::uint16_t schema = 0;
    const auto [end, error] = std::from_chars(entry.data(), entry.data() + colon, schema);
    Hash128 sum;
    const bool is_read = error == std::errc{} && end == entry.data() + colon &&
                         parse_hash(entry.substr(colon + 1), sum);
    if (!is_read || schema < kSchemaOldest || schema > kSchemaCurrent) continue;
    sums[schema - kSchemaOldest] = sum;
  }
  return sums;
}

}  // namespace rr
