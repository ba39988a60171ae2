#include "client/platform/network.h"

#include <emscripten/em_js.h>

namespace rr::platform {
namespace {

// The bodies are JavaScript.
// clang-format off
EM_JS_DEPS(rr_network, "$UTF8ToString");
EM_JS(void, rr_js_send, (unsigned token, const char* method, int method_size, const char* path,
                         int path_size, const char* body, int body_size, const char* csrf,
                         int csrf_size, double timeout_ms), {
  Module.page.network.send(token, UTF8ToString(method, method_size),
                           UTF8ToString(path, path_size), HEAPU8.slice(body, body + body_size),
                           UTF8ToString(csrf, csrf_size), timeout_ms);
});
EM_JS(void, rr_js_cancel, (unsigned token), { Module.page.network.cancel(token); });
EM_JS(void, rr_js_stream, (unsigned token, const char* path, int size), {
  if (size > 0) Module.page.network.openStream(token, UTF8ToString(path, size));
  else Module.page.network.closeStream(token);
});
EM_JS(void, rr_js_lock, (unsigned token, const char* name, int size, int is_steal), {
  if (size > 0) Module.page.network.requestLock(token, UTF8ToString(name, size), is_steal === 1);
  else Module.page.network.releaseLock(token);
});
EM_JS(void, rr_js_open_channel, (const char* name, int size), {
  Module.page.network.openChannel(UTF8ToString(name, size));
});
EM_JS(void, rr_js_post, (const char* bytes, int size), {
  Module.page.network.postToChannel(HEAPU8.slice(bytes, bytes + size));
});
EM_JS(void, rr_js_start_timer, (unsigned token, double delay_ms), {
  Module.page.network.startTimer(token, delay_ms);
});
EM_JS(void, rr_js_stop_timer, (unsigned token), { Module.page.network.stopTimer(token); });
EM_JS(int, rr_js_is_online, (), { return Module.page.network.isOnline() ? 1 : 0; });
// clang-format on

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

void http_send(std::uint32_t token, std::string_view method, std::string_view path,
               std::string_view body, std::string_view csrf, double timeout_ms) {
  rr_js_send(token, method.data(), size_of(method), path.data(), size_of(path), body.data(),
             size_of(body), csrf.data(), size_of(csrf), timeout_ms);
}
void http_cancel(std::uint32_t token) { rr_js_cancel(token); }

void stream_open(std::uint32_t token, std::string_view path) {
  rr_js_stream(token, path.data(), size_of(path));
}
void stream_close(std::uint32_t token) { rr_js_stream(token, nullptr, 0); }

void lock_request(std::uint32_t token, std::string_view name, LockWish wish) {
  rr_js_lock(token, name.data(), size_of(name), wish == LockWish::steal ? 1 : 0);
}
void lock_release(std::uint32_t token) { rr_js_lock(token, nullptr, 0, 0); }

void channel_open(std::string_view name) { rr_js_open_channel(name.data(), size_of(name)); }
void channel_post(std::string_view bytes) { rr_js_post(bytes.data(), size_of(bytes)); }

void timer_start(std::uint32_t token, double delay_ms) { rr_js_start_timer(token, delay_ms); }
void timer_stop(std::uint32_t token) { rr_js_stop_timer(token); }

bool is_online() { return rr_js_is_online() != 0; }

}  // namespace rr::platform
