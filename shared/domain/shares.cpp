#include "shared/domain/shares.h"

#include <algorithm>
#include <numeric>

#include "shared/base/sort.h"

namespace rr {

std::vector<std::int64_t> split_by_weight(std::int64_t amount_micro,
                                          const std::vector<Sharer>& sharers) {
  std::int64_t weights = 0;
  for (const Sharer& sharer : sharers) weights += sharer.weight;
  std::vector<std::int64_t> parts;
  parts.reserve(sharers.size());
  std::int64_t rest = amount_micro;
  for (const Sharer& sharer : sharers) {
    parts.push_back(amount_micro * sharer.weight / weights);
    rest -= parts.back();
  }
  if (rest == 0) return parts;
  std::vector<std::size_t> order(sharers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  sort_in_place(order, [&](std::size_t a, std::size_t b) {
    if (sharers[a].balance != sharers[b].balance) return sharers[a].balance > sharers[b].balance;
    return sharers[a].roommate_id < sharers[b].roommate_id;
  });
  for (std::size_t i = 0; rest > 0; ++i, --rest) ++parts[order[i]];
  return parts;
}

}  // namespace rr
