// The network seam: same-origin requests, the event stream, locks and messages between tabs.
// Answers arrive as Events (events.h) with the token given here.
#pragma once

#include <cstdint>
#include <string_view>

namespace rr::platform {

// `csrf` is sent as X-CSRF-Token unless empty. Without an answer after `timeout_ms`: status 0.
void http_send(std::uint32_t token, std::string_view method, std::string_view path,
               std::string_view body, std::string_view csrf, double timeout_ms);
void http_cancel(std::uint32_t token);

void stream_open(std::uint32_t token, std::string_view path);
void stream_close(std::uint32_t token);

// Answered by a `lock` event: number 1 granted, 0 lost (another tab stole it), -1 the browser has
// no locks here (no secure context).
enum class LockWish : std::uint8_t { wait, steal };
void lock_request(std::uint32_t token, std::string_view name, LockWish wish);
void lock_release(std::uint32_t token);

void channel_open(std::string_view name);
void channel_post(std::string_view bytes);

void timer_start(std::uint32_t token, double delay_ms);
void timer_stop(std::uint32_t token);

[[nodiscard]] bool is_online();

}  // namespace rr::platform
