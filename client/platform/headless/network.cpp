#include "client/platform/network.h"

#include "client/platform/headless/fake.h"

namespace rr::platform {

using fake::Access;
using fake::Tab;

void http_send(std::uint32_t token, std::string_view method, std::string_view path,
               std::string_view body, std::string_view csrf, double timeout_ms) {
  Tab::entered().requests.push_back({token, std::string(method), std::string(path),
                                     std::string(body), std::string(csrf), timeout_ms});
}

void http_cancel(std::uint32_t token) {
  std::erase_if(Tab::entered().requests,
                [&](const fake::Request& each) { return each.token == token; });
}

void stream_open(std::uint32_t token, std::string_view path) {
  Tab::entered().streams[token] = path;
}
void stream_close(std::uint32_t token) { Tab::entered().streams.erase(token); }

void lock_request(std::uint32_t token, std::string_view name, LockWish wish) {
  Access::request_lock(Tab::entered(), token, name, wish == LockWish::steal);
}
void lock_release(std::uint32_t token) { Access::release_lock(Tab::entered(), token); }

void channel_open(std::string_view name) { Access::channel(Tab::entered()) = name; }
void channel_post(std::string_view bytes) {
  Tab& tab = Tab::entered();
  if (!Access::channel(tab).empty()) Access::post_to_others(tab, bytes);
}

void timer_start(std::uint32_t token, double delay_ms) {
  Tab& tab = Tab::entered();
  Access::timers(tab)[token] = tab.browser().monotonic_ms + delay_ms;
}
void timer_stop(std::uint32_t token) { Access::timers(Tab::entered()).erase(token); }

bool is_online() { return Tab::entered().is_online(); }

}  // namespace rr::platform
