// The server's sources of time and chance, so that tests can be the clock.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "shared/base/id.h"
#include "shared/base/time.h"

namespace rr {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

// From the kernel's generator; ends the process when it has none, since no secret would be one.
void fill_random(std::span<std::uint8_t> out);

// A new time-ordered id.
[[nodiscard]] Id make_id(Instant now);

// `bytes` random bytes as URL-safe base64 without padding.
[[nodiscard]] std::string random_token(std::size_t bytes);

}  // namespace rr
