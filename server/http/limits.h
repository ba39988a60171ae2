// What one connection may ask of the server. Sizes in bytes, times in milliseconds.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rr {

struct Limits {
  std::size_t request_line_bytes = 8 * 1024;
  std::size_t header_line_bytes = 8 * 1024;
  std::size_t header_bytes = 32 * 1024;  // all lines together
  std::size_t header_count = 64;
  std::size_t body_bytes = 1024 * 1024;
  // Paths with a limit of their own, smaller or larger.
  struct BodyRule {
    std::string_view path;
    std::size_t bytes = 0;
  };
  std::vector<BodyRule> body_rules;
  // Bodies above body_bytes that may be in memory at once; the next one gets a 503.
  std::size_t large_bodies = 4;
  // From the first byte of a request to its last header line, however the bytes drip in.
  int header_deadline_ms = 10'000;
  // For the body after the headers.
  int body_deadline_ms = 30'000;
  int write_timeout_ms = 10'000;
  int keep_alive_ms = 5'000;
  std::size_t keep_alive_requests = 1'000;
  // Threads: `streams` event streams, `workers` for everything else, and a few to spare.
  std::size_t streams = 256;
  std::size_t workers = 32;
  std::size_t spare_workers = 16;
  // Connections that may wait for a thread; the next one gets a 503 at once.
  std::size_t waiting_connections = 128;
};

}  // namespace rr
