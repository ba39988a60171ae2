#include "server/ops/clock.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <vector>

#include "server/ops/base64.h"

namespace rr {

Instant SystemClock::now() const {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count()};
}

void fill_random(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const ssize_t count = ::getrandom(out.data(), out.size(), 0);
    if (count > 0) {
      out = out.subspan(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      std::abort();
    }
  }
}

Id make_id(Instant now) {
  std::array<std::uint8_t, 10> random{};
  fill_random(random);
  return make_time_ordered_id(now.unix_ms, random);
}

std::string random_token(std::size_t bytes) {
  std::vector<std::uint8_t> random(bytes);
  fill_random(random);
  return encode_base64url(random);
}

}  // namespace rr
